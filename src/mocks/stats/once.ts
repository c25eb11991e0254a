import { z } from 'zod';

/**
 * "Once by Friday": whoever reads the channel may take part: they practise once by a date, each alone. The organiser sees done
 * or not yet of those who agreed to it, and of the others nothing.
 */

const Id = z.string().min(1);
const Instant = z.iso.datetime();

export const OncePersonSchema = z
  .strictObject({
    id: Id,
    name: z.string().min(1),
    /** IANA. None: they are shown the organiser's. */
    zone: z.string().optional(),
    answer: z.enum(['joined', 'notThis']),
    /** The organiser may see whether they have practised. */
    tells: z.literal(true).optional(),
    /** They practised since it was said, and in time: noted of those who joined, shown of those who agreed. */
    done: z.literal(true).optional(),
    /** Their one reminder is still to come, then. */
    remindAt: Instant.optional(),
    /** It came. */
    reminded: z.literal(true).optional(),
  })
  .readonly();
export type OncePerson = z.infer<typeof OncePersonSchema>;

export const OnceSchema = z
  .strictObject({
    v: z.literal(1),
    id: z.string().regex(/^once[a-z0-9]+$/u),
    /** A place's key: where it was said. */
    channel: Id,
    organizer: z.strictObject({ id: Id, name: z.string().min(1) }).readonly(),
    /** The organiser's, IANA. */
    zone: z.string(),
    /** When it was said: a practice since then counts. */
    since: Instant,
    /** Up to then. */
    by: Instant,
    stage: z.enum(['open', 'over']),
    /** Those who pressed one of its buttons. A store keeps each under their own key. */
    people: z.array(OncePersonSchema).readonly(),
  })
  .readonly();
export type Once = z.infer<typeof OnceSchema>;

/** What a press says. `tell`: the organiser may see when I have practised, and I join. `hide`: they may not. */
export type OncePressed = 'join' | 'not-this' | 'tell' | 'hide';

export function isOncePressed(what: string): what is OncePressed {
  return ['join', 'not-this', 'tell', 'hide'].includes(what);
}

/** Reads a stored one of any released version. Throws where it is none of ours. */
export function parseOnce(stored: unknown): Once {
  return OnceSchema.parse(stored);
}
