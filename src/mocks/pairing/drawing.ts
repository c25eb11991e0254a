/**
 * A small seeded generator, mulberry32 (Tommy Ettinger, public domain): numbers from 0 to below 1, for the same whole number
 * the same ones on every machine. For simulations; nothing about a person is drawn.
 */
export function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
