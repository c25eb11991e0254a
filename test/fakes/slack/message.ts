import type { Fields } from './json.ts';

/** A message as it stands now. `ts` is its name in the channel: a string, never a number. */
export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text: string;
  readonly blocks?: readonly Fields[];
  readonly metadata?: Fields;
  readonly files?: readonly Fields[];
  readonly attachments?: readonly Fields[];
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly client_msg_id?: string;
  readonly subtype?: string;
  /** Only this user sees it. */
  readonly ephemeralTo?: string;
}

/** A message as events and answers carry it: without what only the fake knows. */
export function onTheWire(message: FakeMessage, botUserId: string, appId: string, teamId: string): Fields {
  const { channel: _channel, ephemeralTo: _to, metadata: _metadata, ...rest } = message;
  const own = message.bot_id === undefined ? {} : { user: botUserId, app_id: appId };
  return { type: 'message', team: teamId, ...rest, ...own };
}
