import type { Card } from '../../card/card.ts';
import { unreachable } from '../../errors.ts';
import { A_COLLEAGUE } from '../cards/names.ts';
import { isBy } from '../instants.ts';
import type { Paused } from '../pause.ts';
import type { By } from '../series/series-event.ts';
import type { Once, OncePerson, OncePressed } from './once.ts';
import {
  declinedCard,
  invitationCard,
  invitedCard,
  joinedOnceCard,
  notInvitedCard,
  onceCard,
  onceOffCard,
  onceOverCard,
  onceRefusedCard,
  reminderCard,
} from './once-cards.ts';
import { reminderOf } from './once-reminder.ts';

/** Somebody as their platform knows them. */
export type OnceAsked = Pick<OncePerson, 'id' | 'name' | 'zone'>;

export type OnceEvent =
  | ({ readonly type: 'invited' } & Pick<Once, 'id' | 'channel' | 'organizer' | 'zone' | 'by'>)
  /** Its wake rang. */
  | { readonly type: 'woke' }
  | { readonly type: 'pressed'; readonly by: OnceAsked; readonly what: OncePressed }
  /** Somebody asks how it stands. */
  | { readonly type: 'asked'; readonly by: By }
  | { readonly type: 'calledOff'; readonly by: By }
  /** The channel does not take it. */
  | { readonly type: 'notPosted' }
  /** Whoever invited has everything about them deleted. */
  | { readonly type: 'organizerGone' };

export type OnceEffect =
  /** To one person alone. */
  | { readonly type: 'tell'; readonly to: string; readonly card: Card }
  /** In the channel. */
  | { readonly type: 'post'; readonly card: Card };

export interface OnceGrounds {
  /** Now, ISO 8601 in UTC. */
  readonly at: string;
  /** Of those who take part, who finished a practice since it was said, and in time. */
  readonly practised: ReadonlySet<string>;
  /** Who is left in peace for now: they are not reminded. */
  readonly paused: Paused;
}

/** `once`: none before anybody was invited. */
export interface OnceTurn {
  readonly once: Once | undefined;
  readonly effects: readonly OnceEffect[];
}

/** When its wake is to ring; none where nothing comes by itself any more. */
export function nextOnceWake({ stage, by, people }: Once): string | undefined {
  if (stage === 'over') return undefined;
  return people.reduce((first, { remindAt = by }) => (isBy(first, remindAt) ? first : remindAt), by);
}

/** One event, decided. What happened before once more changes nothing and says nothing. */
export function advanceOnce(once: Once | undefined, event: OnceEvent, grounds: OnceGrounds): OnceTurn {
  if (event.type === 'invited')
    return once === undefined ? invited(event, grounds.at) : { once, effects: [] };
  return once === undefined ? { once, effects: [] } : changed(withPractised(once, grounds), event, grounds);
}

function changed(once: Once, event: Exclude<OnceEvent, { type: 'invited' }>, grounds: OnceGrounds): OnceTurn {
  switch (event.type) {
    case 'woke':
      return woke(once, grounds);
    case 'pressed':
      return pressed(once, event, grounds);
    case 'asked': {
      const isTheirs = event.by.id === once.organizer.id;
      return { once, effects: [tell(event.by.id, isTheirs ? onceCard(once) : onceRefusedCard(once))] };
    }
    case 'calledOff': {
      const { by } = event;
      if (by.id !== once.organizer.id && !by.isAdmin)
        return { once, effects: [tell(by.id, onceRefusedCard(once))] };
      return calledOff(once, [...new Set([by.id, once.organizer.id])]);
    }
    case 'organizerGone':
      // What is said of it then names nobody who is gone.
      return calledOff({ ...once, organizer: { ...once.organizer, name: A_COLLEAGUE } }, []);
    case 'notPosted':
      return { once: over(once), effects: [tell(once.organizer.id, notInvitedCard())] };
    default:
      return unreachable(event);
  }
}

function invited({ type: _, ...wish }: Extract<OnceEvent, { type: 'invited' }>, at: string): OnceTurn {
  const once: Once = { v: 1, ...wish, since: at, stage: 'open', people: [] };
  return {
    once,
    effects: [{ type: 'post', card: invitationCard(once) }, tell(once.organizer.id, invitedCard(once))],
  };
}

function withPractised(once: Once, grounds: OnceGrounds): Once {
  return once.stage === 'over' ? once : { ...once, people: practisedOf(once.people, grounds) };
}

/** Whoever joined and has practised is done, whenever it is noticed. */
function practisedOf(people: readonly OncePerson[], { practised }: OnceGrounds): readonly OncePerson[] {
  return people.map((one) =>
    one.answer === 'joined' && !one.done && practised.has(one.id) ? done(one) : one,
  );
}

function woke(once: Once, { at, paused }: OnceGrounds): OnceTurn {
  if (once.stage === 'over') return { once, effects: [] };
  // A reminder that comes after the date says nothing that is not known.
  if (isBy(once.by, at)) {
    const after = over(once);
    return { once: after, effects: [tell(after.organizer.id, onceCard(after))] };
  }
  const due = once.people.filter(({ remindAt }) => remindAt !== undefined && isBy(remindAt, at));
  return {
    once: due.reduce((sum, { id }) => changedFor(sum, id, reminded), once),
    effects: due.filter(({ id }) => !paused.has(id)).map((one) => tell(one.id, reminderCard(once, one))),
  };
}

function pressed(
  once: Once,
  { by, what }: Extract<OnceEvent, { type: 'pressed' }>,
  grounds: OnceGrounds,
): OnceTurn {
  const { at } = grounds;
  if (once.stage === 'over' || !isBy(at, once.by)) return { once, effects: [tell(by.id, onceOverCard())] };
  const before = once.people.find(({ id }) => id === by.id);
  // Of whoever is not in it, nothing is kept for a no.
  if (before === undefined && what !== 'join' && what !== 'tell') return { once, effects: [] };
  const known: OncePerson = before ?? { answer: 'notThis', ...by };
  // They may have practised before they joined.
  const [person = known] = practisedOf([answered(once, { ...known, ...by }, what, at)], grounds);
  const others = once.people.filter(({ id }) => id !== by.id);
  const after: Once = { ...once, people: [...others, person] };
  const card = person.answer === 'joined' ? joinedOnceCard(after, person) : declinedCard(after);
  return { once: after, effects: [tell(by.id, card)] };
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

function calledOff(once: Once, byWhom: readonly string[]): OnceTurn {
  if (once.stage === 'over') return { once, effects: byWhom.map((id) => tell(id, onceOverCard())) };
  const after = over(once);
  // Who said nothing, or no, is not written to again.
  const joined = once.people.filter(({ answer }) => answer === 'joined').map(({ id }) => id);
  return {
    once: after,
    effects: [...new Set([...byWhom, ...joined])].map((id) => tell(id, onceOffCard(after))),
  };
}

function over(once: Once): Once {
  return { ...once, stage: 'over', people: once.people.map(unreminded) };
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

function changedFor(once: Once, id: string, change: (person: OncePerson) => OncePerson): Once {
  return { ...once, people: once.people.map((one) => (one.id === id ? change(one) : one)) };
}

function tell(to: string, card: Card): OnceEffect {
  return { type: 'tell', to, card };
}
