import { isTrainedWord } from '../model/critic-model.ts';

/** Frequent in English and rare elsewhere: in running English about every second word is one of these. */
const ENGLISH = new Set(
  (
    'the and of to was were that with we my it but had for on they this have not at from when be is i you our because after ' +
    "before a an in as by so their his her she he which what then did didn't is are me us who there about would could been"
  ).split(' '),
);
const SHARE = 0.22;

/** Notes leave the little words out. Then the words themselves must be English; other languages share a fifth of them. */
const KNOWN_SHARE = 0.5;

/** Whether the words are English, in sentences or in notes. */
export function isEnglish(words: readonly string[]): boolean {
  const plain = words.map((word) => word.toLowerCase().replace('’', "'"));
  if (plain.filter((word) => ENGLISH.has(word)).length >= words.length * SHARE) return true;
  return plain.filter(isTrainedWord).length >= words.length * KNOWN_SHARE;
}
