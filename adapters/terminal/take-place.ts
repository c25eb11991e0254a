import type { Presence } from '../../src/store/process-presence.ts';

/** The channel on which a terminal is asked to let its place go; the payload is the place. */
export const TERMINAL_CHANNEL = 'terminal';

const ASKED_MS = 3_000;
const EVICTED_MS = 3_000;
const BETWEEN_MS = 100;

/**
 * Takes a place from the terminal that holds it: it is asked, and if it does not answer within three seconds, its
 * connection is ended. False where even that did not free the place.
 */
export async function takeOver(
  presence: Pick<Presence, 'takePlace' | 'notify' | 'evict'>,
  place: string,
  wait: (ms: number) => Promise<void>,
): Promise<boolean> {
  await presence.notify(TERMINAL_CHANNEL, place);
  if (await retried(ASKED_MS)) return true;
  await presence.evict(place);
  return retried(EVICTED_MS);

  async function retried(forMs: number): Promise<boolean> {
    for (let waited = 0; waited <= forMs; waited += BETWEEN_MS) {
      if (await presence.takePlace(place)) return true;
      await wait(BETWEEN_MS);
    }
    return false;
  }
}

/** A terminal that is just being closed needs a moment to let its place go. */
const CLOSING_MS = 1_000;

/** Takes a place that is free, or becomes free within a second. */
export async function takeFree(
  presence: Pick<Presence, 'takePlace'>,
  place: string,
  wait: (ms: number) => Promise<void>,
): Promise<boolean> {
  for (let waited = 0; waited <= CLOSING_MS; waited += BETWEEN_MS) {
    if (await presence.takePlace(place)) return true;
    await wait(BETWEEN_MS);
  }
  return false;
}
