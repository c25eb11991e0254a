import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

/**
 * The system of record. Every row of a person carries installation and person, and goes with them. A column
 * of type `sealed` is encrypted with the person's own data key; what is in clear is needed to find rows
 * (ids, instants, stages) and says nothing of what a person wrote.
 */

export const sealed = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

export const installations = pgTable(
  'installations',
  {
    id: uuid('id').primaryKey(),
    platform: text('platform').notNull(),
    /** Slack: team or enterprise id; Discord: the app's id; terminal: `local`. */
    externalId: text('external_id').notNull(),
    tokens: sealed('tokens'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('installations_external').on(t.platform, t.externalId)],
);

export const people = pgTable(
  'people',
  {
    id: uuid('id').primaryKey(),
    installationId: uuid('installation_id')
      .notNull()
      .references(() => installations.id, { onDelete: 'cascade' }),
    platform: text('platform').notNull(),
    scope: text('scope').notNull(),
    userId: text('user_id').notNull(),
    /** The person's data key, wrapped by the key of the ring that `ringKey` names. */
    ringKey: text('ring_key').notNull(),
    wrappedKey: sealed('wrapped_key').notNull(),
    tone: text('tone').notNull().default('gentle'),
    showNumbers: boolean('show_numbers').notNull().default(false),
    critic: text('critic').notNull().default('rubric'),
    defaultRole: sealed('default_role'),
    zone: text('zone'),
    /** asked > platform > guessed. */
    zoneSource: text('zone_source'),
    locale: text('locale'),
    quietHours: jsonb('quiet_hours'),
    pausedUntil: instant('paused_until'),
    noticeShownAt: instant('notice_shown_at'),
    /** Where they were told that a language model gets their words: nothing is sent to anywhere else. */
    noticeOf: text('notice_of'),
    wordsPerMinute: integer('words_per_minute'),
    /** How far along they said they are. */
    seniority: text('seniority'),
    /** False: answers that others share are not shown to them. */
    takesShares: boolean('takes_shares').notNull().default(true),
    lastActiveAt: instant('last_active_at').notNull().defaultNow(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('people_identity').on(t.platform, t.scope, t.userId),
    index('people_last_active').on(t.lastActiveAt),
    index('people_installation').on(t.installationId),
  ],
);

export const ofPerson = {
  installationId: uuid('installation_id')
    .notNull()
    .references(() => installations.id, { onDelete: 'cascade' }),
  personId: uuid('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
};

export const stories = pgTable(
  'stories',
  {
    id: uuid('id').primaryKey(),
    ...ofPerson,
    guideId: text('guide_id').notNull(),
    guideVersion: integer('guide_version').notNull(),
    title: sealed('title'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [index('stories_person').on(t.personId)],
);

export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    ...ofPerson,
    storyId: uuid('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    /** The place, as its codec writes it. */
    place: text('place').notNull(),
    /** 1 for a person's first practice: `show 1`. */
    number: integer('number').notNull(),
    /** open, critiquing, paused or done: where in it a practice stands is sealed. */
    stage: text('stage').notNull(),
    active: boolean('active').notNull(),
    v: integer('v').notNull(),
    state: sealed('state').notNull(),
    turn: integer('turn').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('sessions_active_place').on(t.installationId, t.place).where(sql`${t.active}`),
    uniqueIndex('sessions_number').on(t.personId, t.number),
    index('sessions_place').on(t.personId, t.place, t.updatedAt),
    index('sessions_at').on(t.place),
    index('sessions_story').on(t.storyId),
    index('sessions_critiquing').on(t.updatedAt).where(sql`${t.stage} = 'critiquing'`),
    index('sessions_silent').on(t.updatedAt).where(sql`${t.active}`),
  ],
);

export const attempts = pgTable(
  'attempts',
  {
    id: uuid('id').primaryKey(),
    ...ofPerson,
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    /** `written`: a frozen draft; `spoken`: a run aloud. */
    kind: text('kind').notNull(),
    /** Of a draft, or of a run: each kind counts from 1. */
    draftNo: integer('draft_no').notNull(),
    body: sealed('body').notNull(),
    durationSeconds: integer('duration_seconds'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('attempts_draft').on(t.sessionId, t.kind, t.draftNo),
    index('attempts_person').on(t.personId),
  ],
);

export const scorecards = pgTable(
  'scorecards',
  {
    id: uuid('id').primaryKey(),
    ...ofPerson,
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    /** self, coach or partner. */
    by: text('by').notNull(),
    critic: text('critic').notNull().default(''),
    criticVersion: text('critic_version').notNull().default(''),
    body: sealed('body').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('scorecards_once').on(t.attemptId, t.by, t.critic, t.criticVersion),
    index('scorecards_person').on(t.personId),
  ],
);

/** A partner's view of one attempt, until an instant. */
export const grants = pgTable(
  'grants',
  {
    id: uuid('id').primaryKey(),
    ...ofPerson,
    viewerId: uuid('viewer_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id, { onDelete: 'cascade' }),
    until: instant('until').notNull(),
  },
  (t) => [
    uniqueIndex('grants_once').on(t.viewerId, t.attemptId),
    index('grants_person').on(t.personId),
    index('grants_attempt').on(t.attemptId),
  ],
);

/** A person's plan of reminders. What it says stays sealed; when the next is due is a wake. */
export const plans = pgTable('plans', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  installationId: uuid('installation_id')
    .notNull()
    .references(() => installations.id, { onDelete: 'cascade' }),
  v: integer('v').notNull(),
  state: sealed('state').notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** The truth of time: a bell without its row, or with another instant, rings for nobody. */
export const wakes = pgTable(
  'wakes',
  {
    key: text('key').primaryKey(),
    ...ofPerson,
    aggregate: text('aggregate').notNull(),
    kind: text('kind').notNull(),
    dueAt: instant('due_at').notNull(),
    zone: text('zone'),
    wallTime: text('wall_time'),
    v: integer('v').notNull(),
    /** The instant for which the bell was put in last. */
    armedFor: instant('armed_for'),
    doneAt: instant('done_at'),
  },
  (t) => [
    index('wakes_due').on(t.dueAt).where(sql`${t.doneAt} is null`),
    index('wakes_person').on(t.personId),
  ],
);

export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    key: text('key').notNull(),
    ...ofPerson,
    lane: text('lane').notNull(),
    performer: text('performer').notNull(),
    place: text('place').notNull(),
    kind: text('kind').notNull(),
    body: sealed('body').notNull(),
    /** Opaque to others: what our message is found by after a crash. */
    deliveryId: text('delivery_id').notNull(),
    /** waiting, sending, done or dead. */
    state: text('state').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    sendingSince: instant('sending_since'),
    /** The process that is sending it. */
    holder: text('holder'),
    /** What the platform called our message. */
    ref: text('ref'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('outbox_key').on(t.key),
    index('outbox_lane').on(t.lane, t.id).where(sql`${t.state} in ('waiting', 'sending')`),
    index('outbox_finished').on(t.createdAt).where(sql`${t.state} in ('done', 'dead')`),
    index('outbox_person').on(t.personId),
  ],
);

/**
 * Keyed hashes of the ids of events that had their turn, kept as long as their session and 30 days at least: an id may
 * tell what was pressed, and in what state.
 */
export const seenEvents = pgTable(
  'seen_events',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    eventId: text('event_id').notNull(),
    /** The practice that the id names: gone with it. */
    sessionId: uuid('session_id'),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.eventId] }), index('seen_events_at').on(t.at)],
);

/**
 * What the coach had posted for somebody who was deleted since, or for a practice that was, for the platform to remove:
 * ids only. A row goes once its message is gone.
 */
export const leftovers = pgTable(
  'leftovers',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    installationId: uuid('installation_id')
      .notNull()
      .references(() => installations.id, { onDelete: 'cascade' }),
    platform: text('platform').notNull(),
    channel: text('channel').notNull(),
    /** What the platform calls the message, or the thread. */
    ref: text('ref').notNull(),
    /** message, thread, place, direct or lent (see `leftovers.ts`); or mention: named by the key of its effect (see `mentions.ts`). */
    kind: text('kind').notNull(),
    /** Of a thread only the messages before this instant, and not its root: what is said of the deletion stays. */
    before: instant('before'),
    /** Whose thread it is, while they are kept: the rest of it goes when they do. */
    personId: uuid('person_id').references(() => people.id, { onDelete: 'set null' }),
    /** Which of their practices left it there, while it is kept. */
    sessionId: uuid('session_id'),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
  },
  (t) => [
    index('leftovers_due').on(t.platform, t.nextAt),
    index('leftovers_person').on(t.personId).where(sql`${t.personId} is not null`),
  ],
);

/** How often findings of a rule were said to be not so: what a critic gets wrong. Nobody's, so it stays when a person goes. */
export const setAsides = pgTable(
  'set_asides',
  {
    rule: text('rule').notNull(),
    critic: text('critic').notNull(),
    criticVersion: text('critic_version').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.rule, t.critic, t.criticVersion] })],
);

/** A keyed hash of who was deleted: late events, jobs and bells are no-ops until the person starts anew. */
export const tombstones = pgTable('tombstones', {
  hash: text('hash').primaryKey(),
  until: instant('until').notNull(),
});
