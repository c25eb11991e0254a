import { isBy, later } from './instants.ts';
import type { Mock } from './mock.ts';

const DAY_MS = 24 * 60 * 60_000;
const TEN_MINUTES_MS = 10 * 60_000;

/** What a session waits for, and when. */
export type Due =
  | {
      readonly at: string;
      readonly what: 'announce' | 'dayBefore' | 'tenMinutes' | 'start' | 'grace' | 'recap';
    }
  | { readonly at: string; readonly what: 'phase' | 'nudge'; readonly group: number };

/**
 * The first of all that is still to come by itself. A session has one wake, at that instant: whatever changes it changes
 * what is due, so nothing has to be taken back, and a bell of an older time finds nothing.
 */
export function firstDue(mock: Mock): Due | undefined {
  const [first, ...others] = allOf(mock).map((due) => ({ due, ms: Date.parse(due.at) }));
  return others.reduce((one, other) => (one !== undefined && one.ms <= other.ms ? one : other), first)?.due;
}

/** When the session's wake is to ring; none where nothing comes by itself any more. */
export function nextWake(mock: Mock): string | undefined {
  return firstDue(mock)?.at;
}

function allOf(mock: Mock): Due[] {
  switch (mock.stage) {
    case 'planned':
      return [{ at: mock.announceAt, what: 'announce' }];
    case 'invited':
      return [...reminders(mock), { at: mock.startsAt, what: 'start' }];
    case 'running':
      return [
        ...(mock.graceUntil === undefined ? [] : [{ at: mock.graceUntil, what: 'grace' } as const]),
        ...mock.groups.flatMap(({ no, phase, endsAt, nudgeAt }): Due[] =>
          phase === 'over'
            ? []
            : [
                { at: endsAt, what: 'phase', group: no },
                ...(nudgeAt === undefined ? [] : [{ at: nudgeAt, what: 'nudge', group: no } as const]),
              ],
        ),
      ];
    case 'closing':
      return mock.recapAt === undefined ? [] : [{ at: mock.recapAt, what: 'recap' }];
    case 'over':
      return [];
  }
}

/** One that was due before `since` came, or was not to come: a time that moves later brings both again. */
function reminders(mock: Mock): Due[] {
  const both: Due[] = [
    { at: later(mock.startsAt, -DAY_MS), what: 'dayBefore' },
    ...(mock.mode.kind === 'live'
      ? [{ at: later(mock.startsAt, -TEN_MINUTES_MS), what: 'tenMinutes' } as const]
      : []),
  ];
  return both.filter(({ at }) => !isBy(at, mock.since));
}
