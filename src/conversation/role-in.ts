import { countWords } from '../text/words.ts';

/** More words than this tell a story. */
const MOST_WORDS = 18;

/** What went wrong is no job that somebody wants. */
const TOLD =
  /\b(?:fail\w*|forg[eo]t\w*|miss(?:ed|ing)|lost|lose|broke\w*|late|mistake\w*|wrong\w*|messed|screwed|fired|let .{1,20} down|but then|because of)\b/iu;

/** How people say which job it is, up to its name. */
const LEADS = [
  /\b(?:want(?:ed)?|hop(?:e|ing)|(?:would|'d) (?:like|love)|plan(?:ning)?|train(?:ing)?|stud(?:y|ying)|try(?:ing)?|go(?:nna|ing to)) (?:to )?(?:be(?:come)?|work|get (?:a |the )?job) (?:as )?/iu,
  /\bappl(?:y|ied|ying) (?:to be|for|as)\b/iu,
  /\binterview(?:ing)?(?: is| it'?s)? (?:for|as)\b/iu,
  /\b(?:job|role|position|post|placement|internship) (?:as|of|is)\b/iu,
  /\b(?:practi[sc]ing|preparing|prepping|prep|looking|it'?s|it is) for\b/iu,
  /\b(?:going|gonna be|work(?:ing)?) as\b/iu,
];

/** What stands before a name and is none of it. */
const BEFORE =
  /^(?:(?:a|an|the|my|some|this|new|first|job|role|position|post|place|placement|internship|interview|as|of|for|to be|be(?:come)?) )+/iu;

/** Where a name ends. */
const AFTER =
  /\s*(?:[,.;:!?\n]|—|–| - |\b(?:and|but|so|because|since|which|where|who|my interview|interview|tomorrow|today|tonight|next|this (?:week|month|friday)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:a|two|three|\d+) (?:days?|weeks?|months?))\b)[\s\S]*$/iu;

/** What stands after a name and is none of it. */
const KIND = /\s+(?:job|role|position|post|interview)$/iu;

/**
 * The job that a sentence names: "ward nurse" in "I want to be a ward nurse, interview tomorrow". Undefined where it
 * names none, or tells what happened instead.
 */
export function roleIn(message: string): string | undefined {
  const words = message.trim().replace(/\s+/gu, ' ').replace(/[’‘]/gu, "'");
  if (countWords(words) > MOST_WORDS || TOLD.test(words)) return undefined;
  for (const lead of LEADS) {
    const found = lead.exec(words);
    if (found === null) continue;
    const rest = words.slice(found.index + found[0].length).trimStart();
    const name = rest.replace(BEFORE, '').replace(AFTER, '').replace(KIND, '').trim();
    if (name !== '' && countWords(name) <= MOST_NAME_WORDS) return name;
  }
  return undefined;
}

const MOST_NAME_WORDS = 7;
