import { type Block, type Button, type Card, text } from '../../card/card.ts';
import type { Plan, Reason } from '../plan.ts';
import type { About } from '../plan-event.ts';
import { whyNow } from '../why-now.ts';
import { planCard } from './plan-cards.ts';

/** What a screen may show to whoever stands beside it. */
export const NEUTRAL = 'A few minutes are yours now, if you like.';

/** Ways to put one off, as they are said after `remind`. */
export const LATER: readonly { readonly label: string; readonly value: string }[] = [
  { label: 'In an hour', value: 'snooze-1h' },
  { label: 'This evening', value: 'snooze-evening' },
  { label: 'Tomorrow', value: 'snooze-tomorrow' },
];

export interface Reminded {
  readonly reason: Reason;
  readonly about: About;
  readonly seq: number;
  /** Days from today to the interview, where one is planned. */
  readonly daysToInterview?: number;
  /** Earlier ones that could not be sent, in words. */
  readonly missed: Plan['missed'];
  /** It comes later than planned: for when it was, in words. */
  readonly wasFor?: string;
}

/** The time has come: why now, and the one step it offers. Nothing of the person's words is in it. */
export function reminderCard({ reason, about, seq, daysToInterview, missed, wasFor }: Reminded): Card {
  const why = whyNow({
    kind:
      reason.kind === 'missed' || (reason.kind === 'interview' && reason.what === 'after')
        ? 'moment'
        : reason.kind,
    ...(reason.kind === 'interview' && reason.what !== 'after' ? { what: reason.what } : {}),
    ...(daysToInterview === undefined ? {} : { daysToInterview }),
    ...(about.step === undefined ? {} : { step: about.step }),
    sheltered: about.sheltered,
    hasPractice: about.hasPractice,
  });
  const whole = { action: `remind:start:${seq}`, word: '/practice-failure' } as const;
  const again = { action: `remind:step:${seq}`, word: 'remind start', style: 'primary' } as const;
  const hasAnswer = about.hasPractice && !about.sheltered;
  const minutes = why.offers === undefined ? '' : ` (${why.offers.minutes} minutes)`;
  const start: Button[] = hasAnswer
    ? [
        { ...again, label: `Start now${minutes}` },
        { ...whole, label: why.offers === undefined ? 'Another story' : 'The whole answer' },
      ]
    : [{ ...whole, label: 'Start now', style: 'primary' }];
  const blocks: Block[] = [text(why.line)];
  if (wasFor !== undefined) blocks.push(text(`This was for ${wasFor}; I was away then.`));
  if (missed.length > 0) blocks.push(text(`Not sent, since I was away: ${missed.join('; ')}.`));
  blocks.push({
    kind: 'input',
    input: { type: 'choice', id: 'remind', label: 'Later', options: LATER },
  });
  return {
    ...planCard(blocks, [
      ...start,
      { action: `remind:skip:${seq}`, word: 'remind skip', label: 'Skip this one' },
      { action: 'remind:change', word: 'remind change', label: 'Change' },
      { action: 'remind:stop', word: 'remind stop', label: 'Stop reminders' },
    ]),
    notice: NEUTRAL,
  };
}

/** Three were not answered: one kind message, and how to wake it. `hasInterview`: its last steps come all the same. */
export function restCard(hasInterview: boolean): Card {
  const kept =
    'I will be quiet now. Your plan is kept, and so is all you wrote. Wake it whenever it suits you.';
  const still = 'Only for your interview I come once more: the day before, and the day after.';
  return planCard(
    [text(hasInterview ? `${kept} ${still}` : kept)],
    [
      { action: 'remind:wake', word: 'remind wake', label: 'Wake it', style: 'primary' },
      { action: 'remind:stop', word: 'remind stop', label: 'Stop reminders' },
    ],
  );
}

/** One was missed, and no other will say it soon. `next`: what the wall shows when the next comes. */
export function missedCard(missed: Plan['missed'], next: string | undefined): Card {
  const then = next === undefined ? 'Nothing else is planned.' : `The next is ${next}.`;
  return planCard(
    [text(`I was away and did not remind you: ${missed.join('; ')}. ${then}`)],
    [{ action: 'remind:change', word: 'remind change', label: 'Set another' }],
  );
}
