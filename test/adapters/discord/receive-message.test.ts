import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import {
  deletedIn,
  type MessageIn,
  messageIn,
  readBack,
  toIncoming,
} from '../../../adapters/discord/receive/message-event.ts';
import { compareSnowflakes, snowflakeOf } from '../../../adapters/discord/receive/snowflake.ts';
import { stampedAt } from '../../../src/who/stamp.ts';
import {
  ADA,
  APP,
  attachment,
  BEN,
  BOT,
  BOT_USER,
  DM,
  GUILD,
  inThread,
  MESSAGE,
  message,
  PARENT,
  THREAD,
  user,
} from './receive-payloads.ts';

const said = (data: unknown) => messageIn('create', data, BOT);
const edited = (data: unknown) => messageIn('update', data, BOT);
const EDITED_AT = '2025-11-25T12:01:39.500000+00:00';

function whole(found: MessageIn | undefined): MessageIn {
  if (found === undefined) throw new Error('not read');
  return found;
}

describe('a message', () => {
  test('in direct messages is read with its person, channel and instant', () => {
    expect(said(message())).toEqual({
      kind: 'said',
      id: `discord-${DM}-${MESSAGE}`,
      appId: APP,
      userId: ADA,
      channel: DM,
      messageId: MESSAGE,
      stamp: MESSAGE,
      sentAt: Date.parse('2025-11-25T12:00:00Z'),
      text: 'I never got it in writing.',
      names: {},
      isEmpty: false,
      files: [],
    });
  });

  test('in a server it names the server', () => {
    expect(said(inThread())).toMatchObject({ channel: THREAD, guild: GUILD });
  });

  test('that answers another is one', () => {
    expect(said(message({ type: 19, message_reference: { type: 0, message_id: '1' } }))).toMatchObject({
      kind: 'said',
      files: [],
    });
  });

  test.each([
    ['of the bot itself', message({ author: user(BOT_USER) })],
    ['of another bot', message({ author: user(BEN, { bot: true }) })],
    ['of a webhook', inThread({ webhook_id: '99' })],
    ['that says somebody was added', inThread({ type: 1 })],
    ['that says a thread was made', inThread({ type: 18 })],
    ['of a slash command', message({ type: 20 })],
    ['without an author', message({ author: undefined })],
    ['that is none', 'garbage'],
    ['that is null', null],
  ])('%s is nothing a person wrote', (_, data) => {
    expect(said(data)).toBeUndefined();
  });

  test('one odd field does not cost the person their message', () => {
    const odd = {
      attachments: [null, attachment()],
      mentions: 'many',
      flags: null,
      sticker_items: null,
      member: 7,
      content: 'kept',
    };
    expect(said(message(odd))).toMatchObject({ text: 'kept', files: [{ name: 'answer.txt' }] });
  });

  test('of which nothing reached the bot is empty, and one of a sticker, a file or a poll alone is not', () => {
    const bare = inThread({ content: '' });
    expect(said(bare)?.isEmpty).toBe(true);
    expect(said({ ...bare, sticker_items: [{ id: '1' }] })?.isEmpty).toBe(false);
    expect(said({ ...bare, attachments: [attachment()] })?.isEmpty).toBe(false);
    expect(said({ ...bare, poll: { question: {} } })?.isEmpty).toBe(false);
    expect(said({ ...bare, message_reference: { type: 1 } })?.isEmpty).toBe(false);
  });

  test('names those it mentions, as they are called', () => {
    const mentions = [
      user(BEN, { global_name: 'Ben', member: { nick: 'Benny' } }),
      user(BOT_USER, { global_name: null, bot: true }),
    ];
    expect(said(inThread({ mentions }))).toMatchObject({
      names: { [BEN]: 'Benny', [BOT_USER]: 'ada.l' },
    });
  });

  test('that was spoken has its seconds and no file', () => {
    const spoken = message({
      content: '',
      flags: 1 << 13,
      attachments: [
        attachment({ filename: 'voice-message.ogg', content_type: 'audio/ogg', duration_secs: 83.6 }),
      ],
    });
    expect(said(spoken)).toMatchObject({ voice: { seconds: 84 }, files: [], isEmpty: false });
    expect(said(message({ attachments: [attachment({ duration_secs: 5 })] }))).not.toHaveProperty('voice');
  });

  test('that only forwards another one counts as a file nobody can read', () => {
    const forward = {
      message_reference: { type: 1 },
      message_snapshots: [{ message: { content: 'theirs' } }],
    };
    expect(said(message({ content: '', ...forward }))).toMatchObject({
      files: [{ name: 'the forwarded message' }],
    });
    expect(said(message({ ...forward }))).toMatchObject({ files: [], text: 'I never got it in writing.' });
  });
});

