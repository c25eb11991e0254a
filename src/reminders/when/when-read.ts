import { z } from 'zod';
import { MomentSchema, RecurrenceSchema, WallTimeSchema } from '../recurrence.ts';

/** Words that can be said instead, shown as a choice: `words` are read by `readWhen` without asking again. */
export const ChoiceSchema = z.strictObject({ label: z.string(), words: z.string() }).readonly();
export type Choice = z.infer<typeof ChoiceSchema>;

/** What somebody asked for, once it is plain. */
export const WishSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recurrence'), recurrence: RecurrenceSchema }).readonly(),
  z.strictObject({ kind: z.literal('moment'), moment: MomentSchema }).readonly(),
  /** "when it pays": the spacing is the coach's; `time`: at what time of the day, where they said one. */
  z.strictObject({ kind: z.literal('adaptive'), time: WallTimeSchema.optional() }).readonly(),
  /** "interview on 20 March 2027": a plan back from that date. */
  z
    .strictObject({ kind: z.literal('interview'), date: z.iso.date(), time: WallTimeSchema.optional() })
    .readonly(),
]);
export type Wish = z.infer<typeof WishSchema>;

/** How words for a time were read. */
export type WhenRead =
  /** `zone`: they named one (IANA). */
  | { readonly read: 'wish'; readonly wish: Wish; readonly zone?: string }
  /** Two people would read it differently, or something is missing: `question` is asked with these choices. */
  | { readonly read: 'ask'; readonly question: string; readonly choices: readonly Choice[] }
  /** It cannot be: a date that does not exist, a time that is past. `message` says what to do next. */
  | { readonly read: 'refused'; readonly message: string; readonly choices: readonly Choice[] }
  /** It is no time at all. */
  | { readonly read: 'unread' };
