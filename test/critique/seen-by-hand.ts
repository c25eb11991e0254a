import { UNIT_LABELS, type UnitLabel } from '../../src/critique/model/labels.ts';
import type { Seen } from '../../src/critique/model/seen.ts';

/** A stretch of an answer, and how likely it shows what. */
export type Shown = readonly [words: string, likely: Partial<Record<UnitLabel, number>>];

/** What a model could have seen in these stretches, and the answer they make. */
export function seenByHand(shown: readonly Shown[]): { readonly seen: Seen; readonly text: string } {
  let text = '';
  const units = shown.map(([quote], index) => {
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? quote : `${text} ${quote}`;
    return { index, span: { start, end: text.length, quote }, tokens: [] };
  });
  const likely = shown.map(([, row]) => UNIT_LABELS.map((label) => row[label] ?? 0));
  return { seen: { units, likely, scores: {}, exact: {}, pitfalls: {}, good: 0.5 }, text };
}
