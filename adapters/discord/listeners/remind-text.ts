import { remindIn } from '../../../src/conversation/remind-in.ts';

/**
 * Pure. What was filled in about reminders, as the core reads it: behind the command, and in its form, every word is about
 * them, also what is none in a talk ("the milk").
 */
export function remindText({
  when = '',
  zone = '',
}: {
  readonly when?: string | undefined;
  readonly zone?: string | undefined;
}): string {
  const time = when
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^remind(?:er)?s?\b(?: me\b)?\s*/iu, '');
  const words = [time, ...(zone.trim() === '' ? [] : [`zone ${zone.trim()}`])].join(' ').trim();
  const text = `remind ${words}`.trim();
  if (remindIn(text) !== undefined) return text;
  const set = `remind set ${words}`;
  return remindIn(set) === undefined ? 'remind' : set;
}
