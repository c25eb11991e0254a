import type { CoreRequirement } from '../../guide/roles/family.ts';
import { roleFamilyOf } from '../../guide/roles.ts';
import type { Span } from '../../text/span.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';
import { changedPractice } from './changed-practice.ts';
import { anyOf, clausesWith, sentencesOf } from './matching.ts';
import type { Signal } from './signal.ts';

/** From "I" to the deed: helping words, but no denial and nobody else's deed ("I saw a colleague …"). */
const I =
  "i(?:'m|'ve|'d)? (?:(?!(?:not|never|didn't|don't|nobody|without|almost|nearly|refused|saw|heard|watched|noticed|found|know|knew|think|thought|said|told|reported|suspected|caught|reali[sz]ed|believed|discovered|read|let|who|that|which|he|she|they|we|it|if|after|when|because|until) )[\\p{L}'-]+ ){0,5}";

/** The text itself says that the skill is weak, as a trait. */
function weakAt(skill: string): RegExp {
  return anyOf(
    `${I}(?:(?:not|never) (?:been )?(?:very |really |that |so |particularly |exactly |any )?(?:good|strong|confident|comfortable) (?:at|with|in)|(?:bad|terrible|poor|weak|hopeless|no good|useless|awful|rubbish|impatient|slow|clumsy) (?:at|with|in)) (?:\\p{L}+ ){0,1}(?:${skill})`,
    `i (?:(?!used|didn't)\\p{L}+ ){0,2}(?:don'?t like|do not like|hate|dislike|can'?t stand) (?:\\p{L}+ ){0,1}(?:${skill})`,
    `i (?:\\p{L}+ly |just |simply |often )?still (?:\\p{L}+ )?(?:struggle with|can'?t|cannot|find it hard to do|avoid|mix up|am afraid of) (?:\\p{L}+ ){0,1}(?:${skill})|i (?:always|constantly|often|simply|just|really) (?:struggle with|can'?t|cannot) (?:\\p{L}+ ){0,1}(?:${skill})`,
    `my (?:\\p{L}+ )?(?:${skill}) (?:is|are) (?:still |simply |just )?(?:not (?:very |really |that |so )?good|bad|poor|weak|terrible|awful)`,
    `(?:${skill}) (?:is|was|are|were) (?:really |just |simply )?(?:not|never) (?:really )?(?:my (?:strength|strong point|strong suit|thing)|for me)|(?:${skill}) (?:is|are|was|were) my (?:weakness|weak point|weak spot)`,
  );
}

/** Said of then, not of now. */
const THEN = anyOf('i was|i were|i used to|at that time|back then');
const AS_BEGINNER = anyOf(
  'as a (?:very )?(?:young|new|junior|trainee|student|apprentice|beginner)|in my (?:very )?first|early (?:on )?in my|when i (?:first )?(?:started|began|joined)|when i was (?:a |an )?(?:new|junior|trainee|student|apprentice)',
);

/** Told as usual, or as just now. */
const USUAL = anyOf(
  'always|often|constantly|regularly|usually|frequently|keep|keeps|kept \\p{L}+ing|again|every (?:day|week|month|time|shift|morning)|all the time|(?:many|several|a few|two|three|four|five|\\d+) times|twice|repeatedly|more than once|still|each time|a habit',
  'last (?:week|month|night)|(?:this|since) (?:week|month|morning|year|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november)|yesterday|recently|(?:days?|weeks?) ago',
);

/** Signs that it is mended, besides a changed practice. */
const MENDED = anyOf(
  "since then|ever since|from then on|no longer|(?:not|never|n't) (?:\\p{L}+ ){0,2}(?:happened|happen) (?:again|since)|never again|these days|nowadays|i (?:now|today)|now,? (?:i|we|before|every|each)|today,? i|retrained|took a course|i (?:have |had )?(?:stopped|changed (?:my|how|the way|that)|learned|learnt)",
);

