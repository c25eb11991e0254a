import type { Place } from '../../src/who/place.ts';
import { targetOf } from './discord-place.ts';

/** What was heard and could not be stored is looked for again after this time, in ms. */
const AFTER_MS = 5_000;

export interface ReadBackSoon {
  /** Something written in this channel was not taken in. */
  missed(channel: string): void;
  stop(): void;
}

/**
 * Has what was missed read back, five seconds after the first of it: more that is missed meanwhile is read in the same
 * run, and does not put it off. What was missed where no practice is open was for nobody, most of it talk of a server.
 */
export function createReadBackSoon(parts: {
  readonly openPlaces: () => Promise<readonly { readonly place: Place }[]>;
  readonly run: () => Promise<void>;
}): ReadBackSoon {
  let missed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const channels = missed;
    missed = new Set();
    timer = undefined;
    // A run that cannot ask where practices are open tries again by itself.
    const concerns = await parts.openPlaces().then(
      (places) => places.some(({ place }) => channels.has(targetOf(place))),
      () => true,
    );
    if (concerns) await parts.run();
  }

  return {
    missed(channel) {
      missed.add(channel);
      if (timer !== undefined) return;
      timer = setTimeout(() => void look(), AFTER_MS);
      timer.unref();
    },
    stop: () => clearTimeout(timer),
  };
}
