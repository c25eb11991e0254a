import { announced } from './announced.ts';
import { calledOffCard } from './cards/changed-cards.ts';
import {
  missedCard,
  nobodyCard,
  noGroupToObserveCard,
  soloCard,
  startedCard,
  waitingCard,
} from './cards/start-cards.ts';
import { grouped, observing } from './grouping.ts';
import { later, msFrom } from './instants.ts';
import type { Member, Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { followedBy, isAwaiting, isFree, isThere, joined, unpaired, withMember } from './people.ts';
import { GRACE_MS, LATEST_START_MS } from './script.ts';
import { takenFromCalendars } from './taken-from-calendars.ts';

/** The time has come. */
export function started(mock: Mock, grounds: MockGrounds): MockTurn {
  const all = joined(mock);
  const late = Math.max(0, msFrom(mock.startsAt, grounds.at));
  if (all.length === 0) return cameToNothing(mock, grounds, 'nobody');
  if (mock.mode.kind === 'live' && late > LATEST_START_MS) return cameToNothing(mock, grounds, 'missed');
  const begun: Mock = { ...mock, stage: 'running', endsAt: later(mock.endsAt, late) };
  if (mock.mode.kind === 'async') {
    const there = coming(begun).reduce((next, one) => withMember(next, one, { here: true }), begun);
    return followedBy({ mock: there, effects: announced(there) }, (next) => allPaired(next, grounds));
  }
  // Nobody waits for who only observes; they are asked too.
  const isWaiting = all.some(({ here }) => !here);
  const now: Mock = isWaiting ? { ...begun, graceUntil: later(grounds.at, GRACE_MS) } : begun;
  const asked = coming(now).filter(({ here }) => !here);
  const effects = [
    ...announced(now),
    ...asked.map((one): MockEffect => ({ type: 'tell', to: one.id, card: startedCard(now, one) })),
  ];
  return followedBy({ mock: now, effects }, (next) =>
    isWaiting ? pairedMeanwhile(next, grounds) : allPaired(next, grounds),
  );
}

/** The coach was away for so long that it was never announced. */
export function missed(mock: Mock, grounds: MockGrounds): MockTurn {
  return cameToNothing(mock, grounds, 'missed');
}

interface Meanwhile {
  /** Who has not heard yet how it goes on for them; the others that wait have. None: all. */
  readonly fresh?: readonly string[];
  readonly why?: Why;
}

/** Whoever is there is paired. An odd one waits while others may still come; then they observe, or practise alone. */
export function pairedMeanwhile(mock: Mock, grounds: MockGrounds, { fresh, why }: Meanwhile = {}): MockTurn {
  const made = grouped(mock, unpaired(mock), grounds, { trios: false });
  return made.alone
    .filter(({ id }) => fresh === undefined || fresh.includes(id))
    .reduce<MockTurn>(
      (turn, one) =>
        followedBy(turn, (next) =>
          isAwaiting(next)
            ? { mock: next, effects: [{ type: 'tell', to: one.id, card: waitingCard(next, one) }] }
            : withSomebody(next, one, grounds, why),
        ),
      made,
    );
}

/** All who joined are there, or have said that they do not come: the others wait for nobody. */
export function graceOverIfAllCame(mock: Mock, grounds: MockGrounds): MockTurn {
  const isOver = mock.stage === 'running' && mock.graceUntil !== undefined && !isAwaiting(mock);
  return isOver ? graceOver(mock, grounds) : { mock, effects: [] };
}

/** Nobody is waited for any more: whoever is still alone observes a pair, or practises alone; who did not come hears how to. */
export function graceOver(mock: Mock, grounds: MockGrounds): MockTurn {
  const { graceUntil: _, ...settled } = mock;
  const missing = joined(mock).filter(({ here }) => !here);
  return followedBy(allPaired(settled, grounds), (next) => ({
    mock: next,
    effects: next.stage === 'running' ? missing.map((one) => soloFor(next, one, 'late')) : [],
  }));
}

/** Everybody who is there; where that makes no pair, it ends here. */
function allPaired(mock: Mock, grounds: MockGrounds): MockTurn {
  const all = placedAll(mock, grounds);
  if (all.mock.groups.length > 0) return all;
  return followedBy(all, (next) => cameToNothing(next, grounds, 'nobody'));
}

/** Everybody who is there, trios where the number is odd; observers go where there is a place. */
export function placedAll(mock: Mock, grounds: MockGrounds): MockTurn {
  const there = unpaired(mock);
  const made = grouped(mock, there, grounds, { trios: true });
  const placed = made.alone.reduce<MockTurn>(
    (turn, one) => followedBy(turn, (next) => withSomebody(next, one, grounds)),
    made,
  );
  return mock.members
    .filter((one) => one.answer === 'observes' && isThere(one) && isFree(placed.mock, one.id))
    .reduce<MockTurn>((turn, one) => followedBy(turn, (next) => observerPlaced(next, one, grounds)), placed);
}

/** Beside a pair; else an offer to practise alone. */
export function withSomebody(
  mock: Mock,
  member: Member,
  grounds: MockGrounds,
  why: Why = mock.groups.some(({ phase }) => phase !== 'over') ? 'kept-apart' : 'alone',
): MockTurn {
  return observing(mock, member, grounds) ?? { mock, effects: [soloFor(mock, member, why)] };
}

/** Beside a pair; else they hear that there is none. */
export function observerPlaced(mock: Mock, member: Member, grounds: MockGrounds): MockTurn {
  return (
    observing(mock, member, grounds) ?? {
      mock,
      effects: [{ type: 'tell', to: member.id, card: noGroupToObserveCard(mock, member) }],
    }
  );
}

/** Why somebody is offered to practise alone. */
type Why = 'alone' | 'late' | 'partner-left' | 'kept-apart';

export function soloFor(mock: Mock, member: Member, why: Why): MockEffect {
  return { type: 'tell', to: member.id, card: soloCard(mock, member, why) };
}

/** Nobody came, or the coach was away: it ends here, and everybody who said they would come hears it. */
function cameToNothing(mock: Mock, grounds: MockGrounds, how: 'nobody' | 'missed'): MockTurn {
  const out = takenFromCalendars(mock, grounds.at);
  const { graceUntil: _, ...rest } = out.mock;
  const over: Mock = { ...rest, stage: 'over', ended: how };
  // Who was there has just heard that there is nobody for them.
  const told = coming(over)
    .filter((one) => mock.stage !== 'running' || !isThere(one))
    .map(
      (one): MockEffect => ({
        type: 'tell',
        to: one.id,
        card: how === 'missed' ? missedCard(over, one) : calledOffCard(over, one),
      }),
    );
  return {
    mock: over,
    effects: [
      ...told,
      ...organizerTold(over, how),
      ...out.effects,
      // What was never announced is not taken back in the channel.
      ...(mock.stage === 'planned' ? [] : announced(over)),
    ],
  };
}

function organizerTold(mock: Mock, how: 'nobody' | 'missed'): MockEffect[] {
  const { organizer } = mock;
  if (how === 'nobody') return [{ type: 'tell', to: organizer.id, card: nobodyCard(mock) }];
  const isComing = coming(mock).some(({ id }) => id === organizer.id);
  const asMember: Member = { ...organizer, practised: 0 };
  return isComing ? [] : [{ type: 'tell', to: organizer.id, card: missedCard(mock, asMember) }];
}

function coming({ members }: Mock): readonly Member[] {
  return members.filter(({ answer }) => answer === 'joined' || answer === 'observes');
}
