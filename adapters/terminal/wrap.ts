import wrapAnsi from 'wrap-ansi';

/** Wraps words to a width in columns; a word that is longer is broken. */
export function wrap(words: string, width: number): string {
  return wrapAnsi(words, Math.max(1, width), { hard: true });
}

/** Wraps words and sets every line in by `by` columns. */
export function wrapIndented(words: string, width: number, by: number): string {
  return indent(wrap(words, width - by), ' '.repeat(by));
}

/** Puts the same margin before every line that holds something. */
function indent(words: string, margin: string): string {
  return words
    .split('\n')
    .map((line) => (line === '' ? line : margin + line))
    .join('\n');
}

/** Wraps words behind a head of a known width: the first line stands beside it, the others under the words. */
export function hang(head: string, headWidth: number, words: string, width: number): string {
  const [first, ...others] = wrap(words, width - headWidth).split('\n');
  return [head + first, ...others.map((line) => indent(line, ' '.repeat(headWidth)))].join('\n');
}
