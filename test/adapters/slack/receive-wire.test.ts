import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSlackClient } from '../../../adapters/slack/api/client.ts';
import { createNames } from '../../../adapters/slack/api/names.ts';
import { readFiles } from '../../../adapters/slack/api/read-file.ts';
import { createCatchUp } from '../../../adapters/slack/catch-up.ts';
import { type MessageIn, messageIn } from '../../../adapters/slack/receive/message-event.ts';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';

/** What comes over the wire from the Slack of the tests, without the coach behind it. */
let slack: FakeSlack;
let bot: { userId: string; botId: string };
let events: unknown[];
const stops: (() => void)[] = [];

beforeEach(async () => {
  slack = await startFakeSlack();
  events = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    events.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  slack.connectHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  const auth = await client().auth.test();
  bot = { userId: auth.user_id ?? '', botId: auth.bot_id ?? '' };
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
});

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await slack.close();
});

const client = () => createSlackClient({ token: slack.botToken, apiUrl: slack.apiUrl });
const heard = (): MessageIn[] => events.flatMap((body) => messageIn(body, bot) ?? []);

/** The root that the bot posts, and what Ada writes under it. */
async function practice() {
  const channel = slack.dmOf('U0ADA');
  const root = await client().chat.postMessage({ channel, text: 'Your 5 minutes, when you like.' });
  return { ada: slack.user('U0ADA'), channel, root: root.ts ?? '' };
}

test('what a person writes, edits and deletes is heard once, and nothing else is', async () => {
  const { ada, root } = await practice();
  const first = await ada.says('Costs & risk <5%', { thread: root });
  await ada.unfurls(first.ts);
  await ada.edits(first.ts, 'Costs & risk');
  const second = await ada.says('beside the thread');
  await ada.says('a reply to that', { thread: second.ts });
  await ada.deletes(second.ts);
  await ada.deletes(first.ts);
  expect(
    heard().map(({ kind, ts, thread }) => [kind, ts === second.ts ? 'second' : ts === first.ts, thread]),
  ).toEqual([
    ['said', true, root],
    ['edited', true, root],
    ['said', 'second', undefined],
    ['said', false, second.ts],
    ['deleted', 'second', undefined],
    ['deleted', true, root],
  ]);
});

test('what was missed and read back are the very events that would have come', async () => {
  const { ada, channel, root } = await practice();
  await ada.says('first', { thread: root });
  await client().chat.postMessage({ channel, thread_ts: root, text: 'a card' });
  await ada.says('beside');
  const last = await ada.says('second', { thread: root });
  await ada.edits(last.ts, 'second, mended');
  const taken: MessageIn[] = [];
  const reader = createCatchUp({
    now: () => 1_764_072_000_000,
    client: client(),
    openPlaces: async () => [
      {
        person: { platform: 'slack', scope: heard()[0]?.person.scope ?? '', userId: 'U0ADA' },
        installation: heard()[0]?.installation ?? '',
        place: slackPlace(channel, root),
        since: new Date(Number.parseFloat(root) * 1_000),
      },
    ],
    take: async (message) => {
      taken.push(message);
    },
    bot,
    log: () => {},
    pauseMs: 1,
  });
  await reader.run();
  expect(taken.map(({ id }) => id)).toEqual(heard().map(({ id }) => id));
  // A message edited meanwhile is told as it stands now.
  const asNow = heard().map((message) =>
    message.ts === last.ts ? { ...message, text: 'second, mended' } : message,
  );
  expect(taken).toEqual(asNow);
  expect(slack.violations).toEqual([]);
});

test('a posted text file is read with the token, a picture is named, and a name is had', async () => {
  const { ada, root } = await practice();
  const files = [
    { name: 'answer.txt', content: 'I never got it in writing.', mimetype: 'text/plain' },
    { name: 'me.png', content: 'png', mimetype: 'image/png' },
  ];
  await ada.says('here', { thread: root, files });
  const [message] = heard();
  if (message?.kind !== 'said') throw new Error('not heard');
  const read = await readFiles(message.files, { token: slack.botToken, apiUrl: slack.apiUrl });
  expect(read).toEqual({ texts: ['I never got it in writing.'], unread: ['me.png'] });
  expect(await createNames(client()).nameOf('U0ADA')).toEqual(expect.any(String));
});
