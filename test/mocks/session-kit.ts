import { fallbackText } from '../../src/card/fallback.ts';
import { advanceMock } from '../../src/mocks/advance-mock.ts';
import { nextWake } from '../../src/mocks/dues.ts';
import { isBy, later } from '../../src/mocks/instants.ts';
import type { Pair } from '../../src/mocks/meeting.ts';
import { type Group, type Mock, parseMock } from '../../src/mocks/mock.ts';
import type { Asked, MockEffect, MockEvent, Pressed } from '../../src/mocks/mock-event.ts';
import { groupOf } from '../../src/mocks/people.ts';
import { cardOfWords, groundsAt, person, plannedMock } from './machine.ts';

/** A session that is played: its clock goes to each wake on the way, and it is stored and read again between any two turns. */
export interface PlayedSession {
  mock: () => Mock;
  at: () => string;
  /** The clock jumps, and no wake rings: the coach is away. */
  away(until: string): void;
  /** The wake rings: on time, late or for nothing. */
  rings(): readonly MockEffect[];
  /** Up to and with this instant, each wake on time. */
  until(instant: string): readonly MockEffect[];
  /** To its end. */
  toTheEnd(): readonly MockEffect[];
  happens(event: MockEvent): readonly MockEffect[];
  presses(who: Asked, ...what: Pressed[]): readonly MockEffect[];
  /** Presses Leave, and then the button of the card that asks whether they mean it. What follows from the second. */
  leaves(who: Asked): readonly MockEffect[];
  /** Presses on to the next phase, on the card of the one that is now. */
  goesOn(who: Asked): readonly MockEffect[];
  sends(who: Asked, words?: string, turn?: 0 | 1): readonly MockEffect[];
  types(who: Asked, text: string): readonly MockEffect[];
  groupOf(who: Asked): Group;
  /** All that was ordered, from the beginning. */
  readonly all: MockEffect[];
}

export function playedSession(
  change: Parameters<typeof plannedMock>[0] & { readonly of?: Mock } = {},
  apart: readonly Pair[] = [],
): PlayedSession {
  let mock = change.of ?? plannedMock(change);
  let now = later(mock.announceAt, -60_000);
  const all: MockEffect[] = [];

  function happens(event: MockEvent): readonly MockEffect[] {
    const turn = advanceMock(mock, event, groundsAt(now, apart));
    mock = parseMock(JSON.parse(JSON.stringify(turn.mock)));
    all.push(...turn.effects);
    return turn.effects;
  }

  function until(instant: string): readonly MockEffect[] {
    const before = all.length;
    for (let wake = nextWake(mock); wake !== undefined && isBy(wake, instant); wake = nextWake(mock)) {
      now = isBy(wake, now) ? now : later(wake, 0);
      happens({ type: 'woke' });
    }
    now = instant;
    return all.slice(before);
  }

  function groupNow({ id }: Asked): Group {
    const group = groupOf(mock, id) ?? mock.groups.findLast(({ pair }) => pair.includes(id));
    if (group === undefined) throw new Error(`${id} is in no group`);
    return group;
  }

  const presses = (by: Asked, ...what: Pressed[]) =>
    what.flatMap((one) => happens({ type: 'pressed', by, what: one }));

  return {
    mock: () => mock,
    at: () => now,
    away: (instant) => {
      now = instant;
    },
    rings: () => happens({ type: 'woke' }),
    until,
    toTheEnd() {
      const before = all.length;
      for (let rings = 0; nextWake(mock) !== undefined; rings += 1) {
        if (rings > 500) throw new Error('it does not come to an end');
        until(nextWake(mock) ?? now);
      }
      return all.slice(before);
    },
    happens,
    presses,
    leaves(by) {
      const asked = presses(by, 'leave');
      const at = leaveButtonIn(asked)?.split(':').at(-1);
      return at === undefined ? [] : happens({ type: 'pressed', by, what: 'leave-now', at });
    },
    goesOn(by) {
      const { no, turn, phase } = groupNow(by);
      return happens({ type: 'pressed', by, what: 'next', at: `${no}-${turn}-${phase}` });
    },
    sends: (by, words = `words of ${by.name}`, turn = groupNow(by).turn) =>
      happens({ type: 'carded', by: by.id, turn, card: cardOfWords(words) }),
    types: (by, text) => happens({ type: 'typed', by: by.id, text }),
    groupOf: groupNow,
    all,
  };
}

/** It is announced, these join, and it is the time at which it starts; nothing has begun yet. */
export function joinedBy(people: readonly Asked[], session: PlayedSession): PlayedSession {
  session.until(session.mock().announceAt);
  for (const one of people) session.presses(one, 'join');
  return session;
}

/** It has begun, with these there. */
export function begunWith(people: readonly Asked[], session = playedSession()): PlayedSession {
  joinedBy(people, session);
  session.until(later(session.mock().startsAt, -60_000));
  for (const one of people) session.presses(one, 'here');
  session.until(session.mock().startsAt);
  return session;
}

/** What each was told alone, as they read it. */
export function toldTo({ id }: Asked, effects: readonly MockEffect[]): string[] {
  return effects.flatMap((one) => (one.type === 'tell' && one.to === id ? [fallbackText(one.card)] : []));
}

/** The action of the button that leaves for good, where a card has it. */
export function leaveButtonIn(effects: readonly MockEffect[]): string | undefined {
  return effects
    .flatMap((one) => (one.type === 'tell' ? one.card.buttons : []))
    .map(({ action }) => action)
    .find((action) => action.includes(':leave-now:'));
}

/** What is said in the rooms of groups. */
export function saidIn(effects: readonly MockEffect[]): string[] {
  return effects.flatMap((one) =>
    one.type === 'sayIn' || one.type === 'gather' ? [fallbackText(one.card)] : [],
  );
}

/** What the channel reads. */
export function inChannel(effects: readonly MockEffect[]): string[] {
  return effects.flatMap((one) =>
    one.type === 'post' || one.type === 'repost' ? [fallbackText(one.card)] : [],
  );
}

/** Calendar files, to whom and of which kind. */
export function filesOf(effects: readonly MockEffect[]): [string, string, number][] {
  return effects.flatMap((one): [string, string, number][] =>
    one.type === 'calendar' ? [[one.to, one.entry.status, one.entry.sequence]] : [],
  );
}

export function isReveal(words: string): boolean {
  return words.includes('the cards, side by side');
}

export const [ADA, BEN, CHLOE, DEV, EVE, FARID] = [
  person('Ada'),
  person('Ben'),
  person('Chloe'),
  person('Dev'),
  person('Eve'),
  person('Farid'),
] as const;
