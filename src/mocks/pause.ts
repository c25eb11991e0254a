import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantAt } from '../reminders/zoned.ts';
import { isBy, later } from './instants.ts';

/** Somebody is left in peace by team sessions for a while: not asked, and not reminded. It ends by itself. */
export const TeamPauseSchema = z
  .strictObject({
    /** Of which channel's sessions, by the place's key; none: of all of them. */
    channel: z.string().optional(),
    /** The first day on which they are asked again, in their zone (IANA) at that time. */
    from: z.iso.date(),
    zone: z.string(),
  })
  .readonly();
export type TeamPause = z.infer<typeof TeamPauseSchema>;

/** Whose pause holds, and until which instant (ISO 8601 in UTC). */
export type Paused = ReadonlyMap<string, string>;

/** When the last of those that hold for a channel ends; undefined where none does. */
export function pausedUntil(pauses: readonly TeamPause[], channel: string, at: string): string | undefined {
  return pauses
    .filter((one) => one.channel === undefined || one.channel === channel)
    .map(endOfPause)
    .filter((end) => !isBy(end, at))
    .toSorted()
    .at(-1);
}

/** The pauses with this one in the place of what held for the same channel. Those that are over are let go. */
export function withPause(pauses: readonly TeamPause[], pause: TeamPause, at: string): readonly TeamPause[] {
  const others = pauses.filter((one) => one.channel !== pause.channel && !isBy(endOfPause(one), at));
  return [...others, pause];
}

/** What is left where somebody wants to be asked again in a channel; none: everywhere. */
export function withoutPause(
  pauses: readonly TeamPause[],
  channel: string | undefined,
): readonly TeamPause[] {
  return channel === undefined
    ? []
    : pauses.filter((one) => one.channel !== undefined && one.channel !== channel);
}

/** The instant (ISO 8601 in UTC) from which they are asked again. */
export function endOfPause({ from, zone }: TeamPause): string {
  try {
    return later(instantAt(`${from}T00:00`, zone).toString(), 0);
  } catch {
    // A zone that this computer's tables do not know.
    return later(Temporal.PlainDate.from(from).toZonedDateTime('UTC').toInstant().toString(), 0);
  }
}
