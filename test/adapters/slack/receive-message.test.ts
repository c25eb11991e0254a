import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageIn, toIncoming } from '../../../adapters/slack/receive/message-event.ts';
import { BOT, callback, changed, inner, ROOT, removed, reply } from './payloads.ts';

const read = (event: object, changes: object = {}) => messageIn(callback({ ...event }, { ...changes }), BOT);

const EDITED = { edited: { user: 'U1', ts: '1764072099.000000' } };
const CARD = inner({ user: 'UBOT', bot_id: 'BBOT', client_msg_id: undefined, text: 'a card' });

describe('a message in the direct messages', () => {
  test('a reply in the thread is something said, with the ids as Slack wrote them', () => {
    expect(read(reply())).toEqual({
      kind: 'said',
      id: 'slack-6f1b2c1e-8b1a-4c6e-9f57-0d2f6b1f3a01',
      person: { platform: 'slack', scope: 'T1', userId: 'U1' },
      installation: 'T1',
      channel: 'D1',
      thread: ROOT,
      ts: '1764072060.000100',
      text: 'I never got it in writing.',
      mentions: [],
      files: [],
    });
  });

  test('one gesture in two messages with their own ts is one event', () => {
    const again = read(reply({ ts: '1764072080.000900' }), { event_id: 'Ev2' });
    expect(again?.id).toBe(read(reply())?.id);
  });

  test('without a gesture id the channel and the ts name it, and a reply sent to the channel too is the reply', () => {
    const plain = reply({ client_msg_id: undefined });
    expect(read(plain)?.id).toBe('slack-D1-1764072060.000100');
    expect(read({ ...plain, subtype: 'thread_broadcast', root: { ts: ROOT } })).toEqual(read(plain));
  });

  test.each([
    ['a message with a file', { subtype: 'file_share', files: [{ id: 'F1', name: 'a.txt' }] }],
    ['a message in the third person', { subtype: 'me_message' }],
    ['nulls where fields could be missing', { bot_id: null, edited: null, subtype: null, files: null }],
    ['an odd file', { files: ['?', { name: 7 }] }],
    ['a type of conversation that is null', { channel_type: null }],
    ['a type of conversation that is the messages tab', { channel_type: 'app_home' }],
  ])('%s is something said', (_, changes) => {
    expect(read(reply(changes))).toMatchObject({ kind: 'said', text: 'I never got it in writing.' });
  });

  test.each([
    ['our own post', { user: 'UBOT', bot_id: 'BBOT' }],
    ['our own post that names the user only', { user: 'UBOT' }],
    ['a post of another bot', { bot_id: 'B7' }],
    ['a post of a bot without user', { subtype: 'bot_message', bot_id: 'B7', user: undefined }],
    ['Slackbot', { user: 'USLACKBOT' }],
    ['a hidden one', { hidden: true }],
    ['somebody joining', { subtype: 'channel_join' }],
    ['a tombstone', { subtype: 'tombstone', user: 'USLACKBOT', hidden: true }],
    ['a reply count', { subtype: 'message_replied', hidden: true }],
    ['a channel', { channel: 'C1', channel_type: 'channel' }],
    ['a private channel', { channel: 'G1', channel_type: 'group' }],
    ['a group of people', { channel: 'G1', channel_type: 'mpim' }],
    ['a mention', { type: 'app_mention' }],
    ['a message without ts', { ts: undefined }],
  ])('%s is nothing anybody said here', (_, changes) => {
    expect(read(reply(changes))).toBeUndefined();
  });

  test.each([undefined, null, 'text', {}, { type: 'url_verification' }, callback({})])(
    'what is no message at all is nothing (%#)',
    (body) => {
      expect(messageIn(body, BOT)).toBeUndefined();
    },
  );

  test('a message that only forwards another one is not lost in silence', () => {
    const forwarded = read(reply({ text: '', attachments: [{ is_share: true, text: 'words of another' }] }));
    expect(forwarded).toMatchObject({ kind: 'said', text: '', files: [{ name: 'the forwarded message' }] });
  });

  test('words that came in blocks alone are read from them, written as Slack writes a text', () => {
    const run = (text: string) => ({ type: 'text', text, style: { bold: true } });
    const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
    const elements = [
      section(
        run('Costs & risk <5%; see '),
        { type: 'link', url: 'https://ex.org/a', text: 'it' },
        run(', '),
      ),
      { type: 'rich_text_list', style: 'bullet', elements: [section(run('one')), section(run('two'))] },
      {
        type: 'rich_text_quote',
        elements: [
          { type: 'user', user_id: 'U7' },
          { type: 'emoji', name: 'wave' },
        ],
      },
      7,
    ];
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text: 'no' } },
      { type: 'rich_text', elements },
    ];
    expect(read(reply({ text: '', blocks }))).toMatchObject({
      text: 'Costs &amp; risk &lt;5%; see <https://ex.org/a|it>, \none\ntwo\n<@U7>:wave:',
      mentions: ['U7'],
    });
    expect(read(reply({ text: undefined, blocks: 'odd' }))).toMatchObject({ text: '' });
  });

  test('the users it mentions are told', () => {
    expect(read(reply({ text: 'thanks <@U7> and <@U8|eve>' }))).toMatchObject({ mentions: ['U7', 'U8'] });
  });
});

