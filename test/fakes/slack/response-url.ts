import type { App } from './app.ts';
import { type Fields, fieldsOf, isTrue, parseJson, textOf } from './json.ts';
import type { FakeMessage } from './message.ts';
import { acceptBlocks, acceptText, blocksOf } from './posting.ts';
import { Refusal } from './refusal.ts';

/** One post to a response address. `status` 0: the line was cut. */
export interface FakeResponse {
  readonly id: string;
  readonly body: Fields;
  readonly at: number;
  readonly status: number;
}

const USES = 5;
const GOOD_FOR_MS = 30 * 60_000;

/** What the bot says by a `response_url`: to the person alone, in place of a message, or to everybody. */
export function answerResponseUrl(app: App, id: string, body: string): { status: number; answer: Fields } {
  const address = app.world.responseUrls.get(id);
  if (address === undefined) return { status: 404, answer: { ok: false, error: 'no_such_url' } };
  address.uses += 1;
  if (address.uses > USES) return { status: 404, answer: { ok: false, error: 'used_url' } };
  if (Date.now() - address.at > GOOD_FOR_MS)
    return { status: 404, answer: { ok: false, error: 'expired_url' } };
  try {
    show(app, address.userId, address.channel, address.original, fieldsOf(parseJson(body)));
    return { status: 200, answer: { ok: true } };
  } catch (error) {
    if (error instanceof Refusal) return { status: 200, answer: { ok: false, error: error.code } };
    throw error;
  }
}

/** Shows what an ack or a response address carries. */
export function show(
  app: App,
  userId: string,
  channelId: string,
  original: FakeMessage | undefined,
  said: Fields,
): FakeMessage | undefined {
  const { world } = app;
  if (isTrue(said.delete_original)) {
    if (original !== undefined) removeOriginal(app, original);
    return undefined;
  }
  const text = acceptText(app, 'response', said.text);
  const blocks = blocksOf(world, said.blocks);
  if (blocks !== undefined) acceptBlocks(app, 'response', blocks, 'message');
  if (text === '' && (blocks ?? []).length === 0) return undefined;
  const content = { text, ...(blocks === undefined ? {} : { blocks }) };
  // To replace is what Slack does with an answer to a press when nothing else is said.
  const replaces = original !== undefined && said.replace_original !== false;
  if (replaces) return replaceOriginal(app, original, content);
  const thread = textOf(said.thread_ts);
  const message: FakeMessage = {
    channel: channelId,
    ts: world.nextTs(),
    bot_id: world.botId,
    ...(thread === '' ? {} : { thread_ts: thread }),
    ...content,
  };
  if (said.response_type === 'in_channel') return world.channels.get(channelId)?.put(message);
  const alone = { ...message, ephemeralTo: userId };
  world.ephemerals.push(alone);
  return alone;
}

function replaceOriginal(
  app: App,
  original: FakeMessage,
  content: { text: string; blocks?: readonly Fields[] },
): FakeMessage {
  const after = { ...original, ...content };
  const at = app.world.ephemerals.findIndex((each) => each.ts === original.ts);
  if (at >= 0) app.world.ephemerals[at] = after;
  else app.world.channels.get(original.channel)?.put(after);
  return after;
}

function removeOriginal(app: App, original: FakeMessage): void {
  const at = app.world.ephemerals.findIndex((each) => each.ts === original.ts);
  if (at >= 0) app.world.ephemerals.splice(at, 1);
  else app.world.channels.get(original.channel)?.remove(original.ts);
}
