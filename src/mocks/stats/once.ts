import { z } from 'zod';

/**
 * "Once by Friday": people are invited to practise once by a date, each alone. The organiser sees done or not yet of those who
 * agreed to it, and of the others nothing.
 */

const Id = z.string().min(1);
const Instant = z.iso.datetime();

export const OncePersonSchema = z
  .strictObject({
    id: Id,
    name: z.string().min(1),
    /** IANA. None: they are shown the organiser's. */
    zone: z.string().optional(),
    answer: z.enum(['joined', 'notThis']).optional(),
    /** The organiser may see whether they have practised. */
    tells: z.literal(true).optional(),
    /** They practised since they were asked, and in time: noted of all, shown of those who agreed. */
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
    id: z.string().regex(/^[a-z0-9]+$/u),
    organizer: z.strictObject({ id: Id, name: z.string().min(1) }).readonly(),
    /** The organiser's, IANA. */
    zone: z.string(),
    /** Up to then a practice counts. */
    by: Instant,
    /** When people are to be asked. */
    askAt: Instant,
    stage: z.enum(['planned', 'open', 'over']),
    people: z.array(OncePersonSchema).readonly(),
  })
  .readonly();
export type Once = z.infer<typeof OnceSchema>;

/** What a press says. `tell`: the organiser may see when I have practised, and I join. `hide`: they may not. */
export type OncePressed = 'join' | 'not-this' | 'tell' | 'hide';

/** Reads a stored one of any released version. Throws where it is none of ours. */
export function parseOnce(stored: unknown): Once {
  return OnceSchema.parse(stored);
}

export interface OnceWish extends Pick<Once, 'id' | 'organizer' | 'zone' | 'by'> {
  readonly people: readonly Pick<OncePerson, 'id' | 'name' | 'zone'>[];
  readonly askAt: string;
}

/** Nobody was asked yet: its wake is at `askAt`. Who is named twice is asked once. */
export function newOnce({ id, organizer, zone, by, askAt, people }: OnceWish): Once {
  const once = new Map(people.toReversed().map((person) => [person.id, person]));
  return { v: 1, id, organizer, zone, by, askAt, stage: 'planned', people: [...once.values()].reverse() };
}
