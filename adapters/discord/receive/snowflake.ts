/** The first second of 2015, from which Discord counts: https://discord.com/developers/docs/reference#snowflakes */
const EPOCH_MS = 1_420_070_400_000;

/** The least id of an instant (ms since 1970): nothing that came then or later has a smaller one. "0" before 2015. */
export function snowflakeOf(ms: number): string {
  return (BigInt(Math.max(0, Math.floor(ms) - EPOCH_MS)) << 22n).toString();
}

/** By value: strings of unequal length are no snowflakes of the same years. */
export function compareSnowflakes(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a === b ? 0 : a < b ? -1 : 1;
}
