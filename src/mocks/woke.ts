import type { Card } from '../card/card.ts';
import { unreachable } from '../errors.ts';
import { announcementCard } from './cards/announcement-card.ts';
import { dayBeforeCard, tenMinutesCard } from './cards/reminder-cards.ts';
import { closedIfDone, recapped } from './closing.ts';
import { type Due, firstDue } from './dues.ts';
import { isBy, later, latest } from './instants.ts';
import type { Member, Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { nudged } from './nudge.ts';
import { followedBy, joined } from './people.ts';
import { phaseOver } from './phases.ts';
import { invited } from './rostered.ts';
import { graceOver, missed, started } from './starting.ts';

/** A reminder that comes so late says nothing that is not known. */
const LATE_REMINDER_MS = 6 * 60 * 60_000;

/** Its wake rang: all that is due by now is done, in its order, each once. */
export function woke(mock: Mock, grounds: MockGrounds): MockTurn {
  let turn: MockTurn = { mock, effects: [] };
  for (let due = dueBy(turn.mock, grounds.at); due !== undefined; due = dueBy(turn.mock, grounds.at)) {
    const now = due;
    turn = followedBy(turn, (next) => {
      const done = come(next, now, grounds);
      return { ...done, mock: { ...done.mock, since: latest(done.mock.since, now.at) } };
    });
    turn = followedBy(turn, (next) => closedIfDone(next, grounds));
  }
  return turn;
}

function dueBy(mock: Mock, at: string): Due | undefined {
  const first = firstDue(mock);
  return first !== undefined && isBy(first.at, at) ? first : undefined;
}

function come(mock: Mock, due: Due, grounds: MockGrounds): MockTurn {
  switch (due.what) {
    case 'announce':
      return announce(mock, grounds);
    case 'dayBefore':
      return reminded(mock, dayBeforeCard, isBy(grounds.at, later(due.at, LATE_REMINDER_MS)), grounds);
    case 'tenMinutes':
      return reminded(mock, tenMinutesCard, isBy(grounds.at, mock.startsAt), grounds);
    case 'start':
      return started(mock, grounds);
    case 'grace':
      return graceOver(mock, grounds);
    case 'recap':
      return recapped(mock, grounds);
    case 'phase':
    case 'nudge':
      return ofGroup(mock, due, grounds);
    default:
      return unreachable(due);
  }
}

function ofGroup(
  mock: Mock,
  { what, group: no }: Extract<Due, { group: number }>,
  grounds: MockGrounds,
): MockTurn {
  const group = mock.groups.find((one) => one.no === no);
  if (group === undefined) return { mock, effects: [] };
  return what === 'phase' ? phaseOver(mock, group, grounds) : nudged(mock, group, grounds);
}

/** It goes to the channel, and to each who was named. */
function announce(mock: Mock, grounds: MockGrounds): MockTurn {
  // Nobody could say that they come.
  if (isBy(mock.startsAt, grounds.at) && joined(mock).length === 0) return missed(mock, grounds);
  // What was over before it could be announced is not announced.
  const after: Mock = { ...mock, stage: 'invited', since: latest(mock.since, grounds.at) };
  const asked = after.members.filter(({ id, answer }) => answer === undefined && !grounds.paused?.has(id));
  return {
    mock: after,
    effects: [
      { type: 'post', as: 'announcement', card: announcementCard(after) },
      ...asked.map((one) => invited(after, one)),
      { type: 'event', status: 'scheduled' },
    ],
  };
}

function reminded(
  mock: Mock,
  card: (mock: Mock, member: Member) => Card,
  isInTime: boolean,
  { paused }: MockGrounds,
): MockTurn {
  if (!isInTime) return { mock, effects: [] };
  // Who joined for a day in their pause wants to be there; of a later one they hear when the pause is over.
  const isPaused = (id: string) => {
    const until = paused?.get(id);
    return until !== undefined && isBy(until, mock.startsAt);
  };
  const coming = [...joined(mock), ...mock.members.filter(({ answer }) => answer === 'observes')].filter(
    ({ id }) => !isPaused(id),
  );
  return {
    mock,
    effects: coming.map((one): MockEffect => ({ type: 'tell', to: one.id, card: card(mock, one) })),
  };
}
