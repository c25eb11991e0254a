import { z } from 'zod';
import { CalendarEntrySchema } from './calendar/calendar-entry.ts';
import { ListeningCardSchema } from './listening-card.ts';

/**
 * One mock session of a team: who was asked, who came, which groups they are in, and how far each is. People are named by
 * ids that mean nothing here. What people wrote stands in `words` and `cards` alone, each with whose it is: a store keeps
 * those apart, under the candidate's own key.
 */

const Id = z.string().min(1);
const Instant = z.iso.datetime();

/** What a session asks for, so that four of a series are four practices. */
export const TwistSchema = z.enum(['first-telling', 'another-failure', 'follow-ups', 'sixty-seconds']);
export type Twist = z.infer<typeof TwistSchema>;

export const MemberSchema = z
  .strictObject({
    id: Id,
    /** As their platform shows it. */
    name: z.string().min(1),
    /** IANA. None: they are shown the session's zone. */
    zone: z.string().optional(),
    /** Said to the invitation. None: nothing was said. */
    answer: z.enum(['joined', 'notThis', 'observes']).optional(),
    /** They said that they are there. */
    here: z.literal(true).optional(),
    /** They left half-way. */
    left: z.literal(true).optional(),
    /** The recap may name them. */
    named: z.literal(true).optional(),
    /** They want to see numbers; shown only where both of a pair do. */
    numbers: z.literal(true).optional(),
    /** How many practices of theirs are stored: the more practised answers first. */
    practised: z.int().min(0),
    /** They cannot be written to. */
    unreached: z.literal(true).optional(),
  })
  .readonly();
export type Member = z.infer<typeof MemberSchema>;

/** Live: what a group is at. Asynchronous: `answer`, `asking` (follow-ups and the card), `talk`. `over`: it has ended. */
export const PhaseSchema = z.enum(['settle', 'answer', 'asking', 'cards', 'talk', 'over']);
export type Phase = z.infer<typeof PhaseSchema>;

const TellingPeopleSchema = z
  .strictObject({
    turn: z.union([z.literal(0), z.literal(1)]),
    pair: z.tuple([Id, Id]).readonly(),
    observer: Id.optional(),
  })
  .readonly();

export const GroupSchema = z
  .strictObject({
    no: z.int().min(1),
    /** The two who interview each other: the first answers first. */
    pair: z.tuple([Id, Id]).readonly(),
    /** In a trio: observes, keeps time, notes one sentence to keep. Also somebody who asked to observe. */
    observer: Id.optional(),
    /** Whose answer it is: 0 the first of the pair, 1 the second. */
    turn: z.union([z.literal(0), z.literal(1)]),
    phase: PhaseSchema,
    /** When the phase ends by itself. */
    endsAt: Instant,
    /** Asynchronous: when the first of the two has had their half. */
    swapAt: Instant.optional(),
    /** For whom the next nudge is, and when: an asynchronous pair is kept moving. */
    nudgeAt: Instant.optional(),
    /** Its private place, by the place's key. None: it was not opened yet, or could not be. */
    place: z.string().optional(),
    /** No place could be had for those who are in it now. */
    placeless: z.literal(true).optional(),
    /** Whose answers' cards are open. */
    revealed: z.array(z.union([z.literal(0), z.literal(1)])).readonly(),
    /** Who was in a telling when its cards opened: it stays theirs, whoever takes a place in the group later. */
    tellings: z.array(TellingPeopleSchema).readonly().optional(),
    /** Who goes on without a card in this phase. */
    waived: z.array(Id).readonly().optional(),
  })
  .readonly();
export type Group = z.infer<typeof GroupSchema>;

/** A scorecard of one telling. `by`: the partner, the candidate of themselves, the coach, or who observed. */
export const MockCardSchema = z
  .strictObject({
    group: z.int().min(1),
    turn: z.union([z.literal(0), z.literal(1)]),
    candidate: Id,
    by: z.enum(['partner', 'own', 'coach', 'observer']),
    /** Whose hand it is from: a place may be taken over, a card is not. None: the coach's. */
    writer: Id.optional(),
    card: ListeningCardSchema,
    /** It came when the others were open. */
    late: z.literal(true).optional(),
  })
  .readonly();
