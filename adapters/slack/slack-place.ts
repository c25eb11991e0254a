import type { Place } from '../../src/who/place.ts';

/**
 * A conversation (`D…`), and a thread in it by the `ts` of its root. `ts` stays a string: as a number it loses its
 * last digits and belongs to no thread.
 */
export function slackPlace(channel: string, thread?: string): Place {
  return { platform: 'slack', channel, ...(thread === undefined ? {} : { thread }) };
}
