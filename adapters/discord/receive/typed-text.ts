/**
 * What Discord sends is not what was typed: mentions, custom emoji, times and commands come as tokens in angle brackets
 * (https://discord.com/developers/docs/reference#message-formatting). Markdown and backslashes come as they were typed.
 */
const TOKEN =
  /<(?:@!?(?<user>\d{15,20})|@&(?<role>\d{15,20})|#(?<channel>\d{15,20})|a?:(?<emoji>\w{2,32}):\d{15,20}|t:(?<time>-?\d{1,13})(?::[tTdDfFsSR])?|\/(?<command>[^<>:\n]{1,100}):\d{15,20}|id:(?<page>customize|browse|guide|linked-roles)(?::\d{15,20})?)>/gu;

/** The names of users, by their ids. */
export interface Named {
  readonly names: Readonly<Record<string, string>>;
}

/**
 * A message's content as the person typed it. A mention of the bot that it begins with is left out: that is how people
 * write to it where it sees nothing else.
 */
export function typedText(content: string, { names }: Named, botUserId: string): string {
  return withoutAddress(content, botUserId).replaceAll(TOKEN, (token, ...matched) => {
    const groups: unknown = matched.at(-1);
    return shown(token, groups as Tokens, names);
  });
}

type Tokens = Partial<Record<'user' | 'role' | 'channel' | 'emoji' | 'time' | 'command' | 'page', string>>;

function shown(token: string, tokens: Tokens, names: Named['names']): string {
  const { user, role, channel, emoji, time, command, page } = tokens;
  if (user !== undefined) return `@${names[user] ?? 'someone'}`;
  if (role !== undefined) return '@role';
  if (channel !== undefined) return '#channel';
  if (emoji !== undefined) return `:${emoji}:`;
  if (time !== undefined) return instantOf(Number(time)) ?? token;
  if (command !== undefined) return `/${command}`;
  return `#${page ?? 'channel'}`;
}

/** In UTC: what the person saw depends on their own clock, which Discord does not tell. */
function instantOf(seconds: number): string | undefined {
  const at = new Date(seconds * 1_000);
  if (Number.isNaN(at.getTime())) return undefined;
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** "@Coach, I promised…" is what somebody says to the coach, and not in the interview. */
function withoutAddress(content: string, botUserId: string): string {
  const address = new RegExp(`^\\s*<@!?${botUserId}>[,:]?\\s*`, 'u');
  return content.replace(address, '');
}
