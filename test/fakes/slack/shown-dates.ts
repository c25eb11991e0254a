/** How Slack shows a date to a reader who reads English and has a clock of twelve hours. */

type Show = (at: Date, timeZone: string) => string;

const shownAs =
  (options: Intl.DateTimeFormatOptions): Show =>
  (at, timeZone) =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone }).format(at);

const LONG: Intl.DateTimeFormatOptions = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' };
const SHORT: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };

/** As many of its tokens as are used by anybody here. Nothing is "today": when a message is read is not known. */
export const TOKENS: Readonly<Record<string, Show>> = {
  '{date_long}': shownAs(LONG),
  '{date_long_pretty}': shownAs(LONG),
  '{date_short}': shownAs(SHORT),
  '{date_short_pretty}': shownAs(SHORT),
  '{time}': shownAs({ hour: 'numeric', minute: '2-digit' }),
};

export function tokensIn(format: string): string[] {
  return format.match(/\{[^{}]*\}/gu) ?? [];
}

/** `timestamp`: whole seconds since 1970. `timeZone`: the reader's, IANA. */
export function shownDate(format: string, timestamp: number, timeZone: string): string {
  const at = new Date(timestamp * 1_000);
  return format.replace(/\{[^{}]*\}/gu, (token) => TOKENS[token]?.(at, timeZone) ?? token);
}