describe('whose message it is', () => {
  test('an organisation is the home of its people, in whatever workspace they write', () => {
    const inOne = callback(reply(), { enterprise_id: 'E1' });
    const inTwo = callback(reply({ team: 'T2' }), {
      team_id: 'T2',
      enterprise_id: 'E1',
      authorizations: null,
    });
    expect(messageIn(inOne, BOT)).toMatchObject({ person: { scope: 'E1' }, installation: 'T1' });
    expect(messageIn(inTwo, BOT)).toMatchObject({ person: { scope: 'E1' }, installation: 'T2' });
  });

  test('an installation for a whole organisation has no team', () => {
    const authorizations = [
      { enterprise_id: 'E1', team_id: null, user_id: 'UBOT', is_enterprise_install: true },
    ];
    const event = callback(reply({ team: undefined }), {
      team_id: 'T2',
      enterprise_id: 'E1',
      authorizations,
    });
    expect(messageIn(event, BOT)).toMatchObject({
      person: { platform: 'slack', scope: 'E1', userId: 'U1' },
      installation: 'E1',
    });
  });

  test('somebody from another organisation keeps their own home', () => {
    const event = callback(reply({ user_team: 'T9', team: 'T9' }), {
      enterprise_id: 'E1',
      is_ext_shared_channel: true,
    });
    expect(messageIn(event, BOT)).toMatchObject({ person: { scope: 'T9' }, installation: 'T1' });
  });
});

describe('an edit', () => {
  test('of the text is an edit of that message, with an id of its own for every edit', () => {
    const first = read(changed(inner({ text: 'In writing, never.', ...EDITED }), inner()));
    expect(first).toMatchObject({
      kind: 'edited',
      id: 'slack-D1-1764072060.000100-edited-1764072099.000000',
      ts: '1764072060.000100',
      thread: ROOT,
      text: 'In writing, never.',
      person: { userId: 'U1' },
    });
    const second = read(changed(inner({ text: 'Never.', edited: { ts: '1764072120.000000' } }), inner()));
    expect(second?.id).not.toBe(first?.id);
  });

  test('counts even when Slack does not say what stood there before', () => {
    expect(read(changed(inner({ text: 'Never.', ...EDITED }), undefined))).toMatchObject({ kind: 'edited' });
  });

  const link = inner({ text: 'see <https://ex.org>' });
  test.each([
    ['a link preview', changed({ ...link, attachments: [{ title: 'Ex' }] }, link)],
    [
      'a link preview on a text edited before',
      changed({ ...link, ...EDITED, attachments: [{}] }, { ...link, ...EDITED }),
    ],
    ['a change nobody made', changed(inner({ text: 'translated' }), inner())],
    [
      'our own update',
      changed({ ...CARD, text: 'the next card', edited: { user: 'BBOT', ts: '9.1' } }, CARD),
    ],
    ['a new reply count on our root', changed({ ...CARD, ts: ROOT, reply_count: 3 }, { ...CARD, ts: ROOT })],
    ['a new reply count on their root', changed(inner({ ts: ROOT, reply_count: 1 }), inner({ ts: ROOT }))],
    [
      'a tombstone for our root',
      changed({ subtype: 'tombstone', user: 'USLACKBOT', hidden: true, ts: ROOT }, CARD),
    ],
  ])('is not: %s', (_, event) => {
    expect(read(event)).toBeUndefined();
  });
});