describe('an edit', () => {
  test('of the text is an edit of that message, with an id and a stamp of its own', () => {
    const first = edited(message({ content: 'Never.', edited_timestamp: EDITED_AT }));
    expect(first).toMatchObject({
      kind: 'edited',
      id: `discord-${DM}-${MESSAGE}-edited-${Date.parse(EDITED_AT)}`,
      messageId: MESSAGE,
      sentAt: Date.parse('2025-11-25T12:00:00Z'),
      text: 'Never.',
    });
    expect(stampedAt(whole(first).stamp)).toBe(Date.parse(EDITED_AT));
    const second = edited(message({ edited_timestamp: '2025-11-25T12:02:00.000000+00:00' }));
    expect(second?.id).not.toBe(first?.id);
  });

  test.each([
    ['a link preview', message({ embeds: [{ title: 'Ex' }] })],
    ['a pin', message({ pinned: true })],
    [
      'our own card that changed',
      message({ author: user(BOT_USER, { bot: true }), edited_timestamp: EDITED_AT }),
    ],
    ['an instant that is none', message({ edited_timestamp: 'soon' })],
    ['a piece without its author', { id: MESSAGE, channel_id: DM, embeds: [] }],
  ])('is not: %s', (_, data) => {
    expect(edited(data)).toBeUndefined();
  });
});

describe('a deletion', () => {
  test('names the message, and nobody', () => {
    expect(deletedIn({ id: MESSAGE, channel_id: DM })).toEqual({ channel: DM, messageIds: [MESSAGE] });
    expect(deletedIn({ id: MESSAGE, channel_id: THREAD, guild_id: GUILD })).toMatchObject({ guild: GUILD });
  });

  test('of many names each', () => {
    expect(deletedIn({ ids: [MESSAGE, '2'], channel_id: THREAD, guild_id: GUILD })?.messageIds).toEqual([
      MESSAGE,
      '2',
    ]);
  });

  test.each([[{ channel_id: DM }], [{ id: 7, channel_id: DM }], [{ id: MESSAGE }], [undefined]])(
    'that names none is nothing: %o',
    (data) => {
      expect(deletedIn(data)).toBeUndefined();
    },
  );
});

describe('a message that was listed', () => {
  test('is the very event that Discord would have sent, and comes with its edit', () => {
    const changed = message({ edited_timestamp: EDITED_AT });
    expect(readBack(changed, BOT, { isThread: false })).toEqual([said(changed), edited(changed)]);
    expect(readBack(message(), BOT, { isThread: false })).toEqual([said(message())]);
  });

  test('is known to stand in a server, where it was listed in a thread', () => {
    const { guild_id: _guild, member: _member, ...listed } = inThread();
    const [found] = readBack(listed, BOT, { isThread: true });
    expect(found?.guild).toBeDefined();
    expect(found?.id).toBe(said(inThread())?.id);
  });
});

