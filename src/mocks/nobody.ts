/** In the place of somebody who is not known any more: no platform has such an id, and nobody is written to by it. */
const NOBODY = /^gone-\d+$/u;

/** `others`: ids of those who are in the same session or series. */
export function nobodyBeside(others: readonly string[]): string {
  return `gone-${new Set(others.filter(isNobody)).size + 1}`;
}

export function isNobody(id: string): boolean {
  return NOBODY.test(id);
}
