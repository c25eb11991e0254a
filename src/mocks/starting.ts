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
import { followedBy, groupOf, joined, unpaired, withMember } from './people.ts';
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
    const there = all.reduce((next, member) => withMember(next, member, { here: true }), begun);
    return followedBy({ mock: there, effects: announced(there) }, (next) => allPaired(next, grounds));
  }
  const missing = all.filter(({ here }) => !here);
  if (missing.length === 0)
    return followedBy({ mock: begun, effects: announced(begun) }, (next) => allPaired(next, grounds));
  const waiting: Mock = { ...begun, graceUntil: later(grounds.at, GRACE_MS) };
  return followedBy(
    {
      mock: waiting,
      effects: [
        ...announced(waiting),
        ...missing.map((one): MockEffect => ({ type: 'tell', to: one.id, card: startedCard(waiting, one) })),
      ],
    },
    (next) => pairedMeanwhile(next, grounds),
  );
}

/** Others may still come: whoever is there is paired, an odd one waits. */
export function pairedMeanwhile(mock: Mock, grounds: MockGrounds): MockTurn {
  const made = grouped(mock, unpaired(mock), grounds, { trios: false });
  return {
    mock: made.mock,
    effects: [
      ...made.effects,
      ...made.alone.map(
        (one): MockEffect => ({
          type: 'tell',
          to: one.id,
          card: waitingCard(made.mock, one),
        }),
      ),
    ],
  };
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

/** Everybody who is there, trios where the number is odd; observers go where there is a place. */
export function allPaired(mock: Mock, grounds: MockGrounds): MockTurn {
  const there = unpaired(mock);
  const made = grouped(mock, there, grounds, { trios: true });
  const placed = made.alone.reduce<MockTurn>(
    (turn, one) => followedBy(turn, (next) => withSomebody(next, one, grounds)),
    made,
  );
  const all = mock.members
    .filter(
      ({ id, answer, here, left }) => answer === 'observes' && here && !left && !groupOf(placed.mock, id),
    )
    .reduce<MockTurn>((turn, one) => followedBy(turn, (next) => observerPlaced(next, one, grounds)), placed);
  if (all.mock.groups.length > 0) return all;
  return followedBy(all, (next) => cameToNothing(next, grounds, 'nobody'));
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

function observerPlaced(mock: Mock, member: Member, grounds: MockGrounds): MockTurn {
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
  const { graceUntil: _, ...rest } = mock;
  const over: Mock = { ...rest, stage: 'over', ended: how };
  const toldAlready = mock.stage === 'running' ? unpaired(mock).map(({ id }) => id) : [];
  const told = over.members
    .filter(({ id, answer }) => (answer === 'joined' || answer === 'observes') && !toldAlready.includes(id))
    .map(
      (one): MockEffect => ({
        type: 'tell',
        to: one.id,
        card: how === 'missed' ? missedCard(over, one) : calledOffCard(over, one),
      }),
    );
  const toOrganizer: MockEffect[] =
    how === 'nobody' ? [{ type: 'tell', to: mock.organizer.id, card: nobodyCard(over) }] : [];
  const gone = takenFromCalendars(over, grounds.at);
  return { mock: gone.mock, effects: [...told, ...toOrganizer, ...gone.effects, ...announced(gone.mock)] };
}
