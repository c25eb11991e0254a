import type { Heard } from '../listening-card.ts';
import type { Mock } from '../mock.ts';
import { memberOf, peopleOf } from '../people.ts';

/** One telling as it counts for the team: whose it is, and how each step came across, by step id. */
export interface Telling {
  /** Unlike that of any other telling of the series; it names nobody. */
  readonly key: string;
  readonly candidate: string;
  readonly steps: Readonly<Partial<Record<string, Heard>>>;
}

/**
 * The tellings that count, the earliest first: those with a card of the partner or the coach. Where both are there the partner's
 * word goes first, and the coach's stands for steps that the partner left out.
 *
 * What an organiser heard themselves is left out, and what others heard of them: a report must not be a sum of which its
 * reader knows a part.
 */
export function tellingsOf(mocks: readonly Mock[]): Telling[] {
  const organizers = new Set(mocks.map(({ organizer }) => organizer.id));
  return mocks
    .toSorted((one, other) => one.no - other.no || Date.parse(one.startsAt) - Date.parse(other.startsAt))
    .flatMap((mock) => ofSession(mock, organizers));
}

function ofSession(mock: Mock, organizers: ReadonlySet<string>): Telling[] {
  // A group holds those who are in it now: of who left it, it does not tell what they heard.
  if ([...organizers].some((id) => memberOf(mock, id)?.left)) return [];
  return mock.groups
    .filter((group) => !peopleOf(group).some((id) => organizers.has(id)))
    .toSorted((one, other) => one.no - other.no)
    .flatMap(({ no }) => [...ofTurn(mock, no, 0), ...ofTurn(mock, no, 1)])
    .filter(({ candidate }) => !organizers.has(candidate));
}

function ofTurn(mock: Mock, group: number, turn: 0 | 1): Telling[] {
  const of = (by: 'partner' | 'coach') =>
    mock.cards.find((one) => one.group === group && one.turn === turn && one.by === by);
  const [partner, coach] = [of('partner'), of('coach')];
  const candidate = (partner ?? coach)?.candidate;
  if (candidate === undefined) return [];
  const steps = { ...coach?.card.steps, ...partner?.card.steps };
  return [{ key: `${mock.id}:${group}:${turn}`, candidate, steps }];
}
