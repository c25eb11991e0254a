import type { ParsedText, Sentence } from '../parsed-text.ts';
import { sentenceAt } from './matching.ts';
import { ownPart } from './own-part.ts';
import { remembered } from './remembered.ts';
import { whatWentWrong } from './what-went-wrong.ts';

/** The first sentence that tells the slip; undefined where none does. */
const slipSentence = remembered((text): Sentence | undefined => {
  const first = ownPart.find(text)[0] ?? whatWentWrong.find(text)[0];
  return first === undefined ? undefined : sentenceAt(text, first);
});

/** Whether a sentence comes after the slip; where none is told, whether it comes after the opening. */
export function afterSlip(text: ParsedText): (sentence: Sentence) => boolean {
  const slip = slipSentence(text);
  // A longer text that tells no slip still opens with its scene: "last month" there is no later time.
  const from = slip?.index ?? (text.sentences.length > 2 ? 0 : -1);
  return (sentence) => sentence.index > from;
}

/** Whether a sentence tells the slip or comes after it; in a text that tells no slip every sentence does. */
export function fromSlip(text: ParsedText): (sentence: Sentence) => boolean {
  const slip = slipSentence(text);
  return (sentence) => slip === undefined || sentence.index >= slip.index;
}
