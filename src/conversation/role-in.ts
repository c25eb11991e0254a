import { countWords } from '../text/words.ts';

/** More words than this tell a story. */
const MOST_WORDS = 18;
const MOST_NAME_WORDS = 7;

/** What went wrong is no job that somebody wants. */
const TOLD =
  /\b(?:fail\w*|forg[eo]t\w*|miss(?:ed|ing)|lost|lose|broke\w*|late|mistake\w*|wrong\w*|messed|screwed|fired|let .{1,20} down|but then|because of)\b/iu;

/** What happened is none either: "… and I deleted the folder", "… then they sent it back". */
const HAPPENED =
  /\b(?:was|were|wasn't|weren't|had|did|didn't|couldn't|(?:i|we|they|he|she|it|and|then|who|which|nobody|everybody|everyone) (?:\w+ly |then |also |just )?(?:\w+ed|left|let|put|cut|hit|read|set|shut|hurt|cost)|gave|sent|told|made|said|went|took|came|felt|found|kept|ran|thought|brought|threw|sold|spent|wrote|fell|paid|bought|chose|drove|hid|held|met|spoke|stole|saw|stood|knew|began|became|got it|got the)\b/iu;

/** What people may say before they come to it: a greeting, when it is, who they are. */
const FIRST = String.raw`^(?:(?:hi|hello|hey|ok|okay|well|so|um|yes|right now|at the moment|currently|soon|tomorrow|today|next (?:week|month|year)|this (?:week|month|year)|on \w+day)[,.!]? )*(?:i(?:'m| am) [^.;]{1,40}?[,.]? (?:and |so |but )?(?=(?:i|want|would|hope)\b))?`;

/** Somebody who speaks of now, or nobody: "I was going to" and "we were working as" tell what happened. */
const I_AM = `(?:i(?:'m| am)? )?(?:currently |now |just |really |still |also )?`;
const WHO_HAS = `(?:(?:i(?:'ve| have)?(?: got)?|there is|there's|my|this is|it's|it is) )?(?:just |already )?(?:an? |the |my |some )?(?:job |first |next |upcoming |final )*`;
const HIRED_AS = String.raw`(?:be|become|work (?:as|in|with|for|at)|get (?:an? |the )?(?:job|role|position|place) (?:as|in)|be (?:hired|taken on) as)\b`;

/** How people say which job they want, up to its name, from the first word on. */
const LEADS = [
  `(?:i )?(?:really |would |'d |i'd |do )*(?:(?:want|need|hope|wish|like|love|plan|aim) to|wanna) ${HIRED_AS}`,
  `i'd (?:really )?(?:like|love) to ${HIRED_AS}`,
  `my (?:dream|goal|plan|wish|aim) is to ${HIRED_AS}`,
  `${I_AM}(?:hoping|planning|training|studying|trying|aiming|looking) to ${HIRED_AS}`,
  String.raw`${I_AM}(?:training|studying) as\b`,
  String.raw`${I_AM}(?:going to|gonna) (?:be|become|work (?:as|in)|get (?:an? |the )?(?:job|role) as)\b`,
  String.raw`${I_AM}going for\b`,
  String.raw`${I_AM}apply(?:ing)? (?:to (?:be|become)|for|as)\b`,
  // A grant or a visa may be applied for as well, and that is how a story begins.
  String.raw`(?:i(?:'ve| have)? )?(?:just )?applied (?:to (?:be|become)|as|for (?:an? |the |my |some )?(?:(?:new|first) )?(?:job|role|position|post|placement|internship|apprenticeship) (?:as|of|in))\b`,
  String.raw`(?:i(?:'ve| have)? )?(?:just )?applied for(?=.{1,40} (?:job|role|position|post|placement|internship|apprenticeship)\b)`,
  String.raw`${I_AM}interview(?:ing)? (?:for|as)\b`,
  String.raw`${WHO_HAS}interviews?(?: (?:is|are|tomorrow|today|soon|next week|this week|on \w+day|coming up))* (?:for|as)\b`,
  String.raw`${WHO_HAS}(?:job|role|position|post|placement|internship) (?:as|of|is)\b`,
  String.raw`${I_AM}(?:practi[sc]ing|preparing|prepping|prep|looking) for\b`,
  String.raw`(?:it's|it is|this is|that's) for\b`,
  String.raw`${I_AM}work(?:ing)? as\b`,
].map((lead) => new RegExp(`${FIRST}${lead}`, 'iu'));

/** What stands before a name and is none of it. */
const BEFORE =
  /^(?:(?:a|an|the|my|some|this|new|first|job|role|position|post|place|placement|internship|interview|as|of|for|to be|to become|be(?:come)?|promoted to) )+/iu;

/** Where a name ends. Of "health and safety officer" both are the name; of "nurse and I am nervous" one is. */
const AFTER =
  /\s*(?:[,.;:!?\n]|—|–| - |\band (?:then|so)\b|\band (?=(?:i|i'\w+|my|me|we|our|it|it's|they|he|she|you|this|that|there|the interview|am|is|are|have|has|want|need|hope|would|will|could|can|don't|do|got|get)\b)|\b(?:but|so|because|since|which|where|who|my interview|interview|tomorrow|today|tonight|next|this (?:week|month|friday)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:a|two|three|\d+) (?:days?|weeks?|months?))\b)[\s\S]*$/iu;

/** What stands after a name and is none of it. */
const KIND = /\s+(?:job|role|position|post|interview)$/iu;

/** "I want to be helpful" names no job, nor does "I am going to be promoted". */
const NO_NAME =
  /^(?:\w+ful|able|better|more|less|honest|ready|sure|part|one|by|like)(?=\s|$)|^(?:(?!med$)\w+ed|good|great|nice|kind|open|clear|calm|quick|fast|here|there|it|that|this|them|him|her|you|us|me)$|^with (?:you|them|him|her|us|the)\b/iu;

/**
 * The job that a sentence names: "ward nurse" in "I want to be a ward nurse, interview tomorrow". Only who says from the
 * first word on what they want now is taken to name one. Undefined where a message names none, or tells what happened.
 */
export function roleIn(message: string): string | undefined {
  const words = message.trim().replace(/\s+/gu, ' ').replace(/[’‘]/gu, "'");
  if (countWords(words) > MOST_WORDS || TOLD.test(words)) return undefined;
  for (const lead of LEADS) {
    const found = lead.exec(words);
    if (found === null) continue;
    const rest = words.slice(found[0].length).trimStart();
    if (HAPPENED.test(rest)) return undefined;
    const name = rest.replace(BEFORE, '').replace(AFTER, '').replace(KIND, '').trim();
    if (name !== '' && countWords(name) <= MOST_NAME_WORDS && !NO_NAME.test(name)) return name;
  }
  return undefined;
}
