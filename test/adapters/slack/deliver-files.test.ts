import { describe, expect, test } from 'vitest';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import { text } from '../../../src/card/card.ts';
import { oneStep } from '../../card/one-step.ts';
import { card, performing } from './performing.ts';

const pictured = card('', {
  blocks: [
    text('Here is how it stands.'),
    {
      kind: 'picture',
      picture: oneStep('The Context'),
      alt: 'The Context: clear.',
    },
  ],
});

describe('a picture', () => {
  test('is uploaded into the thread with words for those who do not see it, before its message', async () => {
    await using at = await performing();
    expect(await at.performer.perform(at.say(pictured))).toMatchObject({ outcome: 'done' });
    const [upload] = at.calls('files.getUploadURLExternal');
    expect(upload?.args).toMatchObject({ filename: 'scorecard.png', alt_txt: 'The Context: clear.' });
    expect(Number(upload?.args.length)).toBeGreaterThan(1_000);
    expect(at.calls('files.completeUploadExternal')[0]?.args).toMatchObject({
      channel_id: at.dm,
      thread_ts: at.thread,
    });
    const order = at.slack.calls.map((call) => call.method).filter((method) => method !== 'files.info');
    expect(order.lastIndexOf('chat.postMessage')).toBeGreaterThan(
      order.indexOf('files.completeUploadExternal'),
    );
    expect(at.read().join('')).toContain('The Context: clear.');
  });

  test.each([
    ['files.getUploadURLExternal', { error: 'missing_scope' }],
    ['files.getUploadURLExternal', { retryAfter: 60 }],
    ['files.completeUploadExternal', { status: 500 }],
    ['files.completeUploadExternal', { dropAnswer: true }],
  ] as const)('that is lost at %s with %o takes no message with it', async (method, fault) => {
    await using at = await performing();
    at.slack.fail(method, fault);
    expect(await at.performer.perform(at.say(pictured))).toMatchObject({ outcome: 'done' });
    expect(at.read().join('')).toContain('Here is how it stands.');
    expect(at.read().join('')).toContain('The Context: clear.');
  });

  test('is not uploaded twice where its message is there', async () => {
    await using at = await performing();
    const delivery = at.say(pictured);
    at.slack.fail('chat.postMessage', { dropAnswer: true });
    await at.performer.perform(delivery);
    expect(await at.again().perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    expect(at.calls('files.getUploadURLExternal')).toHaveLength(1);
  });

  test('is not uploaded twice by the same process, whatever became of its message', async () => {
    await using at = await performing();
    const delivery = at.say(pictured);
    at.slack.fail('chat.postMessage', { error: 'a_code_of_next_year' });
    expect(await at.performer.perform(delivery)).toMatchObject({ outcome: 'later' });
    expect(await at.performer.perform(delivery)).toMatchObject({ outcome: 'done' });
    expect(at.calls('files.getUploadURLExternal')).toHaveLength(1);
  });
});

describe('everything held about a person', () => {
  const files = [
    { name: 'comeback.json', content: '{"said":"I agreed the room by phone."}' },
    { name: 'comeback.md', content: '# Kraków\n\n    I agreed the room by phone.\n' },
  ];

  test('comes as files into the place, with a line that says who sees it', async () => {
    await using at = await performing({ exportOf: async () => files });
    expect(await at.performer.perform(at.order({ kind: 'export' }))).toMatchObject({ outcome: 'done' });
    expect(
      at.calls('files.getUploadURLExternal').map((call) => [call.args.filename, Number(call.args.length)]),
    ).toEqual(files.map(({ name, content }) => [name, Buffer.byteLength(content)]));
    expect(at.calls('files.completeUploadExternal')[0]?.args).toMatchObject({
      channel_id: at.dm,
      thread_ts: at.thread,
    });
    // Slack shares a file a moment after it was completed: its message may be the last.
    expect(at.read()).toContain('Everything I hold about you. Only you can see it here.');
  });

  test('goes into direct messages, wherever it was asked for', async () => {
    await using at = await performing({ exportOf: async () => files });
    at.slack.channel('C0001', { botIsMember: true });
    await at.performer.perform(at.order({ kind: 'export' }, { place: slackPlace('C0001') }));
    expect(at.calls('files.completeUploadExternal')[0]?.args.channel_id).toBe(at.dm);
    expect(at.slack.messages('C0001')).toEqual([]);
  });

  test('is nothing for somebody who is not known', async () => {
    await using at = await performing();
    await at.performer.perform(at.order({ kind: 'export' }));
    expect(at.read()).toEqual(['I hold nothing about you.']);
    expect(at.calls('files.getUploadURLExternal')).toEqual([]);
  });

  test('is not said to be there before it is', async () => {
    await using at = await performing({ exportOf: async () => files });
    const delivery = at.order({ kind: 'export' });
    at.slack.fail('files.completeUploadExternal', { retryAfter: 5 });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'later', afterMs: 5_000 });
    expect(at.read().join('')).not.toContain('Everything I hold');
  });

  test('is fetched another way where the bytes are not taken, and nothing waits for it', async () => {
    await using at = await performing({ exportOf: async () => files });
    at.slack.fail('upload', { status: 403 }, 10);
    expect(await at.performer.perform(at.order({ kind: 'export' }))).toMatchObject({ outcome: 'done' });
    expect(at.read().at(-1)).toContain('coach export');
  });

  test('is fetched another way where the workspace takes no files, and the person is told which', async () => {
    await using at = await performing({ exportOf: async () => files });
    at.slack.fail('files.getUploadURLExternal', { error: 'missing_scope' });
    expect(await at.performer.perform(at.order({ kind: 'export' }))).toMatchObject({ outcome: 'done' });
    expect(at.read().at(-1)).toContain('coach export');
  });
});
