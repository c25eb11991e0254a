import { z } from 'zod';
import { plainTitle } from '../cards/names.ts';
import type { Mock } from '../mock.ts';

/** A session as an event of the platform's own, which everybody in the channel's server sees: no name of anybody is in it. */
export const PlatformEventSchema = z
  .strictObject({
    title: z.string().min(1),
    words: z.string().min(1),
    /** Stands in it and in no other: what it is found by where its id is not known. */
    mark: z.string().min(1),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
  })
  .readonly();
export type PlatformEvent = z.infer<typeof PlatformEventSchema>;

/** A platform that has such events offers to be "interested", and knows nothing of our buttons. */
const WORDS = [
  'Practise one interview question together: one asks, one answers, then you swap.',
  'To take part, press Join on the card in the channel. “Interested” alone does not sign you up.',
].join('\n');

export function platformEvent({ id, title, startsAt, endsAt }: Mock): PlatformEvent {
  return { title: plainTitle(title), words: WORDS, mark: `Session ${id}`, startsAt, endsAt };
}
