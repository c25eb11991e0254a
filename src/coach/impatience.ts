export interface Impatience {
  /** True for a button pressed again before the first press could show. `key`: whose, which; `eventId`: which press. */
  again(press: { readonly key: string; readonly eventId: string }): boolean;
}

/** Tells the second and third press of impatient fingers. `forMs`: how long after the first one; `now`: milliseconds. */
export function createImpatience(options: {
  readonly forMs?: number;
  readonly now: () => number;
}): Impatience {
  const { forMs = 1_500, now } = options;
  const firsts = new Map<string, { readonly at: number; readonly eventId: string }>();
  return {
    again({ key, eventId }) {
      const at = now();
      // A clock that was set back makes nobody wait.
      const isPast = (first: { readonly at: number }) => at - first.at >= forMs || at < first.at;
      for (const [known, first] of firsts) if (isPast(first)) firsts.delete(known);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, { at, eventId });
      // A platform's second delivery of one click is no impatience: it may be the one that counts.
      return first !== undefined && first.eventId !== eventId;
    },
  };
}
