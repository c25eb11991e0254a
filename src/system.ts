import { type Coach, createCoach } from './coach/coach.ts';
import { createDeliverer, type Deliverer, type Failed } from './coach/deliver.ts';
import type { Happening } from './coach/incoming.ts';
import { pastPractices } from './coach/past-practices.ts';
import { type Done, type ModelAt, type Performer, reaches, type Whereabouts } from './coach/ports.ts';
import { arrivalOf, failureOf, isOfTeam } from './coach/teams/team-arrivals.ts';
import { createTeamCoach, type TeamCoach } from './coach/teams/team-coach.ts';
import { createTeamDesk, type TeamDesk } from './coach/teams/team-desk.ts';
import type { TeamIncoming } from './coach/teams/team-incoming.ts';
import { viewOf } from './coach/views.ts';
import { isPassing } from './coach/with-retries.ts';
import type { ToldFor } from './critique/doubts.ts';
import type { ReadAs } from './critique/read.ts';
import type { Reading } from './critique/reading.ts';
import { codeOf } from './errors.ts';
import type { Catalog } from './guide/catalog.ts';
import type { Guide } from './guide/guide.ts';
import type { Log } from './log.ts';
import type { Store } from './store/open-store.ts';
import type { OutboxRow } from './store/outbox.ts';
import { findPerson } from './store/people.ts';
import { latestPractice } from './store/practices.ts';
import { parsePlaceKey } from './who/place.ts';

export interface SystemParts {
  readonly store: Pick<Store, 'pool' | 'db' | 'ring' | 'presence'>;
  readonly catalog: Catalog;
  readonly read: (text: string, guide: Guide, about?: ToldFor, as?: ReadAs) => Reading;
  readonly performers: readonly Performer[];
  readonly whereabouts: Whereabouts;
  readonly model?: ModelAt | undefined;
  readonly now: () => Date;
  readonly zone: string;
  readonly log: Log;
}

/** The coach and its deliverer on one store: what every process runs, whatever its roles. */
export interface System {
  readonly coach: Coach;
  /** What speaks for teams and their sessions. */
  readonly teams: TeamCoach;
  /** What people type, press and fill in for their team. */
  readonly teamDesk: TeamDesk;
  readonly deliverer: Deliverer;
  start(): void;
  /** Ends the turns under way, then the deliveries. The store stays open. */
  stop(): Promise<void>;
}

/** The practice that an effect is of; none where it is of no practice. */
function practiceOf({ key }: OutboxRow): string | undefined {
  return /^e-([0-9a-f-]{36})-\d+-\d+$/.exec(key)?.[1];
}

export function createSystem(parts: SystemParts): System {
  const { store, now, log } = parts;
  const performers = new Map(parts.performers.map((performer) => [performer.name as string, performer]));
  const deliverer = createDeliverer({
    pool: store.pool,
    ring: store.ring,
    holder: store.presence.holder,
    performers,
    now,
    random: Math.random,
    log,
    arrived,
    failed: report,
  });
  const localAt = (place: string) =>
    new Set(parts.performers.filter((performer) => reaches(performer, place)).map(({ name }) => name));
  const coach = createCoach({
    pool: store.pool,
    db: store.db,
    ring: store.ring,
    catalog: parts.catalog,
    read: parts.read,
    view: (command, person, zone) =>
      viewOf({ ...parts, db: store.db, ring: store.ring }, command, person, zone),
    past: async (ref) => {
      const person = await findPerson(store.db, store.ring, ref);
      return person === undefined ? [] : pastPractices(store.db, person);
    },
    latest: async (ref) => {
      const person = await findPerson(store.db, store.ring, ref);
      return person === undefined ? undefined : latestPractice(store.db, person);
    },
    whereabouts: parts.whereabouts,
    model: parts.model,
    deliverer,
    localAt,
    holder: store.presence.holder,
    now,
  });

  const teams = createTeamCoach({
    ...store,
    guide: parts.catalog.default,
    deliverer,
    localAt,
    holder: store.presence.holder,
    now,
  });

  const teamDesk = createTeamDesk({
    ...store,
    guide: parts.catalog.default,
    teams,
    now,
  });

  let stopping = false;

  /** A card that will never be seen comes back to its conversation as an event. */
  async function report({ row, reason }: Failed): Promise<void> {
    if (isOfTeam(row)) return tellTeam(failureOf(row, reason), 'failure-not-told');
    if (row.kind === 'remind') {
      const what = { type: 'reminderFailed', key: row.key, reason } as const;
      return tellOf(row, `failed-${row.key}`, what, 'failure-not-told');
    }
    const sessionId = practiceOf(row);
    if (sessionId === undefined || row.performer === 'jobs') return;
    const what = { type: 'deliveryFailed', sessionId, key: row.key, kind: row.kind, reason } as const;
    await tellOf(row, `failed-${row.key}`, what, 'failure-not-told');
  }

  async function arrived(row: OutboxRow, done: Done): Promise<void> {
    if (isOfTeam(row)) return tellTeam(arrivalOf(row, done), 'arrival-not-told');
    const sessionId = practiceOf(row);
    if (sessionId === undefined) return;
    const what = { type: 'shareArrived', sessionId, key: row.key } as const;
    await tellOf(row, `arrived-${row.key}`, what, 'arrival-not-told');
  }

  async function tellOf(row: OutboxRow, id: string, what: Happening, untold: string): Promise<void> {
    const place = parsePlaceKey(row.place);
    await coach.handle({ id, person: row.person, place, what }).catch((error: unknown) => {
      if (stopping || isPassing(error)) throw error;
      log(untold, { key: row.key, code: codeOf(error) });
    });
  }

  async function tellTeam(incoming: TeamIncoming | undefined, untold: string): Promise<void> {
    if (incoming === undefined) return;
    await teams.handle(incoming).catch((error: unknown) => {
      if (stopping || isPassing(error)) throw error;
      log(untold, { key: incoming.id, code: codeOf(error) });
    });
  }

  return {
    coach,
    teams,
    teamDesk,
    deliverer,
    start() {
      store.presence.listen('outbox', () => void deliverer.sweep());
      store.presence.onReconnect(() => void deliverer.sweep());
      deliverer.start();
    },
    async stop() {
      stopping = true;
      await Promise.all([coach.stop(), teams.stop()]);
      await deliverer.stop();
    },
  };
}
