import { MAX_TEXT } from '../text/clean.ts';

/** "… your answer has 74,000 characters and I can read up to 40,000." `length` in UTF-16 code units. */
export function limitLine(because: string, length: number): string {
  return `${because} your answer has ${inFigures(length)} characters and I can read up to ${inFigures(MAX_TEXT)}.`;
}

/** A message of more than the coach can read: what is kept, and what to do. `length` in UTF-16 code units. */
export function tooLongText(length: number): string {
  return `That is ${inFigures(length)} characters and I can read up to ${inFigures(MAX_TEXT)}. What you wrote before is kept; send this one again in two parts.`;
}

/** The parts of one answer together stay within what the coach can read; undefined where they do. */
export function tooMuchText(before: number, added: number): string | undefined {
  if (before + added <= MAX_TEXT) return undefined;
  if (before === 0) return tooLongText(added);
  return `${limitLine('With that one', before + added)} What you wrote before is kept. Send a shorter one, or go on with Next.`;
}

function inFigures(count: number): string {
  return new Intl.NumberFormat('en').format(count);
}
