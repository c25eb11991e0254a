import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeCustomId } from '../../../adapters/discord/custom-id.ts';
import { interactionIn } from '../../../adapters/discord/receive/interaction-event.ts';
import {
  ADA,
  APP,
  attachment,
  BEN,
  betweenOthers,
  cardMessage,
  DM,
  GUILD,
  inDm,
  inPrivateThread,
  interaction,
  MESSAGE,
  message,
  PARENT,
  THREAD,
  user,
  userInstalled,
} from './receive-payloads.ts';

const SESSION = '0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';
const NEXT = { kind: 'press', action: 'next', userId: ADA, sessionId: SESSION, turn: 4 } as const;
const FORM = {
  kind: 'form',
  action: 'answers',
  userId: ADA,
  sessionId: SESSION,
  turn: 4,
  note: 'abc-_1',
} as const;

const COMMAND = { id: '7', name: 'practice-failure', type: 1 };
const sub = (name: string, ...options: object[]) => ({ ...COMMAND, options: [{ name, type: 1, options }] });
const press = (data: object = {}, changes: object = {}) =>
  interaction(
    3,
    { custom_id: encodeCustomId(NEXT), component_type: 2, ...data },
    { message: cardMessage(), ...changes },
  );
const label = (component: object) => ({ type: 18, id: 1, component });
const form = (
  components: readonly object[],
  changes: Readonly<Record<string, unknown>> = {},
  data: object = {},
) => interaction(5, { custom_id: encodeCustomId(FORM), components, ...data }, changes);

describe('who may manage the server', () => {
  const MANAGE = 1n << 5n;
  const ADMINISTRATOR = 1n << 3n;
  const by = (permissions: unknown, where: object = {}) =>
    interactionIn(
      interaction(2, sub('team'), { member: { user: user(), nick: null, permissions }, ...where }),
    );

  test.each([
    ['Manage Server', `${MANAGE}`],
    ['Administrator', `${ADMINISTRATOR}`],
    ['both among others', `${MANAGE | ADMINISTRATOR | (1n << 50n)}`],
  ])('is who has %s', (_what, permissions) => {
    expect(by(permissions)).toMatchObject({ managesServer: true });
  });

  test.each([
    ['all but these two', `${(1n << 53n) - 1n - MANAGE - ADMINISTRATOR}`],
    ['none', '0'],
    ['what cannot be read', 'all'],
    ['nothing told of them', undefined],
  ])('is not who has %s', (_what, permissions) => {
    expect(by(permissions)).not.toHaveProperty('managesServer');
  });

  test('is nobody in direct messages', () => {
    expect(interactionIn(interaction(2, sub('team'), inDm))).not.toHaveProperty('managesServer');
  });
});

describe('a command', () => {
  test('is read with its word and options, and with who called it where', () => {
    const data = sub(
      'start',
      { name: 'role', type: 3, value: 'Nurse' },
      { name: 'where', type: 3, value: 'thread' },
    );
    expect(interactionIn(interaction(2, data))).toEqual({
      kind: 'command',
      id: '1442851312588800123',
      token: 'aW50ZXJhY3Rpb24',
      appId: APP,
      userId: ADA,
      userName: 'Ada',
      eventId: 'discord-i-1442851312588800123',
      stamp: '1442851312588800123',
      channel: { id: PARENT, type: 0, isThread: false, isDm: false },
      guildId: GUILD,
      isBotHere: true,
      appPermissions: 377957239808n,
      sub: 'start',
      options: { role: 'Nurse', where: 'thread' },
    });
  });

  test('has what is no text written as one', () => {
    const data = sub('remind', { name: 'days', type: 4, value: 3 }, { name: 'quiet', type: 5, value: false });
    expect(interactionIn(interaction(2, data))).toMatchObject({
      sub: 'remind',
      options: { days: '3', quiet: 'false' },
    });
  });

  test('without words it has none', () => {
    const found = interactionIn(interaction(2, COMMAND));
    expect(found).toMatchObject({ kind: 'command', options: {} });
    expect(found).not.toHaveProperty('sub');
  });

  test.each([
    ['in direct messages with the bot', inDm, { isDm: true, isThread: false }, true],
    ['in direct messages with somebody else', betweenOthers, { isDm: false }, false],
    ['in a server where the app is installed to the person only', userInstalled, { isDm: false }, false],
    ['in a private thread', inPrivateThread, { id: THREAD, isThread: true, parentId: PARENT }, true],
    [
      'in direct messages, of which an old client does not say what they are',
      { ...inDm, context: undefined },
      { id: DM, isDm: true },
      true,
    ],
  ])('%s it is known whether the bot is there', (_, changes, channel, isBotHere) => {
    expect(interactionIn(interaction(2, sub('start'), changes))).toMatchObject({
      userId: ADA,
      channel,
      isBotHere,
    });
  });
});

describe('a command on a message', () => {
  const on = (target: object) => ({
    name: 'Critique this answer',
    type: 3,
    target_id: MESSAGE,
    resolved: { messages: { [MESSAGE]: target } },
  });

  test('brings the message: whose it is, its words, names and files', () => {
    const target = message({
      content: `I told <@${BEN}>`,
      mentions: [user(BEN, { global_name: 'Ben' })],
      attachments: [attachment()],
    });
    expect(interactionIn(interaction(2, on(target)))).toMatchObject({
      kind: 'message-command',
      target: {
        id: MESSAGE,
        authorId: ADA,
        text: `I told <@${BEN}>`,
        names: { [BEN]: 'Ben' },
        files: [{ name: 'answer.txt' }],
      },
    });
  });

  test('a bot’s message is nobody’s own', () => {
    const found = interactionIn(interaction(2, on(message({ author: user(ADA, { bot: true }) }))));
    expect(found).toMatchObject({ target: { authorId: '0' } });
  });

  test('without its message it is not read', () => {
    expect(interactionIn(interaction(2, { name: 'x', type: 3, target_id: MESSAGE }))).toBeUndefined();
  });
});

