const DIGITS = 9;

/**
 * The terminal's own order of messages, compared as strings: an instant and a counter. It never runs backwards, even
 * when the clock is set back while the terminal is open.
 */
export function createStamps(now: () => Date): () => string {
  let latest = 0;
  let count = 0;
  return () => {
    latest = Math.max(latest, now().getTime());
    count += 1;
    return `${new Date(latest).toISOString()}-${String(count).padStart(DIGITS, '0')}`;
  };
}
