import { gatheredWords, observerWords } from './gathered.ts';
import type { Pair } from './meeting.ts';
import { type Met, pairKey, withMeetings } from './meeting.ts';
import type { Group, Member, Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { nudgeAt } from './nudge.ts';
import { mixedFirst } from './pairing/mixed-first.ts';
import { pairFairly } from './pairing/pair-fairly.ts';
import { peopleOf } from './people.ts';
import { withoutPlace } from './placed.ts';
import { middle, phaseEnd, phasesOf } from './script.ts';

/** What pairing of the people who are there gave. */
export interface Grouped extends MockTurn {
  /** In no group: nobody is left whom they could be with. */
  readonly alone: readonly Member[];
}

/**
 * Pairs people who are there. `trios`: where the number is odd one of three observes; without it they are `alone` for
 * now, because others may still come.
 */
export function grouped(
  mock: Mock,
  people: readonly Member[],
  grounds: MockGrounds,
  { trios }: { readonly trios: boolean },
): Grouped {
  const made = pairFairly({
    present: people.map(({ id }) => id),
    roster: grounds.roster,
    met: mock.pairs === 'mixed' ? mixedFirst(metSoFar(mock, grounds), people) : metSoFar(mock, grounds),
    apart: grounds.apart,
  });
  const groups: Group[] = [];
  const alone: Member[] = [];
  let no = mock.groups.length;
  for (const ids of made) {
    const inGroup = people.filter(({ id }) => ids.includes(id));
    const observer = inGroup.length === 3 ? observerOf(mock, inGroup, grounds) : undefined;
    const [first, second] = inAnswerOrder(
      mock,
      inGroup.filter((one) => one !== observer),
      grounds,
    );
    if (first === undefined || second === undefined) {
      alone.push(...inGroup);
      continue;
    }
    no += 1;
    if (observer !== undefined && !trios) alone.push(observer);
    groups.push(newGroup(mock, no, [first.id, second.id], trios ? observer?.id : undefined, grounds.at));
  }
  const after = { ...mock, groups: [...mock.groups, ...groups] };
  const effects = groups.flatMap((group) => gatheredWords(after, group, grounds));
  return { mock: after, effects: [...effects, ...metOf(groups)], alone };
}

/** Somebody joins a pair that has begun, to observe. None where every pair has an observer, or is one they are kept apart from. */
export function observing(mock: Mock, member: Member, grounds: MockGrounds): MockTurn | undefined {
  const met = metSoFar(mock, grounds);
  const open = mock.groups.filter(
    ({ phase, turn, observer, pair }) =>
      phase !== 'over' &&
      !(turn === 1 && phase === 'talk') &&
      observer === undefined &&
      !pair.includes(member.id) &&
      pair.every((id) => !isApart(grounds.apart, id, member.id)),
  );
  const timesMet = ({ pair }: Group) =>
    pair.reduce((sum, id) => sum + (met.get(pairKey(id, member.id)) ?? 0), 0);
  const [group] = open.toSorted((one, other) => timesMet(one) - timesMet(other) || one.no - other.no);
  if (group === undefined) return undefined;
  const withObserver: Group = { ...withoutPlace(group), observer: member.id };
  const after = { ...mock, groups: mock.groups.map((one) => (one === group ? withObserver : one)) };
  const pairs: MockEffect = { type: 'met', groups: group.pair.map((id) => [id, member.id]) };
  return { mock: after, effects: [...observerWords(after, withObserver), pairs] };
}

/** The one who observes in a trio changes from session to session; the organiser answers. */
function observerOf(mock: Mock, three: readonly Member[], { roster }: MockGrounds): Member | undefined {
  const may = inRosterOrder(three, roster).filter(({ id }) => id !== mock.organizer.id);
  return may[(mock.no + mock.round) % may.length];
}

/** The organiser answers first, followedBy the more practised; of two alike it changes from session to session. */
function inAnswerOrder(mock: Mock, two: readonly Member[], { roster }: MockGrounds): readonly Member[] {
  const inOrder = inRosterOrder(two, roster);
  const turned = (mock.no + mock.round) % 2 === 0 ? inOrder : inOrder.toReversed();
  const isOrganizer = ({ id }: Member) => (id === mock.organizer.id ? 1 : 0);
  return turned.toSorted(
    (one, other) => isOrganizer(other) - isOrganizer(one) || other.practised - one.practised,
  );
}

function inRosterOrder(people: readonly Member[], roster: readonly string[]): readonly Member[] {
  const place = ({ id }: Member) => (roster.includes(id) ? roster.indexOf(id) : roster.length);
  return people.toSorted((one, other) => place(one) - place(other));
}

function newGroup(
  mock: Mock,
  no: number,
  pair: readonly [string, string],
  observer: string | undefined,
  at: string,
): Group {
  const [phase = 'over'] = phasesOf(mock);
  // Who comes when days have gone by has what is left of them, in halves as well.
  const half = mock.mode.kind === 'live' ? {} : { swapAt: middle(at, mock.endsAt) };
  const group: Group = {
    no,
    pair,
    ...(observer === undefined ? {} : { observer }),
    turn: 0,
    phase,
    ...half,
    endsAt: phaseEnd(mock, { turn: 0, ...half }, phase, at),
    revealed: [],
  };
  const nudge = nudgeAt(mock, group, at);
  return nudge === undefined ? group : { ...group, nudgeAt: nudge };
}

/** Also who met in this very session, in an earlier round of it. */
function metSoFar(mock: Mock, { met }: MockGrounds): Met {
  return withMeetings(met, mock.groups.map(peopleOf));
}

function metOf(groups: readonly Group[]): MockEffect[] {
  return groups.length === 0 ? [] : [{ type: 'met', groups: groups.map(peopleOf) }];
}

function isApart(apart: readonly Pair[], one: string, other: string): boolean {
  return apart.some((pair) => pair.includes(one) && pair.includes(other));
}