describe('a message for the coach', () => {
  test('in direct messages is for the practice wherever that stands, and the person is told where', () => {
    expect(toIncoming(whole(said(message())), 'I never got it.', discordPlace(DM))).toEqual([
      {
        id: `discord-${DM}-${MESSAGE}`,
        person: { platform: 'discord', scope: APP, userId: ADA },
        place: { platform: 'discord', channel: DM },
        atLarge: true,
        pointer: true,
        what: { type: 'said', messageId: MESSAGE, stamp: MESSAGE, text: 'I never got it.', ends: 'quiet' },
      },
    ]);
  });

  test('in a thread it belongs to that place, and it is said there if it goes on elsewhere', () => {
    const [incoming] = toIncoming(whole(said(inThread())), 'hi', discordPlace(PARENT, THREAD));
    expect(incoming?.place).toEqual({ platform: 'discord', channel: PARENT, thread: THREAD });
    expect(incoming).not.toHaveProperty('atLarge');
    expect(incoming).toMatchObject({ pointer: true, overheard: true });
  });

  test('a sticker or a poll alone is named as what cannot be read', () => {
    const bare = { ...message(), content: '', attachments: [] };
    const named = (more: object) => said({ ...bare, ...more })?.files.map(({ name }) => name);
    expect(named({ sticker_items: [{ id: '1' }] })).toEqual(['the sticker']);
    expect(named({ poll: {} })).toEqual(['the poll']);
    expect(named({ sticker_items: [{ id: '1' }], content: 'Two years ago.' })).toEqual([]);
  });

  test('files that are not read are named beside the words, and alone where there are none', () => {
    const found = whole(said(message()));
    const kinds = (text: string, unread: readonly string[]) =>
      toIncoming(found, text, discordPlace(DM), unread).map(({ id, what }) => [id, what.type]);
    expect(kinds('see this', ['cv.pdf'])).toEqual([
      [found.id, 'said'],
      [`${found.id}-files`, 'filesUnread'],
    ]);
    expect(kinds(' ', ['cv.pdf'])).toEqual([[`${found.id}-files`, 'filesUnread']]);
    expect(kinds('', [])).toEqual([]);
  });

  test('a voice message is a run aloud of so many seconds', () => {
    const spoken = whole(
      said(message({ content: '', flags: 1 << 13, attachments: [attachment({ duration_secs: 83 })] })),
    );
    expect(toIncoming(spoken, '', discordPlace(DM)).map(({ what }) => what)).toEqual([
      { type: 'spoke', messageId: MESSAGE, seconds: 83 },
    ]);
  });

  test('an edit names the message and says when, and leaves out what is beside it', () => {
    const found = whole(edited(message({ content: 'Never.', edited_timestamp: EDITED_AT })));
    expect(toIncoming(found, 'Never.', discordPlace(DM), ['cv.pdf']).map(({ what }) => what)).toEqual([
      { type: 'edited', messageId: MESSAGE, text: 'Never.', stamp: found.stamp },
    ]);
  });
});

test('an instant is a snowflake that sorts with the others as a string', () => {
  const instant = fc.integer({ min: Date.parse('2023-01-01'), max: Date.parse('2070-01-01') });
  fc.assert(
    fc.property(instant, instant, (one, other) => {
      const [a, b] = [snowflakeOf(one), snowflakeOf(other)];
      expect(a).toMatch(/^\d{19}$/);
      expect(stampedAt(a)).toBe(one);
      expect(Math.sign(compareSnowflakes(a, b))).toBe(Math.sign(one - other));
      expect(a < b).toBe(one < other);
    }),
  );
  expect(compareSnowflakes('99', '100')).toBeLessThan(0);
  expect(snowflakeOf(0)).toBe('0');
});

test('no id holds a colon or is digits only, and a snowflake never changes, whatever Discord sends', () => {
  const snowflake = fc.bigInt({ min: 10n ** 17n, max: 2n ** 64n - 1n }).map(String);
  fc.assert(
    fc.property(snowflake, snowflake, (id, channel) => {
      const found = said(JSON.parse(JSON.stringify(message({ id, channel_id: channel }))));
      expect(found).toMatchObject({ messageId: id, stamp: id, channel });
      expect(found?.id).toMatch(/^discord-[^:]+$/);
    }),
  );
});
