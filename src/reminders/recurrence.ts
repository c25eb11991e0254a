import { z } from 'zod';

/**
 * When somebody wants to be reminded, as they said it: wall times in their own zone. Instants are computed from it
 * (`occurrences.ts`), and none is stored in it: a zone may change its rules between now and then.
 */

/** A time on the wall, "08:30". */
export const WallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type WallTime = z.infer<typeof WallTimeSchema>;

/** ISO 8601: 1 is Monday, 7 is Sunday. */
const WeekdaySchema = z.int().min(1).max(7);
export type Weekday = z.infer<typeof WeekdaySchema>;

const common = {
  /** In their order, none twice. */
  times: z.array(WallTimeSchema).min(1).max(6).readonly(),
  /** The date its intervals are counted from, in the person's zone. For weeks: the first matching day on or after its start. */
  from: z.iso.date(),
};

/**
 * A day of a month. `nth` with `weekday`: the first Tuesday (1 to 5), the last Friday (-1). `date`: the 15th; where a month
 * is shorter, its last day.
 */
const MonthDaySchema = z.union([
  z.strictObject({ nth: z.union([z.literal(-1), z.int().min(1).max(5)]), weekday: WeekdaySchema }),
  z.strictObject({ date: z.int().min(1).max(31) }),
]);
export type MonthDay = z.infer<typeof MonthDaySchema>;

export const RecurrenceSchema = z.discriminatedUnion('each', [
  /** Every `every` days: 1 is daily. */
  z.strictObject({ each: z.literal('day'), every: z.int().min(1).max(365), ...common }),
  /** These days of every `every` weeks; a week begins on Monday, the one of `from` is the first. */
  z.strictObject({
    each: z.literal('week'),
    every: z.int().min(1).max(52),
    days: z.array(WeekdaySchema).min(1).max(7).readonly(),
    ...common,
  }),
  /** A day of every `every` months; `also`: the other days of the same months. */
  z.strictObject({
    each: z.literal('month'),
    every: z.int().min(1).max(12),
    on: MonthDaySchema,
    // Beside `on` and not in its place: what is stored from before has none.
    also: z.array(MonthDaySchema).min(1).max(5).readonly().optional(),
    ...common,
  }),
]);
export type Recurrence = z.infer<typeof RecurrenceSchema>;

/** One moment. `in`: so long from when it was said ("in 2 hours"), which no change of clocks moves; `at`: a wall time. */
export const MomentSchema = z.strictObject({
  kind: z.enum(['in', 'at']),
  /** The instant, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** What the wall says there, "2027-03-14T08:30". */
  wall: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
});
export type Moment = z.infer<typeof MomentSchema>;

/** Hours without reminders, "21:00" to "08:00"; where both are the same there are none. */
export const QuietHoursSchema = z.strictObject({ from: WallTimeSchema, to: WallTimeSchema }).readonly();
export type QuietHours = z.infer<typeof QuietHoursSchema>;

/** Where a person set no others. */
export const USUAL_QUIET_HOURS: QuietHours = { from: '21:00', to: '08:00' };

/** Where nobody said a time of the day. */
export const USUAL_TIME: WallTime = '18:00';
