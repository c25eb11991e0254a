const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The number of characters as a person counts them (an emoji with a skin tone is one). */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/**
 * Shortens to at most `max` graphemes, ending in "…" when something was cut; never cuts inside an
 * emoji or an accent. `max` of at least 1.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  let count = 0;
  for (const { segment } of segmenter.segment(text)) {
    count += 1;
    if (count > max) return `${lastButOne(kept)}…`;
    kept += segment;
  }
  return text;
}

function lastButOne(kept: string): string {
  const parts = [...segmenter.segment(kept)];
  const last = parts.at(-1);
  return last === undefined ? '' : kept.slice(0, last.index).trimEnd();
}
