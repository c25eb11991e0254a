import { randomUUID } from 'node:crypto';
import type { Card } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import type { Handled } from '../../src/coach/coach.ts';
import type { Happening, Incoming } from '../../src/coach/incoming.ts';
import type { Delivery, Outcome, Performer } from '../../src/coach/ports.ts';
import type { Ends } from '../../src/conversation/event.ts';
import { findPerson } from '../../src/store/people.ts';
import { practicesOf } from '../../src/store/practices.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { type Place, parsePlaceKey, placeKey } from '../../src/who/place.ts';
import { createWorld, type World, type WorldOptions } from '../support/practice.ts';

/** A platform with threads that are opened, played by the test: everything it was asked to do, in order. */
export interface Threads extends Performer {
  readonly did: Delivery[];
  /** What the platform answers to a delivery; where it says nothing, it is done. */
  answers: (delivery: Delivery) => Outcome | undefined | Promise<Outcome | undefined>;
}

/** Threads are numbered as they are opened, and messages have stamps as Slack gives them. */
export function playedThreads(): Threads {
  let opened = 0;
  const did: Delivery[] = [];
  const threads: Threads = {
    name: 'slack',
    did,
    answers: () => undefined,
    async perform(delivery) {
      const outcome = await threads.answers(delivery);
      if (outcome !== undefined && outcome.outcome !== 'done') return outcome;
      did.push(delivery);
      if (outcome !== undefined) return outcome;
      if (delivery.order.kind !== 'open') return { outcome: 'done', ref: stamp(did.length) };
      opened += 1;
      return { outcome: 'done', ref: placeKey(threadOf(delivery.person.userId, opened)) };
    },
  };
  return threads;
}

export function stamp(count: number): string {
  return `1700000000.${String(count).padStart(6, '0')}`;
}

/** The nth thread that was opened, in a person's direct messages. */
export function threadOf(userId: string, count: number): Place {
  return { platform: 'slack', channel: `D${userId}`, thread: `t${count}` };
}

export interface AtLarge {
  readonly world: World;
  readonly threads: Threads;
  person(userId: string): Writer;
  close(): Promise<void>;
}

/** The whole core on a real database, with one platform of threads. */
export async function atLarge(name: string, options: WorldOptions = {}): Promise<AtLarge> {
  const threads = playedThreads();
  const world = await createWorld(name, { jobs: false, ...options, performers: [threads] });
  return { world, threads, person: (userId) => writerIn(world, threads, userId), close: () => world.close() };
}

export type Writer = ReturnType<typeof writerIn>;

/** Somebody who writes in their direct messages, in a thread or outside all of them. */
function writerIn(world: World, threads: Threads, userId: string) {
  const ref: PersonRef = { platform: 'slack', scope: 'T1', userId };
  const lobby: Place = { platform: 'slack', channel: `D${userId}` };
  let counter = 0;

  async function happens(
    what: Happening,
    where: Partial<Incoming> = { place: lobby, atLarge: true, pointer: true },
    id: string = randomUUID(),
  ): Promise<Handled> {
    const handled = await world.system.coach.handle({ id, person: ref, place: lobby, ...where, what });
    await handled.performed;
    return handled;
  }

  function message(text: string, ends: Ends = 'now'): Happening {
    counter += 1;
    return { type: 'said', messageId: `${userId}-${counter}`, stamp: stamp(500_000 + counter), text, ends };
  }

  const did = (kind?: string) =>
    threads.did.filter(
      ({ person, order }) => person.userId === userId && (kind ?? order.kind) === order.kind,
    );
  const cards = () =>
    did().flatMap(({ order, place }) =>
      order.kind === 'say' ? [{ card: order.card as Card, place: placeKey(place) }] : [],
    );
  const practices = async () => {
    const found = await findPerson(world.db, world.ring, ref);
    return found === undefined ? [] : practicesOf(world.db, found, { as: 'owner', personId: found.id });
  };
  return {
    ref,
    lobby,
    happens,
    message,
    /** Writes outside every thread. */
    writes: (text: string, ends?: Ends) => happens(message(text, ends)),
    /** Writes in a thread. */
    replies: (thread: Place, text: string, ends?: Ends) =>
      happens(message(text, ends), { place: thread, pointer: true }),
    did,
    cards,
    reads: () => {
      const card = cards().at(-1)?.card;
      return card === undefined ? '' : fallbackText(card);
    },
    practices,
    session: async () => (await practices()).at(-1)?.session,
    /** Where the practices are, by number. */
    async places(): Promise<string[]> {
      const { rows } = await world.pool.query<{ place: string }>(
        `SELECT s.place FROM sessions s JOIN people p ON p.id = s.person_id WHERE p.user_id = $1 ORDER BY s.number`,
        [userId],
      );
      return rows.map(({ place }) => place);
    },
    /** What is or was on its way to the person, oldest first. */
    async rows(): Promise<{ kind: string; state: string; place: string; ref: string | null }[]> {
      const { rows } = await world.pool.query(
        `SELECT o.kind, o.state, o.place, o.ref FROM outbox o JOIN people p ON p.id = o.person_id
         WHERE p.user_id = $1 AND o.performer = 'slack' ORDER BY o.id`,
        [userId],
      );
      return rows;
    },
  };
}

/** Whether a place is a name that nothing was opened for yet. */
export function isNamedOnly(place: string): boolean {
  return parsePlaceKey(place).thread?.startsWith('new-') === true;
}
