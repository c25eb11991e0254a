const DAY_MS = 24 * 60 * 60_000;

/** An ISO date as days since 1970-01-01. A date has no zone: every day has 24 hours here. */
export function isoDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}
