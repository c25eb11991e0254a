/** Names in a guide's data that no card shows. */
const NOT_SHOWN = new Set(['id', 'signal', 'about', 'aliases', 'quality', 'kind', 'opensAt']);

/** Every line of a guide that a card could show, with the path that leads to it. */
export function shownLines(value: unknown, path = ''): { path: string; line: string }[] {
  if (typeof value === 'string') return [{ path, line: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    NOT_SHOWN.has(key) ? [] : shownLines(inner, `${path}/${key}`),
  );
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text, trimmed. */
export function sentencesOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter((line) => line !== '');
}
