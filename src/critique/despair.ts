import { ownDespair } from './distress/despair.ts';
import { told } from './distress/telling.ts';
import { unslurred } from './distress/unslurred.ts';
import { fold } from './parsed-text.ts';

/**
 * Whether somebody writes of not wanting to live, or of harming themselves. Asked of each message on its own, whatever
 * stands in the practice, so that no reading is needed. Never throws; linear in the text.
 */
export function tellsDespair(message: string): boolean {
  return despairIn(message).size > 0;
}

/**
 * Whether a text tells of it in words that it did not hold before: an edit elsewhere in it, or of its spelling, says
 * nothing new.
 */
export function tellsDespairAnew(before: string, message: string): boolean {
  const after = despairIn(message);
  if (after.size === 0) return false;
  const known = despairIn(before);
  return [...after].some((words) => !known.has(words));
}

/** The words that tell of it, as the patterns spell them. */
function despairIn(message: string): ReadonlySet<string> {
  // A line may be a sentence without a full stop, or one that is wrapped: both are looked at.
  const pieces = message.includes('\n') ? [message, ...message.split(/\n+/u)] : [message];
  return new Set(
    pieces.flatMap((piece) => {
      const folded = unslurred(fold(piece)).trim();
      return ownDespair.flatMap((kind) => [...told(folded, kind)]);
    }),
  );
}
