import { describe, expect, test, vi } from 'vitest';
import { NEUTRAL_TEXT } from '../../../adapters/slack/render/message.ts';
import { renderClock } from '../../../adapters/slack/render/render.ts';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import { ADA, card, longCard, PARAGRAPHS, performing, wordsOf } from './performing.ts';

describe('a card', () => {
  test('is posted into the thread, neutral to a lock screen, without previews or pings', async () => {
    await using at = await performing();
    const outcome = await at.performer.perform(at.say(card('See https://example.org and <!channel>.')));
    const [call, ...more] = at.calls('chat.postMessage');
    expect(more).toEqual([]);
    expect(call?.args).toMatchObject({
      channel: at.dm,
      thread_ts: at.thread,
      text: NEUTRAL_TEXT,
      unfurl_links: 'false',
      unfurl_media: 'false',
      team_id: at.slack.teamId,
    });
    expect(call?.args).not.toHaveProperty('link_names');
    expect(call?.args).not.toHaveProperty('parse');
    expect(at.read()).toEqual(['See https://example.org and <!channel>.']);
    const messages = at.slack.messages(at.dm, at.thread).filter((each) => each.ts !== at.thread);
    expect(outcome).toEqual({ outcome: 'done', ref: messages.map(({ ts }) => ts).join(' ') });
  });

  test('holds an opaque id and nothing else for other apps to read', async () => {
    await using at = await performing();
    const delivery = at.say(card('I agreed the room by phone.'));
    await at.performer.perform(delivery);
    expect(at.calls('chat.postMessage')[0]?.args.metadata).toEqual({
      event_type: 'coach_delivery',
      event_payload: { id: delivery.deliveryId },
    });
  });

  test('too long for one message becomes several in order, known by all of them, and the last has the buttons', async () => {
    await using at = await performing();
    const outcome = await at.performer.perform(at.say(longCard()));
    const messages = at.slack.messages(at.dm, at.thread).filter((each) => each.ts !== at.thread);
    expect(messages.length).toBeGreaterThan(2);
    expect(outcome).toEqual({ outcome: 'done', ref: messages.map(({ ts }) => ts).join(' ') });
    const words = at.read().join('');
    const numbers = [...words.matchAll(/Paragraph (\d+):/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual(Array.from({ length: PARAGRAPHS }, (_, number) => number));
    expect(words.lastIndexOf('Next')).toBeGreaterThan(words.indexOf(`Paragraph ${PARAGRAPHS - 1}`));
  });

  test('for somebody without a thread goes into their direct messages, opened once', async () => {
    await using at = await performing();
    const place = slackPlace(ADA.userId);
    for (const words of ['one', 'two']) {
      expect(await at.performer.perform(at.say(card(words), { place }))).toMatchObject({ outcome: 'done' });
    }
    expect(at.calls('conversations.open')).toHaveLength(1);
    expect(at.calls('chat.postMessage').map((call) => call.args.channel)).toEqual([at.dm, at.dm]);
  });

  test('keeps its thread to the last digit', async () => {
    await using at = await performing();
    const place = slackPlace(at.dm, at.thread);
    await at.performer.perform(at.say(card('Hello.'), { place }));
    expect(at.calls('chat.postMessage')[0]?.args.thread_ts).toBe(at.thread);
  });
});

describe('a changed card', () => {
  test('changes the message that showed it', async () => {
    await using at = await performing();
    const shown = await at.performer.perform(at.say(card('before')));
    const ref = shown.outcome === 'done' ? shown.ref : undefined;
    const again = await at.performer.perform(at.order({ kind: 'revise', card: card('after'), ref }));
    expect(again).toEqual({ outcome: 'done', ref });
    expect(at.read()).toEqual(['after']);
  });

  test('is posted anew where that message is not there any more, or was never shown', async () => {
    await using at = await performing();
    const shown = await at.performer.perform(at.say(card('before')));
    const ref = shown.outcome === 'done' ? shown.ref : undefined;
    at.slack.deleteMessage(at.dm, ref ?? '');
    for (const of of [ref, undefined, 'slack/D1/1.000001']) {
      const outcome = await at.performer.perform(at.order({ kind: 'revise', card: card('after'), ref: of }));
      expect(outcome).toMatchObject({ outcome: 'done' });
    }
    expect(at.read()).toEqual(['after', 'after', 'after']);
  });

  test('that has grown longer than a message goes on below', async () => {
    await using at = await performing();
    const shown = await at.performer.perform(at.say(card('before')));
    const ref = shown.outcome === 'done' ? shown.ref : undefined;
    const outcome = await at.performer.perform(at.order({ kind: 'revise', card: longCard(), ref }));
    expect(at.read().join('')).toMatch(/^Your draft:.*Paragraph 0:/s);
    expect(at.read().join('')).toContain(`Paragraph ${PARAGRAPHS - 1}:`);
    const messages = at.slack.messages(at.dm, at.thread).filter((each) => each.ts !== at.thread);
    expect(outcome).toEqual({ outcome: 'done', ref: messages.map(({ ts }) => ts).join(' ') });
  });
});

describe('while the coach works', () => {
  const working = card('I am reading your answer.', { working: true, standing: true, asks: 'nothing' });

  test('a status stands in the thread and no message', async () => {
    await using at = await performing();
    expect(await at.performer.perform(at.say(working))).toEqual({ outcome: 'done' });
    expect(at.calls('assistant.threads.setStatus')[0]?.args).toMatchObject({
      channel_id: at.dm,
      thread_ts: at.thread,
      status: 'is reading your answer…',
    });
    expect(at.read()).toEqual([]);
  });

  test.each([{ error: 'missing_scope' }, { status: 500 }, { retryAfter: 3 }, { refuse: true }] as const)(
    'where the status does not work (%o) one message says it, and the critique takes its place',
    async (fault) => {
      await using at = await performing();
      at.slack.fail('assistant.threads.setStatus', fault);
      await at.performer.perform(at.say(working));
      expect(at.read()).toEqual(['I am reading your answer.']);
      await at.performer.perform(at.say(card('Right story, one thing to fix.')));
      await at.performer.perform(at.say(card('What next?')));
      expect(at.read()).toEqual(['Right story, one thing to fix.', 'What next?']);
    },
  );

  test('the critique is posted where that message was deleted meanwhile', async () => {
    await using at = await performing();
    at.slack.fail('assistant.threads.setStatus', { error: 'unknown_method' });
    const shown = await at.performer.perform(at.say(working));
    at.slack.deleteMessage(at.dm, shown.outcome === 'done' ? (shown.ref ?? '') : '');
    await at.performer.perform(at.say(card('Right story.')));
    expect(at.read()).toEqual(['Right story.']);
  });

  test('a reply beside it is posted, and the status stands again after it', async () => {
    await using at = await performing();
    await at.performer.perform(at.say(working));
    await at.performer.perform(at.say(card('Here is help.', { working: true })));
    expect(at.read()).toEqual(['Here is help.']);
    expect(at.slack.calls.slice(1).map(({ method }) => method)).toEqual([
      'assistant.threads.setStatus',
      'chat.postMessage',
      'assistant.threads.setStatus',
    ]);
  });

  test('a reply where no status works takes no place, and nothing takes its place', async () => {
    await using at = await performing();
    at.slack.fail('assistant.threads.setStatus', { error: 'missing_scope' }, 2);
    await at.performer.perform(at.say(working));
    await at.performer.perform(at.say(card('Here is help.', { working: true })));
    await at.performer.perform(at.say(card('Right story.')));
    expect(at.read()).toEqual(['I am reading your answer.', 'Here is help.', 'Right story.']);
  });

  test('outside a thread a message says it', async () => {
    await using at = await performing();
    await at.performer.perform(at.say(working, { place: slackPlace(at.dm) }));
    expect(at.calls('assistant.threads.setStatus')).toEqual([]);
    expect(at.calls('chat.postMessage')).toHaveLength(1);
  });
});

describe('a clock', () => {
  const running = (seconds: number) =>
    card('Say it aloud.', { clock: { startedAt: new Date().toISOString(), seconds } });

  test('counts down in its message until the next card', async () => {
    await using at = await performing({ tickMs: 20 });
    await at.performer.perform(at.say(running(90)));
    await vi.waitFor(() => expect(at.calls('chat.update').length).toBeGreaterThan(2));
    const last = at.slack.messages(at.dm, at.thread).at(-1);
    expect(last === undefined ? '' : wordsOf(last)).toMatch(/1:\d\d left/);
    await at.performer.perform(at.say(card('How was it?')));
    const updates = at.calls('chat.update').length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(at.calls('chat.update').length).toBeLessThanOrEqual(updates + 1);
  });

  test('ends with its time', async () => {
    await using at = await performing({ tickMs: 50 });
    const shown = running(1);
    await at.performer.perform(at.say(shown));
    const over = wordsOf(renderClock(shown, ADA, 0));
    await vi.waitFor(() => expect(at.read()).toEqual([over]), { timeout: 5_000 });
    const updates = at.calls('chat.update').length;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(at.calls('chat.update').length).toBeLessThanOrEqual(updates + 1);
  });

  test('that Slack does not want to change does no harm', async () => {
    await using at = await performing({ tickMs: 20 });
    at.slack.fail('chat.update', { error: 'ratelimited' }, 2);
    at.slack.fail('chat.update', { refuse: true }, 1);
    await at.performer.perform(at.say(running(90)));
    await vi.waitFor(() => expect(at.calls('chat.update').length).toBeGreaterThan(4));
    expect(await at.performer.perform(at.say(card('How was it?')))).toMatchObject({ outcome: 'done' });
  });

  test('stops with the coach', async () => {
    await using at = await performing({ tickMs: 20 });
    await at.performer.perform(at.say(running(90)));
    at.performer.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(at.calls('chat.update')).toEqual([]);
  });
});

test('the end of a practice needs no words, and jobs are not for Slack', async () => {
  await using at = await performing();
  expect(await at.performer.perform(at.order({ kind: 'close' }))).toEqual({ outcome: 'done' });
  for (const order of [
    { kind: 'bell', key: 'k', dueAt: '' },
    { kind: 'critique', sessionId: 's', draftNo: 1, ring: 0 },
  ] as const) {
    expect(await at.performer.perform(at.order(order))).toMatchObject({ outcome: 'refused' });
  }
  expect(at.calls('chat.postMessage')).toEqual([]);
});
