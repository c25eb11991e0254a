import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { text } from '../../src/card/card.ts';
import { type Effect, effectKey } from '../../src/conversation/effect.ts';
import { parseSession, type Session } from '../../src/conversation/session.ts';
import type { Draft } from '../../src/critique/draft.ts';
import { type Drizzle, drizzleOn } from '../../src/store/drizzle.ts';
import { type Keyring, newKeyringValue, parseKeyring } from '../../src/store/keyring.ts';
import type { OutboxRow } from '../../src/store/outbox.ts';
import { createPerson, findPerson, type PersonRow } from '../../src/store/people.ts';
import { createPool } from '../../src/store/pool.ts';
import { type Practice, practicesOf } from '../../src/store/practices.ts';
import { type OpenTurn, openTurn, type Wanted } from '../../src/store/turn.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { ownDatabase } from '../support/database.ts';

/** The store alone on a real database: turns are written with effects made by hand, without a conversation. */
export interface StoreWorld {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly db: Drizzle;
  readonly ring: Keyring;
  person(userId: string): Promise<PersonByHand>;
  close(): Promise<void>;
}

export interface PersonByHand {
  readonly ref: PersonRef;
  readonly place: string;
  row(): Promise<PersonRow>;
  open(wanted?: Partial<Wanted>, eventId?: string): Promise<OpenTurn>;
  /** One committed turn. Its keys are those of the last session. */
  turn(
    sessions: readonly Session[],
    effects: readonly Effect[],
    how?: TurnByHand,
  ): Promise<readonly OutboxRow[]>;
  practices(): Promise<readonly Practice[]>;
}

export interface TurnByHand {
  readonly wanted?: Partial<Wanted>;
  readonly eventId?: string;
  readonly now?: Date;
}

export async function createStoreWorld(name: string): Promise<StoreWorld> {
  const { url, drop } = await ownDatabase(name);
  const pool = createPool(url, { max: 4, pipeline: true, onError: () => undefined });
  const db = drizzleOn(pool);
  const ring = parseKeyring(newKeyringValue('test'));
  return {
    url,
    pool,
    db,
    ring,
    async person(userId) {
      const ref: PersonRef = { platform: 'terminal', scope: 'local', userId };
      await createPerson(db, ring, ref, { externalId: ref.scope });
      return byHand({ pool, db, ring }, ref);
    },
    async close() {
      await pool.end();
      await drop();
    },
  };
}

function byHand({ pool, db, ring }: Pick<StoreWorld, 'pool' | 'db' | 'ring'>, ref: PersonRef): PersonByHand {
  const place = `terminal:${ref.userId}`;
  async function open(wanted: Partial<Wanted> = {}, eventId: string = randomUUID()): Promise<OpenTurn> {
    const opened = await openTurn(pool, ring, ref, eventId, { place, ...wanted });
    if (opened.found !== 'turn') throw new Error(opened.found);
    return opened.turn;
  }
  async function row(): Promise<PersonRow> {
    const found = await findPerson(db, ring, ref);
    if (found === undefined) throw new Error('nobody');
    return found;
  }
  return {
    ref,
    place,
    row,
    open,
    async turn(sessions, effects, { wanted, eventId, now = new Date() } = {}) {
      const named = sessions.at(-1);
      const opened = await open(wanted ?? { sessionId: named?.id }, eventId);
      return opened.commit({
        place,
        sessions,
        effects: effects.map((effect, position) => ({
          key: effectKey(named?.id ?? randomUUID().replaceAll('-', ''), named?.turn ?? 0, position),
          effect,
          performer: effect.type === 'requestCritique' ? 'jobs' : 'terminal',
        })),
        now,
        local: new Set(['terminal']),
        holder: 'by-hand',
        supersede: false,
      });
    },
    async practices() {
      const owner = await row();
      return practicesOf(db, owner, { as: 'owner', personId: owner.id });
    },
  };
}

/** A practice in its review, at its first turn. */
export function aSession(of: Partial<Session> = {}): Session {
  return parseSession({
    v: 1,
    id: randomUUID(),
    storyId: randomUUID(),
    guide: { id: 'greatest-failure', version: 1 },
    stage: { at: 'reviewing' },
    turn: 1,
    askedTurn: 1,
    readers: 'What you write stays on this machine.',
    failure: [],
    answers: {},
    skipped: [],
    replaced: [],
    notes: [],
    drafts: 0,
    ...of,
  });
}

export const DRAFT: Draft = { text: 'I lost the tender papers.', steps: {} };

export const frozen = (draftNo = 1): Effect => ({ type: 'freezeDraft', draftNo, draft: DRAFT });

export const says = (words: string): Effect => ({
  type: 'say',
  card: { v: 1, blocks: [text(words)], buttons: [], asks: 'nothing' },
});

/** The coach's critique of a draft. */
export const judged = (draftNo = 1, version = 'rubric-2'): Effect => ({
  type: 'storeCritique',
  draftNo,
  critique: {
    v: 1,
    critic: 'rubric',
    version,
    steps: {},
    findings: [],
    keep: [],
    next: { question: 'What would you do today?' },
    overall: 0.5,
    verdict: 'weak',
    line: 'Right story, one thing to fix.',
  },
});
