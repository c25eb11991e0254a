import { DISCORD_EPOCH_MS } from '../../../src/who/stamp.ts';

/** The least id of an instant (ms since 1970): nothing that came then or later has a smaller one. "0" before 2015. */
export function snowflakeOf(ms: number): string {
  return (BigInt(Math.max(0, Math.floor(ms) - DISCORD_EPOCH_MS)) << 22n).toString();
}

/** By value: strings of unequal length are no snowflakes of the same years. */
export function compareSnowflakes(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a === b ? 0 : a < b ? -1 : 1;
}
