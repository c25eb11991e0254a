/** Messages of one delivery that Discord took: id by nonce. */
export type Taken = Map<string, string>;

export interface TakenBook {
  of(deliveryId: string): Taken;
  /** It is through. */
  end(deliveryId: string): void;
  /** Messages that are known to be of other deliveries. */
  othersThan(deliveryId: string): ReadonlySet<string>;
}

/** More than wait at a time in any sane outage; the oldest is forgotten first, and looked up on Discord then. */
const UNDER_WAY = 2_000;
/** Messages of deliveries that are through: two that say the same are told apart as long as one can be in doubt. */
const THROUGH = 5_000;

/** Remembers deliveries under way, so that a second try sends only what is missing, also where nobody may look. */
export function createTakenBook(): TakenBook {
  const underWay = new Map<string, Taken>();
  const through = new Map<string, string>();
  return {
    of(deliveryId) {
      const taken: Taken = underWay.get(deliveryId) ?? new Map();
      underWay.set(deliveryId, taken);
      const [oldest] = underWay.keys();
      if (underWay.size > UNDER_WAY && oldest !== undefined) underWay.delete(oldest);
      return taken;
    },
    end(deliveryId) {
      for (const id of underWay.get(deliveryId)?.values() ?? []) through.set(id, deliveryId);
      underWay.delete(deliveryId);
      for (const id of through.keys()) {
        if (through.size <= THROUGH) break;
        through.delete(id);
      }
    },
    othersThan(deliveryId) {
      const others = new Set<string>();
      for (const [id, of] of through) if (of !== deliveryId) others.add(id);
      for (const [of, taken] of underWay)
        if (of !== deliveryId) for (const id of taken.values()) others.add(id);
      return others;
    },
  };
}
