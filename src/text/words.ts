const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of a text as a reader counts them: "well-known" and "don't" are one each, punctuation none. */
export function words(text: string): string[] {
  const found: string[] = [];
  let joined = false;
  let end = -1;
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike === true) {
      if (joined && end === index && found.length > 0) found[found.length - 1] += `-${segment}`;
      else found.push(segment);
      joined = false;
      end = index + segment.length;
    } else {
      // Only a single hyphen right after a word: "--" is a dash and keeps its words apart.
      joined = !joined && (segment === '-' || segment === '‐') && end === index;
      if (joined) end = index + segment.length;
    }
  }
  return found;
}

/** How many words a reader counts. */
export function countWords(text: string): number {
  return words(text).length;
}

/** Whether there is anything a reader counts as a word. Reads no further than the first. */
export function hasWord(text: string): boolean {
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) return true;
  return false;
}
