/**
 * "Since then I check everything twice", "and now I always …": said in so many words, in one breath with the lesson as
 * often as not, where the model sees the lesson alone. Kept to what is beyond doubt: of 252 answers it was tried on (dev
 * and outside) it raised none that its readers gave nothing for.
 */
const PLAINLY =
  /\b(?:since then|ever since|from then on|these days|nowadays),?\s+(?:i|we|i['’]ve|we['’]ve)\b(?! (?:still|often|sometimes|feel|think|know))|\b(?:so|and) now,? (?:i|we) (?!know|see|think|understand|feel|realis|realiz|can|am|still|believe)\p{L}+/iu;

/** Whether the text plainly says that something is done differently since. */
export function isPlainlySince(text: string): boolean {
  return PLAINLY.test(text);
}
