/** What this process knows of a delivery that did not end at its first try. */
export interface Tries {
  /** When it was first tried here, by the clock that Slack's stamps are near to (ms since 1970). */
  readonly since: number;
  /** Messages of it that Slack took, by their metadata id: its `ts`. */
  readonly taken: Map<string, string>;
  /** What comes before its messages was done: it is not done twice. */
  prepared: boolean;
}

/** More than wait at a time in any sane outage; the oldest is forgotten first, and looked up on Slack then. */
const REMEMBERED = 2_000;

export interface TriesBook {
  /** Undefined where this process never tried it. */
  get(deliveryId: string): Tries | undefined;
  begin(deliveryId: string): Tries;
  end(deliveryId: string): void;
}

/** Remembers deliveries under way, so that a second try sends only what is missing, also where Slack lets nobody look. */
export function createTriesBook(): TriesBook {
  const book = new Map<string, Tries>();
  return {
    get: (deliveryId) => book.get(deliveryId),
    begin(deliveryId) {
      const known = book.get(deliveryId);
      if (known !== undefined) return known;
      const begun: Tries = { since: Date.now(), taken: new Map(), prepared: false };
      book.set(deliveryId, begun);
      const [oldest] = book.keys();
      if (book.size > REMEMBERED && oldest !== undefined) book.delete(oldest);
      return begun;
    },
    end: (deliveryId) => void book.delete(deliveryId),
  };
}
