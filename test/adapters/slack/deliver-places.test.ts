import { describe, expect, test } from 'vitest';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import type { Order } from '../../../src/coach/ports.ts';
import { parsePlaceKey } from '../../../src/who/place.ts';
import { judgingWordsIn } from '../../support/banned-words.ts';
import { ADA, card, performing, READERS, wordsOf } from './performing.ts';

describe('a practice is opened', () => {
  const place = slackPlace(ADA.userId);

  test('as a thread in direct messages, and who can read it is said first', async () => {
    await using at = await performing();
    const outcome = await at.performer.perform(at.order({ kind: 'open' }, { place }));
    const root = at.slack.messages(at.dm).at(-1);
    expect(root === undefined ? '' : wordsOf(root)).toBe(`We practise in this thread.\n${READERS.join(' ')}`);
    expect(outcome).toEqual({ outcome: 'done', ref: `slack/${at.dm}/${root?.ts}` });

    const opened = parsePlaceKey(outcome.outcome === 'done' ? (outcome.ref ?? '') : '');
    await at.performer.perform(at.say(card('Which story?'), { place: opened }));
    expect(at.read(root?.ts)).toContain('Which story?');
  });

  test('once, also where the answer to it was lost', async () => {
    await using at = await performing();
    const delivery = at.order({ kind: 'open' }, { place });
    at.slack.fail('chat.postMessage', { dropAnswer: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    const outcome = await at.again().perform({ ...delivery, inDoubt: true });
    const roots = at.slack.messages(at.dm).filter((each) => wordsOf(each).startsWith('We practise'));
    expect(roots).toHaveLength(1);
    expect(outcome).toEqual({ outcome: 'done', ref: `slack/${at.dm}/${roots[0]?.ts}` });
  });

  test.each(['cannot_dm_bot', 'user_disabled', 'user_not_found', 'user_is_restricted'])(
    'or refused with %s, and not tried again',
    async (error) => {
      await using at = await performing();
      at.slack.fail('conversations.open', { error });
      expect(await at.performer.perform(at.order({ kind: 'open' }, { place }))).toEqual({
        outcome: 'refused',
        reason: error,
      });
    },
  );

  test('later, where Slack cannot do it now', async () => {
    await using at = await performing();
    at.slack.fail('conversations.open', { retryAfter: 4 });
    expect(await at.performer.perform(at.order({ kind: 'open' }, { place }))).toEqual({
      outcome: 'later',
      afterMs: 4_000,
    });
  });
});

const point = (channel: string): Order => ({ kind: 'point', at: slackPlace(channel), kept: true });

describe('who writes outside the thread', () => {
  test('is told where it goes on, with a link to it', async () => {
    await using at = await performing();
    expect(await at.performer.perform(at.order(point(at.dm)))).toMatchObject({ outcome: 'done' });
    const call = at.calls('chat.postMessage')[0];
    expect(call?.args).not.toHaveProperty('thread_ts');
    expect(at.readOutside().at(-1)).toBe('I put that with your practice. It goes on here: our thread');
    expect(JSON.stringify(call?.args.blocks)).toContain('"type":"link"');
    expect(at.calls('chat.getPermalink')[0]?.args).toMatchObject({ channel: at.dm, message_ts: at.thread });
  });

  test('is told so in words where Slack gives no link', async () => {
    await using at = await performing();
    at.slack.fail('chat.getPermalink', { error: 'message_not_found' });
    expect(await at.performer.perform(at.order(point(at.dm)))).toMatchObject({ outcome: 'done' });
    expect(at.readOutside().at(-1)).toBe(
      'I put that with your practice. It goes on here: in our thread above.',
    );
  });
});

test('who asked in a channel is told in their direct messages, where nobody else sees that they practise', async () => {
  await using at = await performing();
  at.slack.channel('C0001', { botIsMember: true });
  expect(await at.performer.perform(at.order(point('C0001')))).toMatchObject({ outcome: 'done' });
  expect(at.readOutside()).toEqual(['I put that with your practice. It goes on here: our thread']);
  expect(at.slack.messages('C0001')).toEqual([]);
});

test('a pointer that cannot be shown does not make the practice move', async () => {
  await using at = await performing();
  at.slack.fail('chat.postMessage', { error: 'thread_not_found' });
  expect(await at.performer.perform(at.order(point(at.dm)))).toEqual({
    outcome: 'refused',
    reason: 'thread_not_found',
  });
});

describe('a practice is shared', () => {
  const shared = card('Ada asks you to read her answer.', { asks: 'nothing' });

  test('with the person who was chosen, in their own direct messages', async () => {
    await using at = await performing();
    at.slack.user('UCOACH', { name: 'Coach' });
    const outcome = await at.performer.perform(at.order({ kind: 'share', card: shared, to: 'UCOACH' }));
    expect(outcome).toMatchObject({ outcome: 'done' });
    expect(at.readOutside(at.slack.dmOf('UCOACH'))).toEqual(['Ada asks you to read her answer.']);
    expect(at.read()).toEqual([]);
  });

  test.each(['cannot_dm_bot', 'user_disabled', 'user_not_found'])(
    'or refused with %s, which the conversation is told',
    async (error) => {
      await using at = await performing();
      at.slack.user('UCOACH', { name: 'Coach' });
      at.slack.fail('conversations.open', { error });
      expect(await at.performer.perform(at.order({ kind: 'share', card: shared, to: 'UCOACH' }))).toEqual({
        outcome: 'refused',
        reason: `share-${error}`,
      });
    },
  );

  test('once, also where the answer to it was lost', async () => {
    await using at = await performing();
    at.slack.user('UCOACH', { name: 'Coach' });
    const delivery = at.order({ kind: 'share', card: shared, to: 'UCOACH' });
    at.slack.fail('chat.postMessage', { dropAnswer: true });
    await at.performer.perform(delivery);
    expect(await at.again().perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    expect(at.readOutside(at.slack.dmOf('UCOACH'))).toHaveLength(1);
  });
});

test('nothing the performer says by itself judges anybody', async () => {
  await using at = await performing({ exportOf: async () => [{ name: 'all.md', content: 'words' }] });
  at.slack.fail('files.getUploadURLExternal', { error: 'missing_scope' });
  for (const order of [{ kind: 'open' }, { kind: 'export' }, point(at.dm)] as const) {
    await at.performer.perform(at.order(order));
  }
  const lines = at.slack
    .messages(at.dm)
    .map(wordsOf)
    .filter((words) => words !== '');
  expect(lines).toHaveLength(3);
  expect(lines.flatMap(judgingWordsIn)).toEqual([]);
});

test('a thread that could not be opened is tried once more; then the person is told, and its cards go nowhere else', async () => {
  await using at = await performing();
  const place = slackPlace(ADA.userId, 'new-1-1');
  const opening = at.order({ kind: 'open' }, { place });
  at.slack.fail('chat.postMessage', { error: 'channel_not_found' }, 2);
  expect(await at.performer.perform(opening)).toEqual({ outcome: 'later', afterMs: 1_000 });
  expect(await at.performer.perform(opening)).toEqual({ outcome: 'refused', reason: 'channel_not_found' });
  expect(at.readOutside().join()).toContain('I could not open a thread for our practice.');
  const before = at.readOutside().length;
  const shown = await at.performer.perform(at.say(card('What happened?'), { place }));
  expect(shown).toEqual({ outcome: 'gone', reason: 'place-not-opened' });
  expect(at.readOutside()).toHaveLength(before);
});
