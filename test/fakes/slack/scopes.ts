import type { Channel } from './channel.ts';

/** The scope a bot needs, from the method pages of docs.slack.dev. `history`, `members` and `info` depend on the conversation. */
const SCOPES: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'assistant.threads.setStatus': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'conversations.open': 'im:write',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
  'files.info': 'files:read',
  'files.delete': 'files:write',
  'users.info': 'users:read',
  'usergroups.list': 'usergroups:read',
  'usergroups.users.list': 'usergroups:read',
};

const BY_KIND = { im: 'im', channel: 'channels', group: 'groups', mpim: 'mpim' } as const;

/** Every scope this Slack knows. */
export const ALL_SCOPES: readonly string[] = [
  ...new Set([
    ...Object.values(SCOPES),
    'commands',
    'mpim:write',
    ...Object.values(BY_KIND).flatMap((kind) => [`${kind}:history`, `${kind}:read`]),
  ]),
];

/** The scope this call needs, or none. `users`: whom it names, with commas between. */
export function scopeFor(method: string, channel: Channel | undefined, users = ''): string | undefined {
  const kind = BY_KIND[channel?.kind ?? 'im'];
  if (method === 'conversations.open' && (kind === 'mpim' || users.includes(','))) return 'mpim:write';
  if (method === 'conversations.history' || method === 'conversations.replies') return `${kind}:history`;
  if (method === 'conversations.members') return `${BY_KIND[channel?.kind ?? 'channel']}:read`;
  if (method === 'conversations.info') return `${kind}:read`;
  return SCOPES[method];
}
