/** A sentence of a text, and what stands around it. */
export interface Cut {
  readonly before: string;
  readonly sentence: string;
  readonly after: string;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of `text` that hold `quote`, and what is before and after them; undefined where it does not stand there. */
export function sentenceIn(text: string, quote: string): Cut | undefined {
  const start = text.indexOf(quote);
  if (start < 0) return undefined;
  const end = start + quote.length;
  let from = start;
  let to = end;
  for (const { index, segment } of sentences.segment(text)) {
    if (index <= start && start < index + segment.length) from = index;
    if (index < end && end <= index + segment.length) to = index + segment.length;
  }
  return {
    before: text.slice(0, from).trim(),
    sentence: text.slice(from, to).trim(),
    after: text.slice(to).trim(),
  };
}