describe('a deletion', () => {
  test('takes back the message it names', () => {
    expect(read(removed(inner()))).toEqual({
      kind: 'deleted',
      id: 'slack-D1-1764072060.000100-deleted',
      person: { platform: 'slack', scope: 'T1', userId: 'U1' },
      installation: 'T1',
      channel: 'D1',
      thread: ROOT,
      ts: '1764072060.000100',
    });
  });

  test('of a message with replies comes as a tombstone in its place and is the same deletion', () => {
    const ts = '1764072060.000100';
    const own = inner({ thread_ts: ts });
    const tombstone = {
      type: 'message',
      subtype: 'tombstone',
      user: 'USLACKBOT',
      hidden: true,
      ts,
      text: 'This message was deleted.',
    };
    const asChange = read(changed(tombstone, own));
    expect(asChange).toMatchObject({ kind: 'deleted', ts });
    expect(asChange).toEqual(read(removed(own)));
    expect(read(removed(tombstone))).toBeUndefined();
  });

  test.each([
    ['of our own card', removed(CARD)],
    ['of nobody knows what', removed(undefined)],
  ])('%s is nothing a person did', (_, event) => {
    expect(read(event)).toBeUndefined();
  });
});

describe('a message for the coach', () => {
  const said = (changes: object = {}) => {
    const message = read(reply({ ...changes }));
    if (message === undefined) throw new Error('not read');
    return message;
  };

  test('in a thread it belongs to that place, and the pause ends the answer', () => {
    expect(toIncoming(said(), 'I never got it.')).toEqual([
      {
        id: 'slack-6f1b2c1e-8b1a-4c6e-9f57-0d2f6b1f3a01',
        atLargeIfNone: true,
        person: { platform: 'slack', scope: 'T1', userId: 'U1' },
        place: { platform: 'slack', channel: 'D1', thread: ROOT },
        what: {
          type: 'said',
          messageId: '1764072060.000100',
          stamp: '1764072060.000100',
          text: 'I never got it.',
          ends: 'quiet',
        },
      },
    ]);
  });

  test('outside every thread it is for the practice wherever that stands, and the person is told where', () => {
    const [incoming] = toIncoming(said({ thread_ts: undefined }), 'hi');
    expect(incoming).toMatchObject({
      atLarge: true,
      pointer: true,
      place: { platform: 'slack', channel: 'D1' },
    });
    expect(incoming?.place).not.toHaveProperty('thread');
    const [own] = toIncoming(said({ thread_ts: '1764072060.000100' }), 'hi');
    expect(own?.atLarge).toBe(true);
  });

  test('files that are not read are named beside the words, and alone where there are none', () => {
    const message = said();
    const beside = toIncoming(message, 'see this', ['cv.pdf']);
    expect(beside.map(({ what }) => what.type)).toEqual(['said', 'filesUnread']);
    expect(beside[1]).toMatchObject({ id: `${message.id}-files`, what: { names: ['cv.pdf'] } });
    expect(toIncoming(message, ' ', ['cv.pdf']).map(({ what }) => what.type)).toEqual(['filesUnread']);
    expect(toIncoming(message, '')).toEqual([]);
  });

  test('an edit and a deletion name the message by its ts', () => {
    const edited = read(changed(inner({ text: 'Never.', ...EDITED }), inner()));
    const deleted = read(removed(inner()));
    if (edited === undefined || deleted === undefined) throw new Error('not read');
    expect(toIncoming(edited, 'Never.', ['cv.pdf']).map(({ what }) => what)).toEqual([
      { type: 'edited', messageId: '1764072060.000100', text: 'Never.', stamp: '1764072099.000000' },
    ]);
    expect(toIncoming(deleted, '').map(({ what }) => what)).toEqual([
      { type: 'deleted', messageId: '1764072060.000100' },
    ]);
  });

  test('the token that answers is named where it is not the home of the person', () => {
    const message = messageIn(callback(reply(), { enterprise_id: 'E1' }), BOT);
    if (message === undefined) throw new Error('not read');
    expect(toIncoming(message, 'hi')[0]?.installation).toBe('T1');
    expect(toIncoming(said(), 'hi')[0]).not.toHaveProperty('installation');
  });
});

test('no id holds a colon or is digits only, and a ts never changes, whatever Slack sends', () => {
  const ts = fc
    .tuple(fc.integer({ min: 1, max: 2_000_000_000 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([seconds, rest]) => `${seconds}.${String(rest).padStart(6, '0')}`);
  const gesture = fc.oneof(fc.uuid(), fc.constantFrom('12345', 'a:b', '', undefined, null, 7));
  fc.assert(
    fc.property(ts, ts, gesture, (at, thread, clientId) => {
      const message = reply({ ts: at, thread_ts: thread, client_msg_id: clientId });
      const body = JSON.parse(JSON.stringify(callback(message)));
      const read = messageIn(body, BOT);
      expect(read).toMatchObject({ ts: at, text: 'I never got it in writing.' });
      expect(read?.thread).toBe(thread === at ? undefined : thread);
      expect(read?.id).toMatch(/^slack-[^:]+$/);
    }),
  );
});
