import type { PressIn } from './press-event.ts';

export interface Impatience {
  /** True for a button pressed again by the same person before the first press could show. */
  again(press: PressIn): boolean;
}

/** Tells the second and third press of impatient fingers. `forMs`: how long after the first one; `now`: milliseconds. */
export function createImpatience(options: {
  readonly forMs?: number;
  readonly now: () => number;
}): Impatience {
  const { forMs = 1_500, now } = options;
  const firsts = new Map<string, { readonly at: number; readonly eventId: string }>();
  return {
    again(press) {
      const at = now();
      // A clock that was set back makes nobody wait.
      const isPast = (first: { readonly at: number }) => at - first.at >= forMs || at < first.at;
      for (const [key, first] of firsts) if (isPast(first)) firsts.delete(key);
      const key = keyOf(press);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, { at, eventId: press.eventId });
      // Slack's second delivery of one click is no impatience: it may be the one that counts.
      return first !== undefined && first.eventId !== press.eventId;
    },
  };
}

function keyOf({ person, channel, messageTs, viewId, actionId, press }: PressIn): string {
  return JSON.stringify([person.scope, person.userId, channel, messageTs ?? viewId, actionId, press.action]);
}
