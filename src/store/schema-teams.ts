import { isNotNull } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { installations, instant, ofPerson, people, sealed } from './schema.ts';

/**
 * Teams, and their sessions. A team is kept as a person is (`who/team.ts`): a row of `people` has its key, its lock and its
 * wake. Whatever somebody wrote in a session is theirs: `team_words`, sealed with their own key, goes when they do.
 */

/** A team and its series. `personId`: the row that it is kept as. */
export const teams = pgTable(
  'teams',
  {
    id: text('id').primaryKey(),
    ...ofPerson,
    /** Where its sessions are announced, by the place's key. */
    channel: text('channel').notNull(),
    /** Nothing of it comes any more. */
    over: boolean('over').notNull(),
    /** Counts its turns: names its effects. */
    turn: integer('turn').notNull(),
    v: integer('v').notNull(),
    state: sealed('state').notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('teams_channel').on(t.installationId, t.channel), index('teams_person').on(t.personId)],
);

export const teamSessions = pgTable(
  'team_sessions',
  {
    id: text('id').primaryKey(),
    ...ofPerson,
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    over: boolean('over').notNull(),
    v: integer('v').notNull(),
    state: sealed('state').notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('team_sessions_team').on(t.teamId), index('team_sessions_person').on(t.personId)],
);

/** What was written in a session about one candidate's answers, and the answers: the candidate's. */
export const teamWords = pgTable(
  'team_words',
  {
    sessionId: text('session_id')
      .notNull()
      .references(() => teamSessions.id, { onDelete: 'cascade' }),
    ...ofPerson,
    body: sealed('body').notNull(),
    /** Since when the coach has something in it still to read; null where it has nothing. */
    awaitedSince: instant('awaited_since'),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.personId] }),
    index('team_words_person').on(t.personId),
    index('team_words_awaited').on(t.awaitedSince).where(isNotNull(t.awaitedSince)),
  ],
);

/** Who belongs to a team, as far as they are known to us: what holds their name is found by it when they go. */
export const teamMembers = pgTable(
  'team_members',
  {
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    ...ofPerson,
  },
  (t) => [primaryKey({ columns: [t.teamId, t.personId] }), index('team_members_person').on(t.personId)],
);

/** With whom somebody is not to be paired: ids on their platform, seen by no one. */
export const aparts = pgTable('aparts', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  installationId: uuid('installation_id')
    .notNull()
    .references(() => installations.id, { onDelete: 'cascade' }),
  body: sealed('body').notNull(),
});

/** Until when somebody is left in peace by team sessions: seen by no one. */
export const teamPauses = pgTable('team_pauses', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  installationId: uuid('installation_id')
    .notNull()
    .references(() => installations.id, { onDelete: 'cascade' }),
  body: sealed('body').notNull(),
});

/** "Once by Friday". `personId`: the row that it is kept as, like a team; it goes with whoever invited. */
export const onces = pgTable(
  'onces',
  {
    id: text('id').primaryKey(),
    ...ofPerson,
    organizerId: uuid('organizer_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Where it was said, by the place's key. */
    channel: text('channel').notNull(),
    /** Nothing of it comes any more. */
    over: boolean('over').notNull(),
    /** Counts its turns: names its effects. */
    turn: integer('turn').notNull(),
    v: integer('v').notNull(),
    state: sealed('state').notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    index('onces_channel').on(t.installationId, t.channel),
    index('onces_person').on(t.personId),
    index('onces_organizer').on(t.organizerId),
  ],
);

/** Who takes part in one, and what they agreed to: theirs, sealed with their own key. */
export const oncePeople = pgTable(
  'once_people',
  {
    onceId: text('once_id')
      .notNull()
      .references(() => onces.id, { onDelete: 'cascade' }),
    ...ofPerson,
    body: sealed('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.onceId, t.personId] }), index('once_people_person').on(t.personId)],
);
