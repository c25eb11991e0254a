import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { atMost } from '../../jobs/at-most.ts';
import { createJobBackend, type JobBackend } from '../../jobs/backend.ts';
import { type BellQueue, createBellQueue, workBells } from '../../jobs/bell.ts';
import { type CritiqueQueue, createCritiqueQueue, workCritiques } from '../../jobs/critique.ts';
import { createJobsPerformer } from '../../jobs/performer.ts';
import { createSweeps, type Sweeps } from '../../jobs/sweeps.ts';
import { createTeamCritiqueQueue, workTeamCritiques } from '../../jobs/team-critique.ts';
import type { Card } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import type { Handled } from '../../src/coach/coach.ts';
import type { Happening } from '../../src/coach/incoming.ts';
import type {
  Delivery,
  ModelAt,
  Outcome,
  Performer,
  PerformerName,
  Whereabouts,
} from '../../src/coach/ports.ts';
import type { Ends } from '../../src/conversation/event.ts';
import type { Session } from '../../src/conversation/session.ts';
import type { Critic } from '../../src/critique/critic.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { read } from '../../src/critique/read.ts';
import { createRubricCritic } from '../../src/critique/rubric.ts';
import { type Catalog, catalog as realCatalog } from '../../src/guide/catalog.ts';
import { type Drizzle, drizzleOn } from '../../src/store/drizzle.ts';
import { type Keyring, newKeyringValue, parseKeyring } from '../../src/store/keyring.ts';
import { findPerson } from '../../src/store/people.ts';
import { createPool } from '../../src/store/pool.ts';
import { practicesOf } from '../../src/store/practices.ts';
import { createPresence, type Presence } from '../../src/store/process-presence.ts';
import { createSystem, type System } from '../../src/system.ts';
import type { PersonRef } from '../../src/who/person.ts';
import type { Place } from '../../src/who/place.ts';
import { ownDatabase } from './database.ts';

/** A platform played by the test: it remembers what was shown, and answers what it is told to. */
export interface PlayedPlatform extends Performer {
  readonly shown: {
    readonly person: PersonRef;
    readonly place: Place;
    readonly card: Card;
    readonly delivery: Delivery;
  }[];
  /** What the platform answers to the next deliveries, in order; then `done`. */
  readonly answers: ((delivery: Delivery) => Outcome | Promise<Outcome>)[];
}

export function playedPlatform(name: PerformerName): PlayedPlatform {
  const shown: PlayedPlatform['shown'] = [];
  const answers: PlayedPlatform['answers'] = [];
  return {
    name,
    shown,
    answers,
    async perform(delivery) {
      const outcome = (await answers.shift()?.(delivery)) ?? { outcome: 'done', ref: `m${shown.length + 1}` };
      const { order, person, place } = delivery;
      if (
        outcome.outcome === 'done' &&
        (order.kind === 'say' || order.kind === 'revise' || order.kind === 'remind')
      )
        shown.push({ person, place, card: order.card, delivery });
      return outcome;
    },
  };
}

export interface WorldOptions {
  readonly redisUrl?: string | undefined;
  readonly catalog?: Catalog;
  readonly critic?: Critic;
  readonly keys?: string;
  readonly url?: string;
  readonly platforms?: readonly PlayedPlatform[];
  /** Performers of real adapters, in place of the played ones. */
  readonly performers?: readonly Performer[];
  readonly whereabouts?: Whereabouts;
  /** A language model that is set up, and the critic with it. */
  readonly model?: { readonly at: ModelAt; readonly critic: Critic };
  readonly jobs?: boolean;
  readonly now?: () => Date;
  /** Of the queue: worlds with the same one share it. */
  readonly namespace?: string;
}

export interface World {
  readonly url: string;
  readonly keys: string;
  readonly ring: Keyring;
  readonly pool: pg.Pool;
  readonly db: Drizzle;
  readonly presence: Presence;
  readonly backend: JobBackend;
  readonly terminal: PlayedPlatform;
  readonly system: System;
  readonly sweeps: Sweeps;
  readonly critiques: CritiqueQueue;
  readonly bells: BellQueue;
  readonly logged: { event: string; fields: unknown }[];
  readonly catalog: Catalog;
  readonly now: () => Date;
  /** Redis's key prefix, PostgreSQL's schema. */
  readonly namespace: string;
  person(userId: string, platform?: PersonRef['platform']): ReturnType<typeof personIn>;
  close(): Promise<void>;
  /** Ends as if the process were gone: the database stays. */
  dropDead(): Promise<void>;
  drop(): Promise<void>;
}

