import { unreachable } from '../errors.ts';
import { came, declined, isHere } from './answering.ts';
import { calledNow } from './called-now.ts';
import { carded, critiqued } from './carded.ts';
import { nameNotedCard, numbersNotedCard } from './cards/noted-cards.ts';
import { calledOff, moved } from './changing.ts';
import { closedIfDone } from './closing.ts';
import { forgotten } from './forgotten.ts';
import { asksToLeave, leavesNow } from './leaving.ts';
import type { Mock } from './mock.ts';
import type { Asked, MockEvent, MockGrounds, MockTurn } from './mock-event.ts';
import { paused } from './pausing.ts';
import { followedBy, groupOf, memberOf, withMember } from './people.ts';
import { listed, notPosted, placed, posted } from './placed.ts';
import { retold } from './retold.ts';
import { rostered, unrostered } from './rostered.ts';
import { graceOverIfAllCame } from './starting.ts';
import { kept, sent, typed } from './typed.ts';
import { unplaced } from './unplaced.ts';
import { unreached } from './unreached.ts';
import { wentOn } from './waiving.ts';
import { woke } from './woke.ts';

/**
 * What follows for a session from one event: pure. Whoever stores it arms `nextWake(mock)` in the same transaction; an event
 * that comes again, or too late, changes nothing.
 */
export function advanceMock(mock: Mock, event: MockEvent, grounds: MockGrounds): MockTurn {
  const settled = followedBy(decided(mock, event, grounds), (next) => graceOverIfAllCame(next, grounds));
  return followedBy(settled, (next) => closedIfDone(next, grounds));
}

function decided(mock: Mock, event: MockEvent, grounds: MockGrounds): MockTurn {
  switch (event.type) {
    case 'woke':
      return woke(mock, grounds);
    case 'rostered':
      return rostered(mock, event.people);
    case 'unrostered':
      return unrostered(mock, event.why);
    case 'pressed':
      return pressed(mock, event, grounds);
    case 'carded':
      return carded(mock, event, grounds);
    case 'typed':
      return typed(mock, event.by, event.text);
    case 'critiqued':
      return critiqued(mock, event, grounds);
    case 'unreached':
      return unreached(mock, event.id, grounds);
    case 'moved':
      return moved(mock, event.startsAt, event.endsAt, grounds);
    case 'placed':
      return placed(mock, event.group, event.place);
    case 'unplaced':
      return unplaced(mock, event.group, grounds);
    case 'posted':
      return posted(mock, event.ref);
    case 'notPosted':
      return notPosted(mock);
    case 'listed':
      return listed(mock, event.ref);
    case 'changed':
      return retold(mock, event, grounds);
    case 'paused':
      return paused(mock, event, grounds);
    case 'forgotten':
      return forgotten(mock, event.id, grounds);
    case 'calledNow':
      return calledNow(mock, grounds);
    case 'calledOff':
      return calledOff(mock, event.how, grounds);
    default:
      return unreachable(event);
  }
}

function pressed(
  mock: Mock,
  { by, what, at }: Extract<MockEvent, { type: 'pressed' }>,
  grounds: MockGrounds,
): MockTurn {
  switch (what) {
    case 'join':
      return came(mock, by, 'joined', grounds);
    case 'observe':
      return came(mock, by, 'observes', grounds);
    case 'not-this':
      return declined(mock, by, grounds);
    case 'here':
      return isHere(mock, by, grounds);
    case 'next':
      return next(mock, by, at, grounds);
    case 'leave':
      return asksToLeave(mock, by);
    case 'leave-now':
      return leavesNow(mock, by, at, grounds);
    case 'name-me':
      return flagged(mock, by, { named: true });
    case 'numbers':
      return flagged(mock, by, { numbers: true });
    case 'send':
      return sent(mock, by.id, grounds);
    case 'keep':
      return kept(mock, by.id);
    default:
      return unreachable(what);
  }
}

/** On before the time is up: a press of one of the two on the card of the phase that is now. */
function next(mock: Mock, by: Asked, at: string | undefined, grounds: MockGrounds): MockTurn {
  const group = groupOf(mock, by.id);
  if (group === undefined || !group.pair.includes(by.id)) return { mock, effects: [] };
  const isOfNow = at === `${group.no}-${group.turn}-${group.phase}`;
  return isOfNow ? wentOn(mock, group, by.id, grounds) : { mock, effects: [] };
}

/** Of somebody who belongs to it; pressed twice it is said. */
function flagged(mock: Mock, by: Asked, change: { named: true } | { numbers: true }): MockTurn {
  const member = memberOf(mock, by.id);
  const isSaid = 'named' in change ? member?.named : member?.numbers;
  if (member === undefined || isSaid || mock.stage === 'over') return { mock, effects: [] };
  const card = 'named' in change ? nameNotedCard() : numbersNotedCard();
  return { mock: withMember(mock, by, change), effects: [{ type: 'tell', to: by.id, card }] };
}
