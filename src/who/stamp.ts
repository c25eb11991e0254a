/** The first second of 2015, from which Discord counts: https://discord.com/developers/docs/reference#snowflakes */
export const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** When a platform stamped something, in ms since 1970: a Slack `ts` or a Discord snowflake; undefined for what is neither. */
export function stampedAt(stamp: string): number | undefined {
  if (/^\d{9,}\.\d+$/.test(stamp)) return Number(stamp) * 1_000;
  if (/^\d{17,20}$/.test(stamp)) return Number(BigInt(stamp) >> 22n) + DISCORD_EPOCH_MS;
  return undefined;
}