/** The whole product on a real database and a real queue, with platforms played by the test. */
export async function createWorld(name: string, options: WorldOptions = {}): Promise<World> {
  const own = options.url === undefined ? await ownDatabase(name) : undefined;
  const url = options.url ?? own?.url ?? '';
  const keys = options.keys ?? newKeyringValue('test');
  const ring = parseKeyring(keys);
  const catalog = options.catalog ?? realCatalog;
  const now = options.now ?? (() => new Date());
  const logged: { event: string; fields: unknown }[] = [];
  const log = (event: string, fields?: unknown) => void logged.push({ event, fields });
  const pool = createPool(url, { max: 10, pipeline: true, onError: () => undefined });
  const db = drizzleOn(pool);
  const presence = await createPresence(url, log);
  const terminal = playedPlatform('terminal');
  const platforms = options.performers ?? options.platforms ?? [terminal];
  const namespace =
    options.namespace ?? (options.redisUrl === undefined ? 'bullmq' : `t${randomUUID().slice(0, 8)}`);
  const backend = await createJobBackend({ redisUrl: options.redisUrl, databaseUrl: url, namespace, log });
  const critiques = createCritiqueQueue(backend);
  const bells = createBellQueue(backend);
  const teamCritiques = createTeamCritiqueQueue(backend);
  const jobsPerformer = createJobsPerformer(critiques, bells, teamCritiques, now);
  const store = { pool, db, ring, presence };
  const system = createSystem({
    store,
    catalog,
    read: (text, guide, about, as) => read(text, guide, loadLanguage(), about, as),
    performers: options.jobs === false ? platforms : [...platforms, jobsPerformer],
    whereabouts: options.whereabouts ?? (() => 'What you write stays on this machine.'),
    model: options.model?.at,
    now,
    zone: 'UTC',
    log,
  });
  const critic = options.critic ?? createRubricCritic(loadLanguage());
  if (options.jobs !== false) {
    const { model } = options;
    workCritiques(backend, {
      ...{ db, ring, catalog, critic, coach: system.coach },
      model: model === undefined ? undefined : { of: model.at.of, critic: model.critic },
    });
    workBells(backend, pool, system.coach, system.teams);
    workTeamCritiques(backend, {
      ...{ pool, ring, critic, guide: catalog.default, teams: system.teams },
      language: loadLanguage,
    });
  }
  const sweeps = createSweeps({
    ...store,
    coach: system.coach,
    critiques,
    bells,
    teamCritiques,
    retentionDays: 365,
    now,
    log,
  });
  system.start();
  const world: World = {
    url,
    keys,
    ring,
    pool,
    db,
    presence,
    backend,
    terminal,
    system,
    sweeps,
    critiques,
    bells,
    logged,
    catalog,
    now,
    namespace,
    person: (userId, platform = 'terminal') => personIn(world, { platform, scope: 'local', userId }),
    async close() {
      // As the product ends: nothing is waited for without end, whatever became of its connections.
      await ended('sweeps', () => sweeps.stop());
      await ended('backend', () => backend.close());
      await ended('system', () => system.stop());
      await ended('presence', () => presence.close());
      await ended('pool', () => pool.end());
      await own?.drop();
    },
    async dropDead() {
      await backend.close();
      await system.stop();
      await presence.close();
      await pool.end();
    },
    async drop() {
      await own?.drop();
    },
  };
  return world;
}

const ENDS_WITHIN_MS = 10_000;

async function ended(what: string, end: () => Promise<unknown>): Promise<void> {
  let isOver = false;
  await atMost(ENDS_WITHIN_MS, async () => {
    await end();
    isOver = true;
  });
  if (!isOver) console.warn(`*** ${what} did not end within ${ENDS_WITHIN_MS} ms, and was left behind. ***`);
}

/** What a person does and sees, in words a test reads well in. */
function personIn(world: World, ref: PersonRef) {
  const place: Place = { platform: ref.platform, channel: ref.userId };
  let counter = 0;
  const happens = async (what: Happening, id = randomUUID() as string, zone?: string): Promise<Handled> => {
    const told = zone === undefined ? {} : { zone };
    const handled = await world.system.coach.handle({ id, person: ref, place, ...told, what });
    await handled.performed;
    return handled;
  };
  const platform = () => world.terminal;
  const cards = () =>
    platform()
      .shown.filter((shown) => shown.person.userId === ref.userId)
      .map((shown) => shown.card);
  return {
    ref,
    place,
    happens,
    /** `zone`: what their platform tells of theirs. */
    says: (
      text: string,
      how: { ends?: Ends; id?: string; stamp?: string; startsFresh?: boolean; zone?: string } = {},
    ) => {
      counter += 1;
      const messageId = how.id ?? `${ref.userId}-${counter}-${randomUUID()}`;
      const stamp = how.stamp ?? `${Date.now()}.${String(counter).padStart(6, '0')}`;
      return happens(
        {
          type: 'said',
          messageId,
          stamp,
          text,
          ends: how.ends ?? 'now',
          ...(how.startsFresh === true ? { startsFresh: true } : {}),
        },
        `said-${messageId}`,
        how.zone,
      );
    },
    presses: (action: string, how: { turn?: number } = {}) => happens({ type: 'pressed', action, ...how }),
    cards,
    /** What the newest card says, as plain text. */
    reads: () => {
      const card = cards().at(-1);
      return card === undefined ? '' : fallbackText(card);
    },
    async session(): Promise<Session | undefined> {
      const found = await findPerson(world.db, world.ring, ref);
      if (found === undefined) return undefined;
      return (await practicesOf(world.db, found, { as: 'owner', personId: found.id })).at(-1)?.session;
    },
    async practices() {
      const found = await findPerson(world.db, world.ring, ref);
      return found === undefined ? [] : practicesOf(world.db, found, { as: 'owner', personId: found.id });
    },
  };
}

/** Waits until a condition holds: for what happens in its own time. Fails after `forMs`. */
export async function eventually<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  forMs = 15_000,
): Promise<T> {
  const until = Date.now() + forMs;
  // A look often asks the database: what takes seconds is looked at less often, so that it gets the processor.
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 100)) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > until) throw new Error('it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
