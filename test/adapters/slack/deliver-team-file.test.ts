import { describe, expect, test } from 'vitest';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import type { Delivery } from '../../../src/coach/ports.ts';
import { teamRef } from '../../../src/who/team.ts';
import { judgingWordsIn } from '../../support/banned-words.ts';
import { ADA, performing } from './performing.ts';

const TEAM = teamRef(ADA, 'team1');
const ICS = 'BEGIN:VCALENDAR\r\nSUMMARY:Übung\r\nEND:VCALENDAR\r\n';
const WORDS = 'For your calendar.';
const MISSING = 'I could not add the file practice.ics: this workspace does not let me put files here.';

type Performing = Awaited<ReturnType<typeof performing>>;

function handing(at: Performing, more: Partial<Delivery> = {}): Delivery {
  const order = { kind: 'file', name: 'practice.ics', text: ICS, words: WORDS } as const;
  return at.order(order, { person: TEAM, place: slackPlace(ADA.userId), ...more });
}

describe('a file for somebody', () => {
  test('comes into their direct messages under its own name, and its line after it', async () => {
    await using at = await performing();
    expect(await at.performer.perform(handing(at))).toMatchObject({ outcome: 'done' });
    const [ticket] = at.calls('files.getUploadURLExternal');
    expect(ticket?.args).toMatchObject({ filename: 'practice.ics' });
    expect(Number(ticket?.args.length)).toBe(Buffer.byteLength(ICS));
    const [completed] = at.calls('files.completeUploadExternal');
    expect(completed?.args.channel_id).toBe(at.dm);
    expect(completed?.args).not.toHaveProperty('thread_ts');
    const order = at.slack.calls.map(({ method }) => method);
    expect(order.lastIndexOf('chat.postMessage')).toBeGreaterThan(
      order.indexOf('files.completeUploadExternal'),
    );
    expect(at.readOutside()).toContain(WORDS);
    await at.slack.until(() => at.slack.messages(at.dm).some(({ files }) => files?.length === 1), 'the file');
  });

  test.each(['the same process', 'another'])(
    'comes once where the answer to its line was lost, and %s tries again',
    async (who) => {
      await using at = await performing();
      const delivery = handing(at);
      at.slack.fail('chat.postMessage', { dropAnswer: true });
      expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
      const performer = who === 'another' ? at.again() : at.performer;
      expect(await performer.perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
      expect(at.calls('files.getUploadURLExternal')).toHaveLength(1);
      expect(at.readOutside().filter((words) => words === WORDS)).toHaveLength(1);
    },
  );

  test('is not said to be there before it is', async () => {
    await using at = await performing();
    const delivery = handing(at);
    at.slack.fail('files.completeUploadExternal', { retryAfter: 5 });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'later', afterMs: 5_000 });
    expect(at.readOutside()).toEqual([]);
  });

  test.each([
    ['files.getUploadURLExternal', { error: 'missing_scope' }],
    ['files.getUploadURLExternal', { error: 'file_uploads_disabled' }],
    ['files.completeUploadExternal', { error: 'restricted_action' }],
    ['upload', { status: 403 }],
  ] as const)(
    'that is not taken (%s, %o): the words are said with the line that it is missing',
    async (method, fault) => {
      await using at = await performing();
      at.slack.fail(method, fault, 2);
      expect(await at.performer.perform(handing(at))).toMatchObject({ outcome: 'done' });
      expect(at.readOutside()).toEqual([`${WORDS}\n${MISSING}`]);
      expect(judgingWordsIn(MISSING)).toEqual([]);
    },
  );

  test('without files:write: what is missing is said once, also where the answer to that was lost', async () => {
    const scopes = ['chat:write', 'im:write', 'im:history'];
    await using at = await performing({}, { scopes, strict: false });
    const delivery = handing(at);
    at.slack.fail('chat.postMessage', { dropAnswer: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    expect(await at.again().perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    expect(at.readOutside()).toEqual([`${WORDS}\n${MISSING}`]);
  });

  test.each(['C0TEAM', 'G0PAIR', 'team'])('is never put into %s, which others read', async (channel) => {
    await using at = await performing();
    if (channel !== 'team') at.slack.channel(channel);
    const calls = at.slack.calls.length;
    expect(await at.performer.perform(handing(at, { place: slackPlace(channel) }))).toEqual({
      outcome: 'refused',
      reason: 'not-private',
    });
    expect(at.slack.calls).toHaveLength(calls);
  });

  test.each(['user_disabled', 'cannot_dm_bot'])(
    'is refused with %s where they cannot be written to',
    async (error) => {
      await using at = await performing();
      at.slack.fail('conversations.open', { error });
      expect(await at.performer.perform(handing(at))).toEqual({ outcome: 'refused', reason: error });
    },
  );
});
