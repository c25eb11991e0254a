import { z } from 'zod';
import { PictureSchema } from './picture.ts';

/**
 * What a person sees, before any platform. A card is plain data: it can be stored, sent next week
 * by another process, and drawn by every adapter. A platform that cannot show a block says how it
 * degrades, in its own `render`.
 */

/**
 * A run of words. `quote` is somebody's own words, verbatim: no platform may parse or ping from it. `typed` are words of the
 * coach's that say what can be typed; where nobody hears what is typed, `pressed` stands in their place. `at` is an instant
 * that several people read, each by a clock of their own: a platform that knows the reader's shows it by that, with `there`
 * (the planner's clock, in short) beside it; all others show `words`, which say it in full by the planner's. Only the coach
 * makes one: what somebody wrote is never looked at for it.
 */
export const RunSchema = z
  .union([
    z.string(),
    z.strictObject({ quote: z.string() }),
    z.strictObject({ typed: z.string(), pressed: z.string() }),
    z.strictObject({
      at: z.iso.datetime(),
      /** The day and the time, or the time of a day that is known. */
      shows: z.enum(['day', 'time']),
      words: z.string().min(1),
      there: z.string().min(1),
    }),
  ])
  .readonly();
export type Run = z.infer<typeof RunSchema>;
export type MomentRun = Extract<Run, { readonly at: string }>;

export const RunsSchema = z.array(RunSchema).readonly();
export type Runs = z.infer<typeof RunsSchema>;

/** What a person can fill in. `id` names the value that comes back. */
export const InputSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    id: z.string(),
    label: z.string(),
    value: z.string(),
    maxLength: z.int(),
  }),
  z.strictObject({
    type: z.literal('rating'),
    id: z.string(),
    label: z.string(),
    choices: z.array(z.string()).readonly(),
    /** What each of them means, in their order. */
    meanings: z.array(z.string()).readonly().optional(),
    value: z.int().optional(),
  }),
  z.strictObject({
    type: z.literal('choice'),
    id: z.string(),
    label: z.string(),
    options: z.array(z.strictObject({ value: z.string(), label: z.string() })).readonly(),
    value: z.string().optional(),
    /** Several can be chosen: what comes back is `id:value-value`. A platform without such menus leaves them to be typed. */
    many: z.literal(true).optional(),
  }),
  z.strictObject({
    type: z.literal('person'),
    id: z.string(),
    label: z.string(),
    value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('moment'),
    id: z.string(),
    label: z.string(),
    date: z.iso.date().optional(),
    time: z.string().optional(),
    zone: z.string(),
  }),
]);
export type Input = z.infer<typeof InputSchema>;

/** What comes back from a press: a command, as a menu, a button or an option carries it. */
const ActionSchema = z.string().regex(/^[a-z0-9:-]+$/);

/** Twenty-five is what Discord lets a menu hold. */
const MOST_OPTIONS = 25;

export const BlockSchema = z.discriminatedUnion('kind', [
  /** The coach speaks; quotes stand inside its sentence. */
  z.strictObject({ kind: z.literal('text'), runs: RunsSchema }),
  /** Short labelled rows, the labels aligned where the platform can. A row may have several lines. */
  z.strictObject({
    kind: z.literal('fields'),
    fields: z.array(z.strictObject({ label: z.string(), lines: z.array(RunsSchema).readonly() })).readonly(),
  }),
  z.strictObject({ kind: z.literal('list'), items: z.array(RunsSchema).readonly() }),
  /** A longer text shown as it is: the person's draft, or a sample of the guide. */
  z.strictObject({
    kind: z.literal('passage'),
    title: z.string().optional(),
    text: z.string(),
    by: z.enum(['person', 'guide']),
  }),
  /** `only`: the words beside it say the same, so it is left out where nothing is `drawn`; or it is for there alone. */
  z.strictObject({
    kind: z.literal('picture'),
    picture: PictureSchema,
    alt: z.string().min(1),
    only: z.enum(['drawn', 'undrawn']).optional(),
  }),
  z.strictObject({ kind: z.literal('input'), input: InputSchema }),
  /** Commands to pick from where nobody hears what is typed. Elsewhere it is left out: the words beside it say what to type. */
  z.strictObject({
    kind: z.literal('menu'),
    label: z.string().min(1),
    options: z
      .array(z.strictObject({ action: ActionSchema, label: z.string().min(1) }))
      .min(1)
      .max(MOST_OPTIONS)
      .readonly(),
  }),
]);
export type Block = z.infer<typeof BlockSchema>;
export type Menu = Extract<Block, { kind: 'menu' }>;

/** A choice. `action` is what comes back from a press; `word` is the same, typed. */
export const ButtonSchema = z.strictObject({
  action: ActionSchema,
  word: z.string().min(1),
  label: z.string().min(1),
  style: z.enum(['plain', 'primary', 'danger']).optional(),
});
export type Button = z.infer<typeof ButtonSchema>;

/**
 * `asks`: what a free text would be now. `answer`: several lines or messages make one, an empty line or
 * Next ends it. `line`: one message is all. `nothing`: only choices and commands.
 */
export const AsksSchema = z.enum(['answer', 'line', 'nothing']);

export const CardSchema = z.strictObject({
  v: z.literal(1),
  /** Where the card came from: a press on it is old once a later question was asked. */
  origin: z.strictObject({ sessionId: z.string(), turn: z.int() }).optional(),
  blocks: z.array(BlockSchema).min(1).readonly(),
  buttons: z.array(ButtonSchema).max(6).readonly(),
  asks: AsksSchema,
  /** The coach is at work: a platform shows movement until the next card of the session. */
  working: z.boolean().optional(),
  /** This shows where the talk stands; an attaching terminal shows a fresh one in its place. */
  standing: z.boolean().optional(),
  /** Beside this card the steps can be written or edited in one form, where a platform has forms. */
  form: z.literal('answers').optional(),
  /** What this shows can be shown to somebody the person picks, where a platform has others to pick. */
  share: z.boolean().optional(),
  /** It comes unasked: what a notification shows of it, before it is opened. */
  notice: z.string().min(1).optional(),
  /** A clock runs from here: a platform that can changes the card while it does. */
  clock: z.strictObject({ startedAt: z.iso.datetime(), seconds: z.int().min(1) }).optional(),
});
export type Card = z.infer<typeof CardSchema>;

/** What a card's words say beside it: it needs none of its own. */
export function isSaidBeside(block: Block): boolean {
  return block.kind === 'picture' && block.only !== undefined;
}

/** A text block from words and quotes: `text('You said: ', quote(words))`. */
export function text(...runs: Run[]): Block {
  return { kind: 'text', runs };
}

/** A menu of commands; none where there is nothing to pick. What is beyond its room is left out. */
export function menu(label: string, options: Menu['options']): Block[] {
  return options.length === 0 ? [] : [{ kind: 'menu', label, options: options.slice(0, MOST_OPTIONS) }];
}

/** Somebody's own words, to stand inside the coach's sentence. */
export function quote(words: string): Run {
  return { quote: words };
}

/** Whether a run is somebody's own words. */
export function isQuote(run: Run): run is { readonly quote: string } {
  return typeof run !== 'string' && 'quote' in run;
}

/** Whether a run is an instant that each reads by a clock of their own. */
export function isMoment(run: Run): run is MomentRun {
  return typeof run !== 'string' && 'at' in run;
}

/** The second of such a run as platforms count it: whole, since 1970. */
export function secondOf({ at }: MomentRun): number {
  return Math.floor(Date.parse(at) / 1_000);
}
