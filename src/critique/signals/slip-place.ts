import type { ParsedText, Sentence } from '../parsed-text.ts';
import { sentenceAt } from './matching.ts';
import { ownPart } from './own-part.ts';
import { whatWentWrong } from './what-went-wrong.ts';

/** The first sentence that tells the slip; undefined where none does. */
export function slipSentence(text: ParsedText): Sentence | undefined {
  const first = ownPart.find(text)[0] ?? whatWentWrong.find(text)[0];
  return first === undefined ? undefined : sentenceAt(text, first);
}

/** Whether a sentence comes after the slip; in a text that tells no slip every sentence does. */
export function afterSlip(text: ParsedText): (sentence: Sentence) => boolean {
  const slip = slipSentence(text);
  return (sentence) => slip === undefined || sentence.index > slip.index;
}

/** Whether a sentence tells the slip or comes after it; in a text that tells no slip every sentence does. */
export function fromSlip(text: ParsedText): (sentence: Sentence) => boolean {
  const slip = slipSentence(text);
  return (sentence) => slip === undefined || sentence.index >= slip.index;
}
