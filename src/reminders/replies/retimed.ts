import { plainWords } from '../when/plain-words.ts';
import { readingsOf } from '../when/times.ts';
import type { Wish } from '../when/when-read.ts';
import { timeAlone } from './time-alone.ts';

/** Longer than this, words say more than a time. */
const LONGEST = 60;

/** The times of the day that words may mean and nothing else; undefined where they say more, or none. */
export function timesMeant(words: string): readonly string[] | undefined {
  if (words.length > LONGEST) return undefined;
  const { times, rest } = timeAlone(plainWords(words));
  const [time, second] = times;
  return time === undefined || second !== undefined || rest !== '' ? undefined : readingsOf(time);
}

/** The same at another time of the day. A single moment keeps its date: its words, since its instant is another. */
export function retimed(wish: Wish, time: string): Wish | { readonly words: string } {
  switch (wish.kind) {
    case 'recurrence':
      return { ...wish, recurrence: { ...wish.recurrence, times: [time] } };
    case 'moment':
      return { words: `${wish.moment.wall.slice(0, 10)} ${time}` };
    case 'adaptive':
    case 'interview':
      return { ...wish, time };
  }
}
