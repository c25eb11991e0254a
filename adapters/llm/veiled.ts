import { isEnglish } from '../../src/critique/cannot-judge/is-english.ts';
import { mergedSpans } from '../../src/critique/merged-spans.ts';
import { type Span, spanOf } from '../../src/text/span.ts';
import { words } from '../../src/text/words.ts';

/**
 * Stretches of an answer that a model may read and the patterns for orders cannot: letters with unseen ones between,
 * letters of two alphabets in a word, figures for letters, letters one by one, an encoding, another language. Nobody
 * tells a story to an interviewer like that, and what they say cannot be compared with what a model says after them.
 */
export function veiledIn(text: string): Span[] {
  const found = VEILS.flatMap((veil) =>
    [...text.matchAll(veil)].flatMap(
      (match) => spanOf(text, match.index, match.index + match[0].length) ?? [],
    ),
  );
  for (const match of text.matchAll(SENTENCE)) {
    const span = spanOf(text, match.index, match.index + match[0].length);
    if (span !== undefined && isForeign(span.quote)) found.push(span);
  }
  return mergedSpans(text, found);
}

const VEILS: readonly RegExp[] = [
  // A soft hyphen or a zero-width space comes along with a copied text; several in a row of letters do not.
  /(?:\p{L}[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]+){2,}\p{L}|[\u{E0000}-\u{E007F}]+|[\u202A-\u202E\u2066-\u2069]/gu,
  // One word of two alphabets.
  /\p{L}*(?:\p{Script=Latin}(?=[\p{Script=Cyrillic}\p{Script=Greek}])|[\p{Script=Cyrillic}\p{Script=Greek}](?=\p{Script=Latin}))\p{L}+/gu,
  // "th1s 4nsw3r": two words in a row with a figure between or before their letters. "3rd", "B2B" and "v2" stand alone.
  /(?<![\p{L}\p{N}])(?:\p{L}+[013457]\p{L}+\w*|[013457]\p{L}*[a-z]{2}[013457]\w*)(?:\s+\w+)?\s+(?:\w*\p{L}+[013457]\p{L}+\w*|[013457]\p{L}*[a-z]{2}[013457]\w*)/giu,
  // Letters one by one.
  /(?<![\p{L}\p{N}])(?:\p{L}[ \t._-]{1,3}){5,}\p{L}(?![\p{L}\p{N}])/gu,
  // Base64 and its like; a path or a link has signs between, a long name in code hardly a figure.
  /(?<![\w/+.:=-])(?=[A-Z0-9+]*[a-z])(?=[a-z0-9+]*[A-Z])(?=(?:[A-Za-z+]*\d){2})[A-Za-z0-9+]{24,}={0,2}/gu,
];

/** Up to the end of a sentence or a line, in any script. */
const SENTENCE = /[^\n.!?。！？]{1,400}[.!?。！？]*/gu;
/** Shorter ones are names and loose words. */
const FEWEST_WORDS = 7;
/** One of these makes a sentence English; neighbours do not have them. */
const ENGLISH = /\b(?:the|and|of|to|but|my|we|he|she|they|his|her|not|at|from|this|that|with|it|i)\b/iu;
const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;

function isForeign(sentence: string): boolean {
  const letters = sentence.match(LETTER)?.length ?? 0;
  const latin = sentence.match(LATIN)?.length ?? 0;
  if (letters >= FEWEST_WORDS && latin * 2 < letters) return true;
  const all = words(sentence);
  return all.length >= FEWEST_WORDS && !ENGLISH.test(sentence) && !isEnglish(all);
}
