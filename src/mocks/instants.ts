/** Instants of a session: ISO 8601 in UTC. Strings of two makers may differ in how they write one instant: never compared as text. */

/** So many ms after it; before it where they are negative. */
export function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** Whether the first is at or before the second. */
export function isBy(instant: string, other: string): boolean {
  return Date.parse(instant) <= Date.parse(other);
}

/** How many ms lie between, negative where the second is earlier. */
export function msFrom(instant: string, other: string): number {
  return Date.parse(other) - Date.parse(instant);
}

export function latest(instant: string, other: string): string {
  return isBy(instant, other) ? other : instant;
}
