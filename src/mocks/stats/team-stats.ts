import { plainName } from '../cards/names.ts';
import { type Met, pairsIn, withMeetings } from '../meeting.ts';
import type { Mock } from '../mock.ts';
import { joined, peopleOf } from '../people.ts';
import { FEWEST_PEOPLE, type PublishedSteps, publishedSteps } from './published-steps.ts';
import { tellingsOf } from './tellings.ts';

/** One session that is over, in counts. Who was asked and did not come is in none of them. */
export interface SessionStats {
  /** In its series, from 1. */
  readonly no: number;
  /** ISO 8601 in UTC. */
  readonly startsAt: string;
  readonly ended: NonNullable<Mock['ended']>;
  readonly joined: number;
  /** Who answered or asked in a group. */
  readonly tookPart: number;
  /** Who sat beside one, and did neither. */
  readonly observed: number;
  readonly groups: number;
  /** Those of both who agreed to be named in this session. */
  readonly named: readonly string[];
}

/** How many pairs met so often. */
export interface Meetings {
  readonly times: number;
  readonly pairs: number;
}

/**
 * What an organiser sees of a series: docs/decisions/0021-what-an-organiser-sees.md says what is not in it, and why.
 */
export interface TeamStats {
  /** The earliest first. */
  readonly sessions: readonly SessionStats[];
  /** Nobody's name: who is never with whom would show whom people asked not to be with. None below five people. */
  readonly meetings?: readonly Meetings[];
  /** Steps at which the team needs more, by id, in the guide's order; none of them were said yet where it is not there. */
  readonly wanted?: readonly string[];
}

/**
 * `published`: to be stored with the series before it is shown, and given again as `last`. Undefined where nothing was
 * published. Were it lost, the next report would count again what was counted.
 */
export interface Reported {
  readonly stats: TeamStats;
  readonly published: PublishedSteps | undefined;
}

/**
 * Of the sessions of one series, the ended ones. `steps`: ids of the guide's steps in their order. `last`: what was published
 * before. Who asks twice gets the same twice.
 */
export function teamStats(
  mocks: readonly Mock[],
  steps: readonly string[],
  last: PublishedSteps | undefined,
): Reported {
  const ended = mocks
    .filter(({ stage }) => stage === 'over')
    .toSorted((one, other) => one.no - other.no || Date.parse(one.startsAt) - Date.parse(other.startsAt));
  const published = publishedSteps(last, tellingsOf(ended), steps);
  const meetings = meetingsOf(ended);
  return {
    published,
    stats: {
      sessions: ended.map(sessionOf),
      ...(meetings === undefined ? {} : { meetings }),
      ...(published === undefined ? {} : { wanted: steps.filter((step) => published.wanted.includes(step)) }),
    },
  };
}

function sessionOf(mock: Mock): SessionStats {
  const inPair = new Set(mock.groups.flatMap(({ pair }) => pair));
  const inGroup = new Set(mock.groups.flatMap(peopleOf));
  // As in the channel's recap: two counts that differ would count who declined in between.
  const present = mock.members.filter(({ id, answer }) => answer !== 'notThis' && inGroup.has(id));
  const tookPart = present.filter(({ id }) => inPair.has(id)).length;
  const { no, startsAt, ended = 'held', groups } = mock;
  return {
    no,
    startsAt,
    ended,
    joined: joined(mock).length,
    tookPart,
    observed: present.length - tookPart,
    groups: groups.length,
    named: present.filter(({ named }) => named).map(({ name }) => plainName(name)),
  };
}

function meetingsOf(mocks: readonly Mock[]): Meetings[] | undefined {
  const groups = mocks.flatMap((mock) => mock.groups.map(peopleOf));
  if (new Set([...pairsIn(groups)].flat()).size < FEWEST_PEOPLE) return undefined;
  const nobody: Met = new Map();
  const often = [...withMeetings(nobody, groups).values()];
  return [...new Set(often)]
    .toSorted((one, other) => one - other)
    .map((times) => ({ times, pairs: often.filter((one) => one === times).length }));
}
