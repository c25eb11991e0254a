import { inWords } from '../../../src/reminders/in-words.ts';
import { readWhen } from '../../../src/reminders/when/read-when.ts';

/** A Wednesday, 15:00 in Berlin. */
export const WEDNESDAY = { now: '2026-11-25T14:00:00Z', zone: 'Europe/Berlin' };
export const LATE = { now: '2026-11-25T22:30:00Z', zone: 'Europe/Berlin' };
export const EARLY = { now: '2026-11-25T06:00:00Z', zone: 'Europe/Berlin' };
export const AFTER_MIDNIGHT = { now: '2026-11-25T23:20:00Z', zone: 'Europe/Berlin' };

export function meant(words: string, at = WEDNESDAY): string {
  const read = readWhen(words, at);
  if (read.read !== 'wish') return read.read;
  return inWords(read.wish, read.zone ?? at.zone).replace(' (Europe/Berlin)', '');
}

export function choices(words: string, at = WEDNESDAY): string[] {
  const read = readWhen(words, at);
  return 'choices' in read ? read.choices.map((choice) => choice.words) : [];
}
