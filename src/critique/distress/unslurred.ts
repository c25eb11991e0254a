/** Contractions as people type them in a hurry ("dont", "cant", "im"), and white space of wrapped lines, as the patterns spell them. */
export function unslurred(folded: string): string {
  return folded
    .replace(/\s+/gu, ' ')
    .replace(/(?<![a-z])(do|does|did|ca|wo|could|would|should|was|were|is|have|had)nt(?![a-z])/gu, "$1n't")
    .replace(/(?<![a-z'])im(?![a-z'])/gu, "i'm");
}