/** Honesty belongs to the core of every job. Who made up the hours made good for them. */
export const honesty: CoreRequirement = {
  name: 'honest figures, records and words',
  breach:
    '(?:faked|falsified|fabricated|forged|made up|invented|backdated|doctored|fudged|cooked|embellished) (?:(?!from|with|for|to|by|of|in|on)\\p{L}+ ){0,4}(?:figures|numbers|results|data|records?|reports?|books|signatures?|receipts?|expenses|time ?sheets?|certificates?|charts?|logs?|entries|references|quotes?|sources?|grades?|marks|invoices?|measurements?|proof|evidence|statements?|accounts|cv|qualifications?)|lied (?:in|on) my (?:cv|application|resume)',
};

interface Touch {
  readonly weak: RegExp | undefined;
  readonly lapse: RegExp | undefined;
  readonly breach: RegExp | undefined;
}

const touches = new WeakMap<CoreRequirement, Touch>();

function touchOf(requirement: CoreRequirement): Touch {
  const known = touches.get(requirement);
  if (known !== undefined) return known;
  const { skill, lapse, breach } = requirement;
  const made = {
    weak: skill === undefined ? undefined : weakAt(skill),
    // "I'm always late" has no verb for the pattern to begin with.
    lapse: lapse === undefined ? undefined : anyOf(`${I}(?:${lapse})`, `(?<=i'm )(?:${lapse})`),
    breach: breach === undefined ? undefined : anyOf(`${I}(?:${breach})`),
  };
  touches.set(requirement, made);
  return made;
}

/** The words that touch a requirement. */
export interface CoreFailure {
  readonly span: Span;
  readonly requirement: CoreRequirement;
}

/**
 * The words by which this failure alone would make somebody doubt the person for a role now: the skill itself
 * called weak, a safety or basic duty missed as a habit or just now, or trust broken; none where the text says
 * that it is mended. One bad judgement inside one's trade is not meant.
 */
export function coreFailure(text: ParsedText, core: readonly CoreRequirement[]): CoreFailure | undefined {
  const changed = sentencesOf(text, changedPractice.find(text));
  const beginner = text.sentences.some((sentence) => AS_BEGINNER.test(sentence.folded));
  // "I always mix up orders" looks like a practice too, so the sentence itself does not mend itself that way.
  const isMended = (sentence: Sentence): boolean =>
    text.sentences.some((one) => MENDED.test(one.folded)) || changed.some((one) => one !== sentence);
  const isPast = (sentence: Sentence): boolean =>
    THEN.test(sentence.folded) && (beginner || isMended(sentence));
  const isUsual = (sentence: Sentence): boolean =>
    !beginner && USUAL.test(sentence.folded) && !isMended(sentence);
  for (const requirement of core) {
    const { weak, lapse, breach } = touchOf(requirement);
    const span =
      first(text, weak, (one) => !isPast(one)) ??
      first(text, breach, (one) => !isMended(one)) ??
      first(text, lapse, isUsual);
    if (span !== undefined) return { span, requirement };
  }
  return undefined;
}

function first(
  text: ParsedText,
  pattern: RegExp | undefined,
  where: (sentence: Sentence) => boolean,
): Span | undefined {
  // The pattern first: what mends is asked only of a sentence that needs it.
  return pattern === undefined
    ? undefined
    : clausesWith(text, pattern, { where: (one) => pattern.test(one.folded) && where(one) })[0];
}

/** The failure is the very skill of the role in view. */
export const coreSkill: Signal = {
  name: 'core-skill',
  explains:
    'I look for words that say the main skill of your role is missing, now or again and again. I need the role for it.',
  weight: 102,
  anotherStory: 'this one touches the very skill the role asks for',
  find(text, hints = {}) {
    const family = hints.role === undefined ? undefined : roleFamilyOf(hints.role);
    const found = family === undefined ? undefined : coreFailure(text, [...family.core, honesty]);
    return found === undefined ? [] : [found.span];
  },
};