test('while an option is typed it is known which, and what stands there', () => {
  const data = sub(
    'start',
    { name: 'where', type: 3, value: 'dm' },
    { name: 'role', type: 3, value: 'nur', focused: true },
  );
  expect(interactionIn(interaction(4, data))).toMatchObject({
    kind: 'autocomplete',
    focused: { name: 'role', value: 'nur' },
  });
  expect(interactionIn(interaction(4, sub('start')))).toBeUndefined();
});

describe('a press', () => {
  test('says what it does, on which card', () => {
    expect(interactionIn(press())).toMatchObject({
      kind: 'component',
      customId: NEXT,
      values: [],
      messageId: MESSAGE,
      isEphemeral: false,
      names: {},
      bots: [],
    });
  });

  test('on a card that the person alone sees is known for one', () => {
    expect(interactionIn(press({}, { message: cardMessage((1 << 15) | (1 << 6)) }))).toMatchObject({
      isEphemeral: true,
    });
  });

  test('in a select it brings what was chosen, and who the chosen are', () => {
    const resolved = {
      users: { [BEN]: user(BEN, { global_name: 'Ben' }), 8: user('8', { bot: true }) },
      members: { [BEN]: { nick: 'Benny' } },
    };
    expect(interactionIn(press({ component_type: 5, values: [BEN], resolved }))).toMatchObject({
      values: [BEN],
      names: { [BEN]: 'Benny', 8: 'Ada' },
      bots: ['8'],
    });
  });

  test.each([
    ['another’s button', press({ custom_id: 'vote:1' })],
    [
      'a button of a version that is not there yet',
      press({ custom_id: encodeCustomId(NEXT).replace('1~', '2~') }),
    ],
    ['a press without its card', press({}, { message: undefined })],
    ['a press by nobody', press({}, { member: undefined })],
    ['a ping', interaction(1, undefined)],
    ['something that Discord adds one day', interaction(9, {})],
    ['nothing', undefined],
    ['garbage', { type: 3, data: 'garbage' }],
  ])('%s is none of ours', (_, data) => {
    expect(interactionIn(data)).toBeUndefined();
  });
});

describe('a form that was sent', () => {
  test('brings its texts, choices and people by the ids of their inputs', () => {
    const components = [
      { type: 10, id: 9, content: 'Longer than a form can hold.' },
      label({ type: 4, id: 2, custom_id: 'failure', value: 'I never got it\nin writing.' }),
      label({ type: 4, id: 3, custom_id: 'lesson', value: '' }),
      label({ type: 21, id: 4, custom_id: 'rate:lesson', value: '2' }),
      label({ type: 21, id: 5, custom_id: 'rate:setting', value: null }),
      label({ type: 5, id: 6, custom_id: 'to', values: [BEN] }),
    ];
    const resolved = { users: { [BEN]: user(BEN, { global_name: 'Ben' }) } };
    expect(interactionIn(form(components, { message: cardMessage() }, { resolved }))).toMatchObject({
      kind: 'modal',
      customId: FORM,
      values: { failure: 'I never got it\nin writing.', lesson: '', 'rate:lesson': '2', to: BEN },
      names: { [BEN]: 'Ben' },
      files: [],
      messageId: MESSAGE,
      isEphemeral: false,
    });
    const found = interactionIn(form(components));
    expect(found?.kind === 'modal' && Object.keys(found.values)).not.toContain('rate:setting');
    expect(found).not.toHaveProperty('messageId');
  });

  test('brings its files apart from its values', () => {
    const components = [
      label({ type: 4, custom_id: 'text', value: 'beside' }),
      label({ type: 19, custom_id: 'file', values: ['77'] }),
    ];
    const found = interactionIn(
      form(components, {}, { resolved: { attachments: { 77: attachment({ id: '77' }) } } }),
    );
    expect(found).toMatchObject({
      files: [{ name: 'answer.txt', contentType: 'text/plain; charset=utf-8', size: 12 }],
    });
    expect(found?.kind === 'modal' && found.values).toEqual({ text: 'beside' });
  });

  test('in the rows of older forms it is read too', () => {
    const components = [{ type: 1, components: [{ type: 4, custom_id: 'failure', value: 'words' }] }];
    expect(interactionIn(form(components))).toMatchObject({ values: { failure: 'words' } });
  });
});

test('whatever Discord sends, reading it does not throw', () => {
  const sound: readonly object[] = [
    interaction(2, sub('start')),
    press(),
    form([label({ type: 4, custom_id: 'a', value: 'b' })]),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...sound),
      fc.jsonValue(),
      fc.jsonValue(),
      fc.nat(),
      (base, odd, other, at) => {
        const keys = Object.keys(base);
        const key = keys[at % keys.length] ?? '';
        expect(() =>
          interactionIn({ ...base, [key]: odd, data: { ...Reflect.get(base, 'data'), components: other } }),
        ).not.toThrow();
        expect(() => interactionIn(odd)).not.toThrow();
      },
    ),
  );
});