export type MockCard = z.infer<typeof MockCardSchema>;

/** An answer that was typed. Until it is `sent`, the candidate alone sees it. */
export const TypedAnswerSchema = z
  .strictObject({
    group: z.int().min(1),
    turn: z.union([z.literal(0), z.literal(1)]),
    candidate: Id,
    text: z.string().min(1),
    /** Who they were told would read it. */
    reader: Id.optional(),
    sent: z.literal(true).optional(),
    /** The coach has read it: its card has come, or there is none to come. */
    heard: z.literal(true).optional(),
  })
  .readonly();
export type TypedAnswer = z.infer<typeof TypedAnswerSchema>;

export const ModeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('live') }),
  /** A pair has so many days, in halves: each half is one answer. */
  z.strictObject({ kind: z.literal('async'), days: z.int().min(1).max(7) }),
]);
export type Mode = z.infer<typeof ModeSchema>;

/** Who is with whom. `mixed`: who has practised with the coach before, with who has not, where there is such a pair to make. */
export const PairsSchema = z.enum(['anyone', 'mixed']);
export type Pairs = z.infer<typeof PairsSchema>;

/**
 * `planned`: not announced yet. `invited`: announced. `running`: it began. `closing`: groups have ended, the recap is still
 * to come. `over`: nothing follows.
 */
export const StageSchema = z.enum(['planned', 'invited', 'running', 'closing', 'over']);

export const MockSchema = z
  .strictObject({
    v: z.literal(1),
    id: z.string().regex(/^[a-z0-9]+$/u),
    /** In its series, from 1. */
    no: z.int().min(1),
    twist: TwistSchema,
    title: z.string().min(1),
    /** What is practised in it, as its guide asks it: whoever is invited knows before they say yes. None: of an older version. */
    question: z.string().min(1).optional(),
    /** A place's key: where it is announced. */
    channel: Id,
    /** The organiser's, IANA. */
    zone: z.string(),
    organizer: z.strictObject({ id: Id, name: z.string().min(1) }).readonly(),
    mode: ModeSchema,
    /** How often people are paired anew in one live session, and which of them it is. */
    rounds: z.int().min(1).max(3),
    /** None: anyone. */
    pairs: PairsSchema.optional(),
    round: z.int().min(1),
    announceAt: Instant,
    startsAt: Instant,
    endsAt: Instant,
    /** How often its time was changed. */
    sequence: z.int().min(0),
    /** Its entry in calendars, which also changes where one person leaves it. */
    entry: CalendarEntrySchema,
    stage: StageSchema,
    /** How it ended, where it is over. `missed`: the coach was away at the time. */
    ended: z.enum(['held', 'nobody', 'cancelled', 'skipped', 'missed']).optional(),
    members: z.array(MemberSchema).readonly(),
    groups: z.array(GroupSchema).readonly(),
    /** How many of them are of earlier rounds. */
    groupsBefore: z.int().min(0).optional(),
    cards: z.array(MockCardSchema).readonly(),
    words: z.array(TypedAnswerSchema).readonly(),
    /** It was called at once: whose calendar file waits until it is over. */
    filesLater: z.array(Id).readonly().optional(),
    /** Until when those who are not there yet are waited for. */
    graceUntil: Instant.optional(),
    /** When the recap goes to the channel. */
    recapAt: Instant.optional(),
    /** What the platform calls the announcement, to change it by. */
    announcedAs: z.string().optional(),
    /** What the platform calls its own event of it, to change that by. */
    listedAs: z.string().optional(),
    /** When the next session of the series is, for the recap. */
    nextAt: Instant.optional(),
    /** What was due up to here is done: nothing is done twice, also where a clock was set back. */
    since: Instant,
  })
  .readonly();
export type Mock = z.infer<typeof MockSchema>;

/** Reads a stored session of any released version. Throws where it is none of ours. */
export function parseMock(stored: unknown): Mock {
  return MockSchema.parse(stored);
}
