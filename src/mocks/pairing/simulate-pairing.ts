import { type Pair, pairKey, pairsIn } from '../meeting.ts';
import { drawing } from './drawing.ts';
import { pairFairly } from './pair-fairly.ts';

export interface Simulated {
  readonly people: number;
  readonly sessions: number;
  /** How likely each is to be away, each time, 0 to 1. */
  readonly absent: number;
  /** A whole number: the same one, the same absences. */
  readonly seed: number;
  /** People are named p1, p2 and so on. */
  readonly apart: readonly Pair[];
}

export interface SimulatedSession {
  readonly groups: readonly (readonly string[])[];
  readonly away: readonly string[];
}

export interface Simulation {
  readonly sessions: readonly SimulatedSession[];
  /** Meetings of two who had met before, over all sessions; a trio is three meetings. */
  readonly repeats: number;
  /** Pairs that have met. */
  readonly met: number;
  /** Pairs that may meet at all: all but those kept apart. Two who are never there together count too, as not met. */
  readonly possible: number;
  /** `met` of `possible`, 0 to 1; 1 where nobody may meet anybody. */
  readonly coverage: number;
  /** The session, counted from 1, after which all who may meet had; undefined where they have not, or there are none. */
  readonly allMetAfter: number | undefined;
}

/** Plays sessions of one roster, each paired by what the ones before it were. */
export function simulatePairing({ people, sessions, absent, seed, apart }: Simulated): Simulation {
  const roster = Array.from({ length: people }, (_, index) => `p${index + 1}`);
  const possible =
    (people * (people - 1)) / 2 - new Set(apart.map(([one, other]) => pairKey(one, other))).size;
  const draw = drawing(seed);
  // One map that grows: a copy a session is dear with a thousand of them.
  const met = new Map<string, number>();
  const played: SimulatedSession[] = [];
  let repeats = 0;
  let allMetAfter: number | undefined;
  for (let session = 1; session <= sessions; session++) {
    const away = new Set(roster.filter(() => draw() < absent));
    const groups = pairFairly({ present: roster.filter((id) => !away.has(id)), roster, met, apart });
    for (const [one, other] of pairsIn(groups)) {
      const key = pairKey(one, other);
      const times = met.get(key) ?? 0;
      if (times > 0) repeats++;
      met.set(key, times + 1);
    }
    if (possible > 0 && met.size === possible) allMetAfter ??= session;
    played.push({ groups, away: [...away] });
  }
  const coverage = possible === 0 ? 1 : met.size / possible;
  return { sessions: played, repeats, met: met.size, possible, coverage, allMetAfter };
}
