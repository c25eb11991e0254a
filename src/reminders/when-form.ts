import type { Card } from '../card/card.ts';
import { FIRST_CHOICES } from './cards/plan-cards.ts';

/** The days a form offers, by the word that is typed for each. */
export const FORM_DAYS = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
} as const;

/** The first that a card offers for a day's work. */
export const FORM_TIME = '08:30';

export interface WhenPicked {
  /** Words of `FORM_DAYS`, with commas between them; others are none. */
  readonly days: string;
  /** Every two weeks rather than every week. */
  readonly isEveryOther: boolean;
  /** As it was picked or typed. */
  readonly time: string;
}

/** Pure. What was picked in a form as it would have been typed after "remind"; undefined where no day was. */
export function whenWords({ days: ticked, isEveryOther, time }: WhenPicked): string | undefined {
  const days = Object.keys(FORM_DAYS).filter((day) => ticked.split(',').includes(day));
  if (days.length === 0) return undefined;
  // "Mon 08:30" is one Monday.
  const every = isEveryOther ? 'every two weeks on' : 'every';
  return [every, days.join('/'), time].join(' ').replace(/\s+/gu, ' ').trim();
}

/** Whether a card asks when to remind, with the usual times to choose from: a form can say what they do not. */
export function asksWhen({ buttons }: Card): boolean {
  const usual = FIRST_CHOICES.map(({ words: typed }) => `remind ${typed}`);
  return buttons.some(({ action, word }) => action.startsWith('remind:pick:') && usual.includes(word));
}
