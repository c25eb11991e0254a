/** What Slack makes of the keys a person presses: the three characters escaped, addresses in angle brackets. */
export function asSlackSends(typed: string): string {
  return typed
    .split(/(https?:\/\/[^\s<>]+)/g)
    .map((piece, at) => (at % 2 === 1 ? `<${escaped(piece)}>` : escaped(piece)))
    .join('');
}

/** The three characters that Slack escapes, and no others. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a reader sees of mrkdwn: labels instead of addresses, names instead of mention codes, plain characters. */
export function asSeen(mrkdwn: string): string {
  return mrkdwn
    .replace(/<([^<>|]+)\|([^<>]*)>/g, '$2')
    .replace(/<([@#!][^<>]+)>/g, '$1')
    .replace(/<([^<>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Whether no character was cut in half: a surrogate stands only beside its other half. */
export function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
