import { newEntry } from './calendar/calendar-entry.ts';
import { later } from './instants.ts';
import type { Mock, Mode, Pairs, Twist } from './mock.ts';
import { liveMinutes } from './script.ts';

const DAY_MS = 24 * 60 * 60_000;

/** It is announced so long before, where there is so much time. */
const ANNOUNCED_MS = 3 * DAY_MS;

const TWISTS: readonly Twist[] = ['first-telling', 'another-failure', 'follow-ups', 'sixty-seconds'];

/** Of a series of four, what each asks for; a fifth begins anew. `no`: from 1. */
export function twistOf(no: number): Twist {
  return TWISTS[(no - 1) % TWISTS.length] ?? 'first-telling';
}

export interface MockWish {
  /** Unlike any other session's: letters and digits. */
  readonly id: string;
  /** In its series, from 1. */
  readonly no: number;
  readonly title: string;
  /** What is practised, as the guide asks it. */
  readonly question?: string;
  /** A place's key. */
  readonly channel: string;
  /** The organiser's, IANA. */
  readonly zone: string;
  readonly organizer: Mock['organizer'];
  readonly mode: Mode;
  readonly rounds?: number;
  readonly pairs?: Pairs;
  /** An instant. */
  readonly startsAt: string;
  readonly announceAt?: string;
  readonly nextAt?: string;
}

/** A session that is planned: nobody was asked yet. `at`: now. */
export function newMock(wish: MockWish, at: string): Mock {
  const { id, no, title, channel, zone, organizer, mode, rounds = 1, pairs, startsAt, nextAt } = wish;
  const times = { startsAt, endsAt: later(startsAt, lengthMs(mode, rounds)) };
  return {
    v: 1,
    id,
    no,
    twist: twistOf(no),
    title,
    channel,
    zone,
    organizer,
    mode,
    rounds,
    ...(pairs === undefined ? {} : { pairs }),
    round: 1,
    announceAt: wish.announceAt ?? later(startsAt, -ANNOUNCED_MS),
    ...times,
    sequence: 0,
    entry: newEntry(id, times, at),
    stage: 'planned',
    members: [],
    groups: [],
    cards: [],
    words: [],
    ...(wish.question === undefined ? {} : { question: wish.question }),
    ...(nextAt === undefined ? {} : { nextAt }),
    since: at,
  };
}

/** How long a session is. */
export function lengthMs(mode: Mode, rounds: number): number {
  return mode.kind === 'live' ? liveMinutes(rounds) * 60_000 : mode.days * DAY_MS;
}
