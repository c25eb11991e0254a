import { z } from 'zod';
import { type PersonRef, PlatformSchema } from './person.ts';

/** Where a talk happens: a channel of a platform, and a thread in it or none. A guild or channel owns nothing of a person. */
export const PlaceSchema = z
  .strictObject({
    platform: PlatformSchema,
    channel: z.string().min(1),
    thread: z.string().min(1).optional(),
  })
  .readonly();
export type Place = z.infer<typeof PlaceSchema>;

/** The one written form of a place. Ids stay strings: a Slack `ts` read as a number belongs to no thread. */
export function placeKey(place: Place): string {
  const parts = [place.platform, place.channel, ...(place.thread === undefined ? [] : [place.thread])];
  return parts.map(encodeURIComponent).join('/');
}

/** With the person themselves: a Slack or Discord user's direct messages, a terminal. */
export function ownPlace({ platform, userId }: PersonRef): Place {
  return { platform, channel: userId };
}

/** Reads what `placeKey` wrote. Throws where it did not. */
export function parsePlaceKey(key: string): Place {
  const [platform, channel, thread, ...rest] = key.split('/').map(decodeURIComponent);
  if (rest.length > 0) throw new Error('not a place');
  return PlaceSchema.parse({ platform, channel, ...(thread === undefined ? {} : { thread }) });
}
