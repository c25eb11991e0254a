import { z } from 'zod';

/** What the socket says about itself: https://docs.slack.dev/apis/events-api/using-socket-mode/ */
const ControlFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), num_connections: z.int().optional() }),
  z.object({ type: z.literal('disconnect'), reason: z.string().optional() }),
]);
export type ControlFrame = z.infer<typeof ControlFrameSchema>;

/** Both are some 300 characters long; nothing longer is parsed twice. */
const LONGEST = 2_000;

/** Reads a frame that is about the socket; undefined for what holds an event, and for what cannot be read. */
export function controlFrame(data: unknown): ControlFrame | undefined {
  if (typeof data !== 'string' || data.length > LONGEST) return undefined;
  if (!/"type"\s*:\s*"(hello|disconnect)"/.test(data)) return undefined;
  try {
    return ControlFrameSchema.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
