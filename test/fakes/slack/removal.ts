import { type App, wire } from './app.ts';
import type { FakeAck } from './deliveries.ts';

/**
 * Takes a message away and tells the bot. Of a thread's root that has replies Slack keeps a stone (`tombstone`), and
 * the event is a change and no removal.
 */
export function removeFrom(app: App, channelId: string, ts: string): Promise<FakeAck> {
  const { world } = app;
  const channel = world.channels.get(channelId);
  const hadReplies = (channel?.thread(ts).length ?? 0) > 1;
  const before = channel?.remove(ts);
  if (channel === undefined || before === undefined) throw new Error(`no message ${ts} in ${channelId}`);
  const at = world.nextTs();
  const event = {
    type: 'message',
    channel: channelId,
    channel_type: channel.kind,
    hidden: true,
    ts: at,
    event_ts: at,
  };
  if (!hadReplies) {
    return app.deliveries.event({
      ...event,
      subtype: 'message_deleted',
      deleted_ts: ts,
      previous_message: wire(world, before),
    });
  }
  const stone = {
    type: 'message',
    subtype: 'tombstone',
    user: 'USLACKBOT',
    text: 'This message was deleted.',
    hidden: true,
    thread_ts: ts,
    ts,
  };
  return app.deliveries.event({
    ...event,
    subtype: 'message_changed',
    message: stone,
    previous_message: wire(world, before),
  });
}

/** The root of a thread changes because a reply came: the bot is told, and nobody edited anything. */
export function touchRoot(app: App, channelId: string, ts: string): Promise<FakeAck> {
  const { world } = app;
  const channel = world.channels.get(channelId);
  const root = channel?.get(ts);
  if (channel === undefined || root === undefined) throw new Error(`no message ${ts} in ${channelId}`);
  const replies = channel.thread(ts).length - 1;
  const at = world.nextTs();
  const now = { ...wire(world, root), thread_ts: ts };
  return app.deliveries.event({
    type: 'message',
    subtype: 'message_changed',
    channel: channelId,
    channel_type: channel.kind,
    hidden: true,
    ts: at,
    event_ts: at,
    message: { ...now, reply_count: replies, latest_reply: channel.thread(ts).at(-1)?.ts },
    previous_message: { ...now, reply_count: replies - 1 },
  });
}
