/**
 * What Slack sends is not what was typed: `&`, `<` and `>` come as entities, and links and mentions as tokens in angle
 * brackets (https://docs.slack.dev/messaging/formatting-message-text). A bare `<` is always Slack's own, so tokens are
 * found first and entities are read afterwards: somebody who types "<@U1>" letter by letter keeps it.
 */
const TOKEN = /<([^<>]+)>/g;
const USER = /^@([A-Z0-9]+)$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:(?:\/\/)?/i;

/** An event's text as the person typed it. `names` says how a user is shown; a user it does not know is "@someone". */
export function typedText(slackText: string, names: (userId: string) => string | undefined): string {
  let typed = '';
  let end = 0;
  for (const match of slackText.matchAll(TOKEN)) {
    typed += withoutEntities(slackText.slice(end, match.index)) + tokenTyped(match[1] ?? '', names);
    end = match.index + match[0].length;
  }
  return typed + withoutEntities(slackText.slice(end));
}

/** The users named in an event's text, each once, in the order in which they come. */
export function mentionedUsers(slackText: string): string[] {
  const ids = [...slackText.matchAll(TOKEN)].map((match) => USER.exec(halves(match[1] ?? '').target)?.[1]);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function tokenTyped(token: string, names: (userId: string) => string | undefined): string {
  const { target, label } = halves(token);
  const user = USER.exec(target)?.[1];
  if (user !== undefined) return marked('@', names(user) ?? label ?? 'someone');
  if (target.startsWith('#')) return marked('#', label ?? 'channel');
  if (target.startsWith('!')) return special(target.slice(1), label);
  return link(target, label);
}

/** `<target|label>`; an empty label is none. */
function halves(token: string): { target: string; label: string | undefined } {
  const bar = token.indexOf('|');
  const label = bar === -1 ? '' : withoutEntities(token.slice(bar + 1));
  return { target: bar === -1 ? token : token.slice(0, bar), label: label === '' ? undefined : label };
}

/** `<!channel>`, `<!subteam^S1|@team>`, `<!date^…|fallback>`, and whatever Slack adds one day. */
function special(command: string, label: string | undefined): string {
  const name = withoutEntities(command.split('^')[0] ?? '');
  if (name === 'date') return label ?? '';
  return marked('@', label ?? (name === 'subteam' ? 'team' : name));
}

function link(target: string, label: string | undefined): string {
  const url = withoutEntities(target);
  const address = url.replace(SCHEME, '');
  const isAddress = /^(?:mailto|tel):/i.test(url);
  if (label === undefined) return isAddress ? address : url;
  // Typed without a scheme, Slack adds one: what was typed is the label.
  if ([url, address].some((same) => sameAddress(same, label))) return label;
  return `${label} (${isAddress ? address : url})`;
}

function sameAddress(one: string, other: string): boolean {
  return one.replace(/\/$/, '') === other.replace(/\/$/, '');
}

function marked(mark: string, name: string): string {
  return name.startsWith(mark) ? name : mark + name;
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** In one pass: "&amp;lt;" is what somebody typed as "&lt;". */
function withoutEntities(escaped: string): string {
  return escaped.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}
