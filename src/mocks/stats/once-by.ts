import { Temporal } from 'temporal-polyfill';
import type { Card } from '../../card/card.ts';
import { unreachable } from '../../errors.ts';
import { outOfQuiet } from '../../reminders/quiet-hours.ts';
import { USUAL_QUIET_HOURS } from '../../reminders/recurrence.ts';
import { isBy, later } from '../instants.ts';
import type { MockEffect } from '../mock-event.ts';
import type { Once, OncePerson, OncePressed } from './once.ts';
import {
  declinedCard,
  invitationCard,
  joinedOnceCard,
  onceCard,
  onceOffCard,
  onceOverCard,
  reminderCard,
} from './once-cards.ts';

const DAY_MS = 24 * 60 * 60_000;

export type OnceEvent =
  /** Its wake rang. */
  | { readonly type: 'woke' }
  | { readonly type: 'pressed'; readonly by: string; readonly what: OncePressed }
  /** Somebody finished a practice of the question. */
  | { readonly type: 'practised'; readonly by: string }
  /** The organiser asks how it stands. */
  | { readonly type: 'asked' }
  /** Somebody's data are deleted. */
  | { readonly type: 'forgotten'; readonly id: string }
  | { readonly type: 'calledOff' };

export type OnceEffect = Extract<MockEffect, { type: 'tell' }>;

export interface OnceTurn {
  readonly once: Once;
  readonly effects: readonly OnceEffect[];
}

/** When its wake is to ring; none where nothing comes by itself any more. */
export function nextOnceWake({ stage, askAt, by, people }: Once): string | undefined {
  switch (stage) {
    case 'planned':
      return askAt;
    case 'open':
      return people.reduce((first, { remindAt = by }) => (isBy(first, remindAt) ? first : remindAt), by);
    case 'over':
      return undefined;
  }
}

/** One event, decided. `at`: now, ISO 8601 in UTC. What happened before once more changes nothing and says nothing. */
export function advanceOnce(once: Once, event: OnceEvent, at: string): OnceTurn {
  switch (event.type) {
    case 'woke':
      return woke(once, at);
    case 'pressed':
      return pressed(once, event, at);
    case 'practised':
      return { once: isOpen(once, at) ? changed(once, event.by, done) : once, effects: [] };
    case 'asked':
      return { once, effects: [tell(once.organizer.id, onceCard(once))] };
    case 'forgotten':
      return { once: { ...once, people: once.people.filter(({ id }) => id !== event.id) }, effects: [] };
    case 'calledOff':
      return calledOff(once);
    default:
      return unreachable(event);
  }
}

function isOpen({ stage, by }: Once, at: string): boolean {
  return stage === 'open' && isBy(at, by);
}

function woke(once: Once, at: string): OnceTurn {
  if (once.stage === 'planned') return isBy(once.askAt, at) ? asked(once, at) : { once, effects: [] };
  if (once.stage === 'over') return { once, effects: [] };
  // A reminder that comes after the date says nothing that is not known.
  if (isBy(once.by, at)) {
    const over: Once = { ...once, stage: 'over', people: once.people.map(unreminded) };
    return { once: over, effects: [tell(over.organizer.id, onceCard(over))] };
  }
  const due = once.people.filter(({ remindAt }) => remindAt !== undefined && isBy(remindAt, at));
  return {
    once: due.reduce((sum, { id }) => changed(sum, id, reminded), once),
    effects: due.map((one) => tell(one.id, reminderCard(once, one))),
  };
}

function asked(once: Once, at: string): OnceTurn {
  // What was over before anybody could be asked is not asked.
  if (isBy(once.by, at)) return { once: { ...once, stage: 'over' }, effects: [] };
  const open: Once = { ...once, stage: 'open' };
  return { once: open, effects: open.people.map((one) => tell(one.id, invitationCard(open, one))) };
}

function pressed(once: Once, { by, what }: Extract<OnceEvent, { type: 'pressed' }>, at: string): OnceTurn {
  const before = once.people.find(({ id }) => id === by);
  if (before === undefined || once.stage === 'planned') return { once, effects: [] };
  if (!isOpen(once, at)) return { once, effects: [tell(by, onceOverCard())] };
  const person = answered(once, before, what, at);
  const after = changed(once, by, () => person);
  return { once: after, effects: [tell(by, cardFor(after, person))] };
}

function cardFor(once: Once, person: OncePerson): Card {
  switch (person.answer) {
    case 'joined':
      return joinedOnceCard(once, person);
    case 'notThis':
      return declinedCard(once);
    case undefined:
      return invitationCard(once, person);
  }
}

function answered(once: Once, person: OncePerson, what: OncePressed, at: string): OncePerson {
  switch (what) {
    case 'join':
      return joins(once, person, at);
    case 'tell':
      return { ...joins(once, person, at), tells: true };
    case 'hide':
      // An old button must not bring somebody in who said no since.
      return untold(person);
    case 'not-this':
      return { ...untold(unreminded(person)), answer: 'notThis' };
    default:
      return unreachable(what);
  }
}

/** Who joins a second time keeps the reminder they have, or had: there is one at most, also where a clock went back. */
function joins(once: Once, person: OncePerson, at: string): OncePerson {
  if (person.answer === 'joined') return person;
  const remindAt = person.done || person.reminded ? undefined : reminderOf(once, person, at);
  return { ...person, answer: 'joined', ...(remindAt === undefined ? {} : { remindAt }) };
}

/** A day before, in their day; none where that is past, or where their night would bring it after the date. */
function reminderOf(once: Once, { zone = once.zone }: OncePerson, at: string): string | undefined {
  const instant = byDay(Temporal.Instant.from(later(once.by, -DAY_MS)), zone);
  return isBy(instant, at) || isBy(once.by, instant) ? undefined : instant;
}

function byDay(instant: Temporal.Instant, zone: string): string {
  try {
    return later(outOfQuiet(instant, zone, USUAL_QUIET_HOURS).toString(), 0);
  } catch (thrown) {
    // Of a zone that this computer's tables do not know, nobody can say when it is night.
    if (thrown instanceof RangeError) return later(instant.toString(), 0);
    throw thrown;
  }
}

function done(person: OncePerson): OncePerson {
  return { ...unreminded(person), done: true };
}

function reminded(person: OncePerson): OncePerson {
  return { ...unreminded(person), reminded: true };
}

function unreminded({ remindAt: _, ...person }: OncePerson): OncePerson {
  return person;
}

function untold({ tells: _, ...person }: OncePerson): OncePerson {
  return person;
}

function calledOff(once: Once): OnceTurn {
  const over: Once = { ...once, stage: 'over', people: once.people.map(unreminded) };
  // Who said nothing, or no, is not written to again.
  const told = once.stage === 'open' ? once.people.filter(({ answer }) => answer === 'joined') : [];
  return { once: over, effects: told.map(({ id }) => tell(id, onceOffCard(over))) };
}

function changed(once: Once, id: string, change: (person: OncePerson) => OncePerson): Once {
  return { ...once, people: once.people.map((one) => (one.id === id ? change(one) : one)) };
}

function tell(to: string, card: Card): OnceEffect {
  return { type: 'tell', to, card };
}
