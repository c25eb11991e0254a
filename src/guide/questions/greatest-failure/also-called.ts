/** A word and how people put it in a sentence: "redo lesson", "redo the lesson", "redo my lesson". */
export function alsoCalled(...words: readonly string[]): string[] {
  return words.flatMap((word) => [word, `the ${word}`, `my ${word}`]);
}
