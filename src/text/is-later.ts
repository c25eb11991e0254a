const LATER = /^(?:again )?(?:(?:(?:a (?:bit|little)|some ?time) )?later(?: on)?|in a (?:bit|while))$/u;

/** Whether words say no more than that it is not now: "later", "in a bit". In small letters. */
export function isLater(words: string): boolean {
  return LATER.test(words);
}
