import { PersonError } from '../errors.ts';
import type { Pair } from '../mocks/meeting.ts';

export const MOST_PEOPLE = 2_000;
export const MOST_SESSIONS = 1_000;
const MOST_SEED = 2 ** 32 - 1;

/** A whole number from `least` to `most`. Throws a `PersonError` that names the option. */
function wholeNamed(option: string, words: string, [least, most]: readonly [number, number]): number {
  const number = /^\d{1,10}$/u.test(words) ? Number(words) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new PersonError(
    'no-number',
    `${option}: "${words}" cannot be. Write a whole number from ${least} to ${most}, such as ${option} ${Math.max(least, 7)}.`,
  );
}

export function peopleNamed(words: string): number {
  return wholeNamed('--people', words, [1, MOST_PEOPLE]);
}

export function sessionsNamed(words: string): number {
  return wholeNamed('--sessions', words, [1, MOST_SESSIONS]);
}

export function seedNamed(words: string): number {
  return wholeNamed('--seed', words, [0, MOST_SEED]);
}

/** A part of 1. Throws a `PersonError`. */
export function absentNamed(words: string): number {
  const part = /^(?:\d+|\d*\.\d+)$/u.test(words) ? Number(words) : Number.NaN;
  if (part >= 0 && part <= 1) return part;
  throw new PersonError(
    'no-part',
    `--absent: "${words}" cannot be. Write a number from 0 to 1, such as --absent 0.2: each is away one time in five.`,
  );
}

/** "1-2,3-4": pairs of people by number, as ids of the simulation. Throws a `PersonError`. */
export function avoidNamed(words: string, people: number): readonly Pair[] {
  return words.split(',').map((pair) => {
    const [, first, second] = /^\s*p?(\d{1,4})\s*-\s*p?(\d{1,4})\s*$/u.exec(pair) ?? [];
    if (first === undefined || second === undefined)
      throw new PersonError(
        'no-pair',
        `--avoid: "${pair.trim()}" is no pair. Write people's numbers, such as --avoid 1-2,3-4.`,
      );
    const [one, other] = [Number(first), Number(second)];
    for (const number of [one, other])
      if (number < 1 || number > people)
        throw new PersonError(
          'no-such-person',
          `--avoid: there is no person ${number}. With --people ${people} their numbers are 1 to ${people}.`,
        );
    if (one === other)
      throw new PersonError(
        'same-person',
        `--avoid: ${one}-${other} is the same person twice. Name two who should not be in one group, such as --avoid 1-2.`,
      );
    return [`p${one}`, `p${other}`];
  });
}
