/**
 * An id (UUID form, version 8: made by us) from the event's 32 hex digits of chance. `which` gives different
 * ids from one seed, so that a replay of the event makes the same ones.
 */
export function idFrom(seed: string, which: number): string {
  const turned = seed.slice(which) + seed.slice(0, which);
  const hex = `${turned.slice(0, 12)}8${turned.slice(13, 16)}a${turned.slice(17, 32)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
