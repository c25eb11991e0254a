import { snowflakeOf } from '../receive/snowflake.ts';

/** How far Discord's clock and ours may be apart. */
const APART_MS = 2 * 60_000;

/** The snowflake from which on is looked for what was made since then, by our clock (ms since 1970). */
export function lookedFrom(since: number): string {
  return snowflakeOf(since - APART_MS);
}
