const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The number of characters as a person counts them (an emoji with a skin tone is one). */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** A cut is moved back to the end of a word where one is among so much of what is kept, from its end. */
const WORD_WITHIN = 0.3;

/**
 * Shortens to at most `max` graphemes, ending in "…" when something was cut; never cuts inside an
 * emoji or an accent, and inside a word only where the word is long. `max` of at least 1.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const ends: number[] = [];
  for (const { index } of segmenter.segment(text)) {
    ends.push(index);
    if (ends.length > max) return `${toWordEnd(text, ends[max - 1] ?? 0)}…`;
  }
  return text;
}

/** `text` up to `end`, or to the end of the last whole word before it. */
function toWordEnd(text: string, end: number): string {
  const kept = text.slice(0, end);
  const isWhole = /\s/u.test(text.charAt(end));
  const space = kept.search(/\s\S*$/u);
  const cut = isWhole || space < end * (1 - WORD_WITHIN) ? kept : kept.slice(0, space);
  return cut.trimEnd();
}
