import { z } from 'zod';
import { CardSchema } from '../card/card.ts';
import { PlatformEventSchema } from '../mocks/calendar/platform-event.ts';
import { WhoSchema } from '../mocks/series/series.ts';
import type { OutboxRow } from '../store/outbox.ts';
import { parsePlaceKey } from '../who/place.ts';
import type { Order } from './ports.ts';

/** `ref`: what the platform called the message, where that is known longer than its row is kept. */
const ReviseSchema = z.strictObject({ card: CardSchema, of: z.string(), ref: z.string().optional() });
const GatherSchema = z.strictObject({
  card: CardSchema,
  people: z.array(z.string()),
  called: z.string(),
  near: z.string(),
});
const TeamCritiqueSchema = z.strictObject({
  mockId: z.string(),
  candidate: z.string(),
  group: z.int(),
  turn: z.union([z.literal(0), z.literal(1)]),
});
const EventSchema = z.strictObject({
  status: z.enum(['scheduled', 'moved', 'cancelled']),
  shown: PlatformEventSchema,
  of: z.string(),
  ref: z.string().optional(),
});
const RosterSchema = z.strictObject({ mockId: z.string(), who: WhoSchema });
const FileSchema = z.strictObject({ name: z.string(), text: z.string(), words: z.string() });
const CritiqueSchema = z.strictObject({ sessionId: z.string(), draftNo: z.int(), ring: z.int() });
const OpenSchema = z.object({ called: z.string().optional() });
const PointSchema = z.object({ at: z.string(), kept: z.literal(true).optional() });
const ShareSchema = z.strictObject({ card: CardSchema, to: z.string() });
const BellSchema = z.strictObject({ key: z.string(), dueAt: z.string() });

/** The order a stored row holds. Throws where it is none of ours. `refFor` finds what a platform called an earlier message. */
export async function orderOf(
  row: OutboxRow,
  refFor: (key: string) => Promise<string | undefined>,
): Promise<Order> {
  const body: unknown = JSON.parse(row.body);
  switch (row.kind) {
    case 'say':
      return { kind: 'say', card: CardSchema.parse(body) };
    case 'remind':
      return { kind: 'remind', card: CardSchema.parse(body) };
    case 'revise': {
      const { card, of, ref } = ReviseSchema.parse(body);
      return { kind: 'revise', card, ref: ref ?? (await refFor(of)) };
    }
    case 'critique':
      return { kind: 'critique', ...CritiqueSchema.parse(body) };
    case 'bell':
      return { kind: 'bell', ...BellSchema.parse(body) };
    case 'open':
      return openOf(OpenSchema.parse(body));
    case 'close':
    case 'export':
      return { kind: row.kind };
    case 'point':
      return pointOf(PointSchema.parse(body));
    case 'gather': {
      const { near, ...order } = GatherSchema.parse(body);
      return { kind: 'gather', ...order, near: parsePlaceKey(near) };
    }
    case 'teamCritique':
      return { kind: 'teamCritique', ...TeamCritiqueSchema.parse(body) };
    case 'event': {
      const { status, shown, of, ref } = EventSchema.parse(body);
      return { kind: 'event', status, shown, ref: ref ?? (await refFor(of)) };
    }
    case 'roster': {
      const { who } = RosterSchema.parse(body);
      if (who === 'joiners') throw new Error('those who join are looked up nowhere');
      return { kind: 'roster', who };
    }
    case 'file':
      return { kind: 'file', ...FileSchema.parse(body) };
    case 'share':
      return { kind: 'share', ...ShareSchema.parse(body) };
    default:
      throw new Error(`unknown kind of effect ${row.kind}`);
  }
}

function pointOf({ at, kept }: z.infer<typeof PointSchema>): Order {
  return { kind: 'point', at: parsePlaceKey(at), ...(kept === undefined ? {} : { kept }) };
}

function openOf({ called }: z.infer<typeof OpenSchema>): Order {
  return { kind: 'open', ...(called === undefined ? {} : { called }) };
}
