import type { CannotJudge } from './critique.ts';

/** Below this a story has not begun, and any judgement would be made up. */
const FEWEST_WORDS = 12;

/** Frequent in English and rare elsewhere: in running English about every second word is one of these. */
const ENGLISH = new Set(
  (
    'the and of to was were that with we my it but had for on they this have not at from when be is i you our because after ' +
    "before a an in as by so their his her she he which what then did didn't is are me us who there about would could been"
  ).split(' '),
);

const ENGLISH_SHARE = 0.22;

/** A word with a letter in it. The word counter of the product is exact and slow; here a tenth more or less is the same. */
const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]*/gu;

/** Why a text cannot be judged, and what to do next; undefined where it can. */
export function whyNotJudged(text: string): CannotJudge | undefined {
  const spoken = text.match(WORD) ?? [];
  if (spoken.length === 0) {
    return {
      cannotJudge: 'no-words',
      advice: 'I find no words in this yet. Tell me in a line or two what happened, and I will read it.',
    };
  }
  // By letters, not by words: some scripts put no space between words.
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return notEnglish();
  if (spoken.length < FEWEST_WORDS) {
    return {
      cannotJudge: 'too-short',
      advice:
        'This is too short for me to say anything true about it. Two or three sentences are enough: what happened, and what you did.',
    };
  }
  const english = spoken.filter((word) => ENGLISH.has(word.toLowerCase().replace('’', "'"))).length;
  return english < spoken.length * ENGLISH_SHARE ? notEnglish() : undefined;
}

function notEnglish(): CannotJudge {
  return {
    cannotJudge: 'not-english',
    advice:
      'I can only read English so far, and this looks like something else. Write it in English, as rough as you like, and I will read it.',
  };
}
