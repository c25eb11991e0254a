/** So many words in a row are nobody's own by chance. */
const RUN_WORDS = 7;

/** Hashes of all runs of seven words of a text, in order: what a known text can be recognised by without shipping it. */
export function wordRuns(text: string): number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, Math.max(0, words.length - RUN_WORDS + 1))
    .map((_, at) => hashOf(words.slice(at, at + RUN_WORDS)));
}

/** FNV-1a, 32 bits. */
function hashOf(words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const char of words.join(' ')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
