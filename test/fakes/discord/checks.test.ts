import { describe, expect, test } from 'vitest';
import type { Fields } from '../slack/json.ts';
import { violationsOf } from './checks.ts';
import { charactersOf } from './command-limits.ts';
import { contractsWereChecked } from './openapi.ts';

const V2 = 1 << 15;
const EPHEMERAL = 1 << 6;
const QUIET = { allowed_mentions: { parse: [] } };
const ID = '1234567890123456789';

const named = (...names: readonly string[]) => names.map((name) => ({ name }));
const limitsOf = (method: string, path: string, body: unknown, files = named()) =>
  violationsOf({ method, path, body, files }).filter((each) => !each.startsWith('openapi: '));
const posted = (body: Fields, files = named()) =>
  limitsOf('POST', `/channels/${ID}/messages`, { ...QUIET, ...body }, files);
const shown = (components: readonly Fields[], files = named()) => posted({ flags: V2, components }, files);
const answered = (type: number, data?: Fields) =>
  limitsOf('POST', `/interactions/${ID}/token/callback`, { type, ...(data === undefined ? {} : { data }) });
const textDisplay = (content: string) => ({ type: 10, content });
const button = (more: Fields = {}) => ({ type: 2, style: 1, label: 'Next', custom_id: 'next', ...more });
const row = (...components: readonly Fields[]) => ({ type: 1, components });
const option = (more: Fields = {}) => ({ label: 'One', value: '1', ...more });
const select = (more: Fields = {}) => ({ type: 3, custom_id: 'pick', options: [option()], ...more });
const many = <T>(number: number, make: (at: number) => T) =>
  Array.from({ length: number }, (_, at) => make(at));
const buttons = (number: number) => many(number, (at) => button({ custom_id: `b${at}` }));
const options = (number: number) => many(number, (at) => option({ value: `v${at}` }));
const gallery = (name: string, more: Fields = {}) => ({
  type: 12,
  items: [{ media: { url: `attachment://${name}` }, ...more }],
});

describe('a message', () => {
  test('at its limits is taken', () => {
    expect(posted({ content: 'c'.repeat(2000), components: many(5, (at) => row(...five(at))) })).toEqual([]);
    const together = [textDisplay('t'.repeat(3999)), textDisplay('t')];
    expect(shown([...together, ...many(19, (at) => row(button({ custom_id: `b${at}` })))])).toEqual([]);
    expect(
      shown(
        [
          { type: 17, components: [textDisplay('a'), { type: 14, spacing: 2 }] },
          { type: 9, components: [textDisplay('a')], accessory: button({ custom_id: 'c'.repeat(100) }) },
          gallery('bars.png', { description: 'd'.repeat(1024) }),
          { type: 13, file: { url: 'attachment://copy.md' } },
          row(select({ options: options(25), min_values: 0, max_values: 25, placeholder: 'p'.repeat(150) })),
          row(button({ style: 5, url: 'https://example.org', custom_id: undefined, label: 'l'.repeat(80) })),
        ],
        named('bars.png', 'copy.md'),
      ),
    ).toEqual([]);
    expect(posted({ content: 'c', nonce: 'n'.repeat(25), enforce_nonce: true })).toEqual([]);
  });

  test.each<[string, Fields, RegExp]>([
    ['content of 2,001', { content: 'c'.repeat(2001) }, /^content of 2001 characters/],
    ['nothing at all', {}, /^an empty message/],
    ['blanks alone', { content: ' \n' }, /^an empty message/],
    ['content beside Components V2', v2({ content: 'c' }), /^content beside Components V2/],
    ['embeds beside Components V2', v2({ embeds: [{ title: 't' }] }), /^embeds beside/],
    ['a poll beside Components V2', v2({ poll: { question: { text: 'q' } } }), /^poll beside/],
    ['stickers beside Components V2', v2({ sticker_ids: ['1'] }), /^sticker_ids beside/],
    ['a text display without the flag', { components: [textDisplay('a')] }, /of type 10 without the flag/],
    [
      'six rows without the flag',
      { content: 'c', components: many(6, (at) => row(button({ custom_id: `b${at}` }))) },
      /^6 rows/,
    ],
    ['a nonce of 26', { content: 'c', nonce: 'n'.repeat(26), enforce_nonce: true }, /^nonce of 26/],
    ['a nonce that does nothing', { content: 'c', nonce: 'n' }, /^a nonce does nothing/],
    ['enforce_nonce as a word', { content: 'c', nonce: 'n', enforce_nonce: 'true' }, /no boolean/],
    ['a message for one person alone', { content: 'c', flags: EPHEMERAL }, /^flags 64 cannot be set here/],
    ['half an emoji', { content: '🙂'.slice(0, 1) }, /^half a character/],
    ['no word on whom it rings for', { content: 'c', allowed_mentions: undefined }, /^our own rule/],
    ['what rings for people', { content: 'c', allowed_mentions: { parse: ['users'] } }, /^our own rule/],
    [
      'what rings for the one answered',
      { content: 'c', allowed_mentions: { parse: [], replied_user: true } },
      /^our own rule/,
    ],
  ])('%s is not taken', (_name, body, wrong) => {
    expect(posted(body)).toContainEqual(expect.stringMatching(wrong));
  });

  test.each<[string, Fields, RegExp]>([
    ['an empty text', textDisplay(''), /^text display is empty/],
    ['a text of 4,001', textDisplay('t'.repeat(4001)), /^4001 characters over all texts/],
    ['a row of nothing', row(), /^a row of 0/],
    ['six buttons in a row', row(...buttons(6)), /^a row of 6/],
    ['a select beside a button', row(button(), select()), /^a row of 2/],
    ['two selects in a row', row(select(), select({ custom_id: 'other' })), /^a row of 2/],
    ['a text in a row', row(textDisplay('a')), /^a row of 1/],
    ['a button in no row', button(), /^a component of type 2 in a message/],
    ['a label of 81', row(button({ label: 'l'.repeat(81) })), /^button label of 81/],
    ['a button that says nothing', row(button({ label: ' ' })), /^a button that says nothing/],
    ['a button without a style', row(button({ style: undefined })), /^a button without a style/],
    ['a button that does nothing', row(button({ custom_id: undefined })), /^custom_id is missing/],
    ['a custom_id of 101', row(button({ custom_id: 'c'.repeat(101) })), /^custom_id of 101/],
    ['a link with a custom_id', row(button({ style: 5, url: 'https://a.org' })), /^a link button with/],
    ['a link that leads nowhere', row(button({ style: 5, custom_id: undefined })), /^button url is missing/],
    ['a url in a plain button', row(button({ url: 'https://a.org' })), /^a url in a button/],
    ['no options', row(select({ options: [] })), /^0 options/],
    ['26 options', row(select({ options: options(26) })), /^26 options/],
    [
      'an option label of 101',
      row(select({ options: [option({ label: 'l'.repeat(101) })] })),
      /^option label/,
    ],
    [
      'an option value of 101',
      row(select({ options: [option({ value: 'v'.repeat(101) })] })),
      /^option value/,
    ],
    [
      'an option description of 101',
      row(select({ options: [option({ description: 'd'.repeat(101) })] })),
      /^option description/,
    ],
    [
      'a value twice',
      row(select({ options: [option(), option({ label: 'Two' })] })),
      /^option value 1 twice/,
    ],
    ['fewest over most', row(select({ min_values: 2, max_values: 1 })), /^min_values 2 and max_values 1/],
    ['more than there are', row(select({ max_values: 2 })), /^max_values is over the number/],
    ['a placeholder of 151', row(select({ placeholder: 'p'.repeat(151) })), /^placeholder of 151/],
    [
      'two chosen before where one can be',
      row(select({ options: options(2).map((each) => ({ ...each, default: true })) })),
      /^2 options are chosen before/,
    ],
    [
      'eleven pictures',
      { type: 12, items: many(11, () => ({ media: { url: 'https://a.org/b.png' } })) },
      /^11 pictures/,
    ],
    ['a picture that is not sent', gallery('bars.png'), /no file bars.png is sent with it/],
    ['a picture with no address', { type: 12, items: [{ media: { url: 'bars.png' } }] }, /has no address/],
    [
      'a picture described in 1,025',
      { type: 12, items: [{ media: { url: 'https://a.org/b.png' }, description: 'd'.repeat(1025) }] },
      /^picture description of 1025/,
    ],
    [
      'a section of buttons',
      { type: 9, components: [row(button())], accessory: button() },
      /holds only texts/,
    ],
    ['a section without anything beside', { type: 9, components: [textDisplay('a')] }, /^a section without/],
    ['a container in a container', { type: 17, components: [container()] }, /that no container holds/],
    ['an input of modals', { type: 18, label: 'l', component: { type: 4 } }, /of type 18 in a message/],
  ])('in Components V2, %s is not taken', (_name, component, wrong) => {
    expect(shown([component])).toContainEqual(expect.stringMatching(wrong));
  });

  test('all texts are counted together, and all components with those inside them', () => {
    const texts = [container(textDisplay('t'.repeat(3999))), textDisplay('tt')];
    expect(shown(texts)).toEqual(['4001 characters over all texts, at most 4000']);
    const rows = many(20, (at) => row(button({ custom_id: `b${at}` })));
    expect(shown([...rows, textDisplay('t')])).toEqual(['41 components, at most 40']);
  });

  test('what is touched is told apart in all of it', () => {
    expect(shown([row(button()), container(row(button()))])).toEqual(['custom_id next twice']);
    expect(
      shown([
        { ...textDisplay('a'), id: 7 },
        { ...textDisplay('b'), id: 7 },
      ]),
    ).toEqual(['id 7 twice']);
  });

  test('a file is shown by a component, or nobody sees it', () => {
    expect(shown([textDisplay('a')], named('copy.md'))).toEqual(['no component shows the file copy.md']);
    expect(posted({ content: 'a' }, named('copy.md'))).toEqual([]);
    expect(
      posted(
        { content: 'a' },
        many(11, (at) => ({ name: `${at}.md` })),
      ),
    ).toEqual(['11 files, at most 10']);
    expect(posted({ content: 'a' }, named('a.md', 'a.md'))).toEqual(['a file a.md twice']);
    expect(posted({ content: 'a', attachments: [{ id: '1' }] }, named('a.md'))).toEqual([
      'attachment 1 is no file of this message',
    ]);
  });

  test('an edit may leave out what stays, and not leave nothing', () => {
    const edited = (body: Fields) =>
      limitsOf('PATCH', `/channels/${ID}/messages/${ID}`, { ...QUIET, ...body });
    expect(edited({ components: [textDisplay('a')] })).toEqual([]);
    expect(edited({ components: [gallery('bars.png')] })).toEqual([]);
    expect(edited({ attachments: [], components: [gallery('bars.png')] })).toEqual([
      'picture: no file bars.png is sent with it',
    ]);
    expect(edited({ content: '', components: [] })).toEqual(['an empty message']);
    expect(edited({ content: 'a', nonce: 'n', enforce_nonce: true })).toEqual([
      'a nonce is of a message that is posted',
    ]);
  });
});

describe('an answer to an interaction', () => {
  test('may be shown to one person alone, and says itself that it is Components V2', () => {
    const alone = { ...QUIET, flags: V2 | EPHEMERAL, components: [textDisplay('a')] };
    expect(answered(4, alone)).toEqual([]);
    expect(limitsOf('POST', `/webhooks/${ID}/token`, alone)).toEqual([]);
    const original = `/webhooks/${ID}/token/messages/@original`;
    expect(limitsOf('PATCH', original, { ...alone, flags: V2 })).toEqual([]);
    expect(limitsOf('PATCH', original, alone)).toEqual([expect.stringMatching(/^flags 32832 cannot be set/)]);
    expect(limitsOf('PATCH', original, { ...QUIET, components: [textDisplay('a')] })).toEqual([
      'a component of type 10 without the flag of Components V2',
    ]);
  });

  test('a deferral says only who will see it', () => {
    expect(answered(5)).toEqual([]);
    expect(answered(5, { flags: EPHEMERAL })).toEqual([]);
    expect(answered(5, { flags: EPHEMERAL | V2 })).toEqual(['a deferral with flags 32832']);
    expect(answered(5, { content: 'a' })).toEqual(['a deferral says nothing yet']);
    expect(answered(6)).toEqual([]);
    expect(answered(6, { flags: EPHEMERAL })).toEqual(['a deferred update carries nothing']);
    expect(answered(3)).toEqual(['a first response of type 3']);
  });

  test('25 choices of 100 characters', () => {
    const choices = (number: number, length = 100) =>
      many(number, () => ({ name: 'n'.repeat(length), value: 'v'.repeat(length) }));
    expect(answered(8, { choices: choices(25) })).toEqual([]);
    expect(answered(8, { choices: [] })).toEqual([]);
    expect(answered(8, { choices: choices(26) })).toEqual(['26 choices, 0 to 25']);
    expect(answered(8, { choices: choices(1, 101) })).toEqual([
      'choice name of 101 characters, at most 100',
      'choice value of 101 characters, at most 100',
    ]);
  });
});

describe('a modal', () => {
  const input = (more: Fields = {}) => ({ type: 4, style: 2, custom_id: 'text', ...more });
  const label = (component: Fields, more: Fields = {}) => ({ type: 18, label: 'Answer', component, ...more });
  const modal = (components: readonly Fields[], more: Fields = {}) =>
    answered(9, { title: 'Your answers', custom_id: 'form', components, ...more });

  test('at its limits is taken', () => {
    const five = many(5, (at) =>
      label(input({ custom_id: `i${at}`, value: 'v'.repeat(4000), max_length: 4000, required: false }), {
        label: 'l'.repeat(45),
        description: 'd'.repeat(100),
      }),
    );
    expect(modal(five, { title: 't'.repeat(45), custom_id: 'c'.repeat(100) })).toEqual([]);
    expect(
      modal([
        textDisplay('a'),
        label({ type: 21, custom_id: 'r', options: options(10) }),
        label({ type: 22, custom_id: 'c', options: options(10), min_values: 0, required: false }),
        label({ type: 19, custom_id: 'f', min_values: 0, required: false, file_types: ['.txt', '.md'] }),
        label({ type: 5, custom_id: 'u', max_values: 25 }),
      ]),
    ).toEqual([]);
  });

  test.each<[string, Fields, RegExp]>([
    ['a title of 46', { title: 't'.repeat(46) }, /^modal title of 46/],
    ['no title', { title: '' }, /^modal title is empty/],
    ['a custom_id of 101', { custom_id: 'c'.repeat(101) }, /^custom_id of 101/],
    ['flags', { flags: EPHEMERAL }, /^a modal carries no flags/],
    ['nothing in it', { components: [] }, /^0 components in a modal/],
    [
      'six of them',
      { components: many(6, (at) => label(input({ custom_id: `i${at}` }))) },
      /^6 components in a modal/,
    ],
    ['the same id twice', { components: [label(input()), label(input())] }, /^custom_id text twice/],
  ])('with %s is not taken', (_name, more, wrong) => {
    expect(modal([label(input())], more)).toContainEqual(expect.stringMatching(wrong));
  });

  test.each<[string, Fields, RegExp]>([
    ['a row of old', row(input()), /^a component of type 1 in a modal/],
    ['a bare input', input(), /^a component of type 4 in a modal/],
    ['an empty text', textDisplay(''), /^text display is empty/],
    ['a label of 46', label(input(), { label: 'l'.repeat(46) }), /^label of 46/],
    ['a description of 101', label(input(), { description: 'd'.repeat(101) }), /^label description of 101/],
    ['a button under a label', label(button()), /^a component of type 2 under a label/],
    ['room for 4,001', label(input({ max_length: 4001 })), /max_length 4001/],
    ['a value over its room', label(input({ max_length: 3, value: 'four' })), /over max_length/],
    ['a value of 4,001', label(input({ value: 'v'.repeat(4001) })), /^value of 4001/],
    ['a placeholder of 101', label(input({ placeholder: 'p'.repeat(101) })), /^placeholder of 101/],
    ['an input without a style', label(input({ style: undefined })), /^a text input without a style/],
    ['two labels', label(input({ label: 'Mine' })), /has none of its own/],
    ['one radio button', label({ type: 21, custom_id: 'r', options: options(1) }), /^1 options, 2 to 10/],
    [
      'eleven radio buttons',
      label({ type: 21, custom_id: 'r', options: options(11) }),
      /^11 options, 2 to 10/,
    ],
    ['eleven files', label({ type: 19, custom_id: 'f', max_values: 11 }), /max_values 11, at most 10/],
    [
      'none of a file that is required',
      label({ type: 19, custom_id: 'f', min_values: 0 }),
      /^min_values is 0/,
    ],
    ['a type of file', label({ type: 19, custom_id: 'f', file_types: ['text/plain'] }), /^file_types/],
    ['a select that is disabled', label(select({ disabled: true })), /cannot be disabled/],
  ])('%s is not taken', (_name, component, wrong) => {
    expect(modal([component])).toContainEqual(expect.stringMatching(wrong));
  });
});

describe('a thread', () => {
  const opened = (body: Fields) => limitsOf('POST', `/channels/${ID}/threads`, { type: 12, ...body });

  test('has a name of 1 to 100 characters, of which something is left', () => {
    expect(opened({ name: 'n'.repeat(100), auto_archive_duration: 10_080 })).toEqual([]);
    expect(opened({ name: '👩‍💻 engineer' })).toEqual([]);
    expect(opened({ name: 'n'.repeat(101) })).toEqual(['thread name of 101 characters, at most 100']);
    expect(opened({ name: '\u200B\u0007 \u2060' })).toEqual([expect.stringMatching(/^nothing is left/)]);
    expect(opened({ name: '' })).toEqual(['thread name is empty', expect.stringMatching(/^nothing is left/)]);
    expect(opened({ name: 'n', auto_archive_duration: 30 })).toEqual([
      'a thread is not archived after 30 minutes',
    ]);
  });

  test('is archived without a name', () => {
    expect(limitsOf('PATCH', `/channels/${ID}`, { archived: true })).toEqual([]);
    expect(limitsOf('PATCH', `/channels/${ID}`, { name: ' ' })).not.toEqual([]);
  });
});

describe('a command', () => {
  const string = (more: Fields = {}) => ({ type: 3, name: 'role', description: 'A role', ...more });
  const sub = (name: string, ...inside: readonly Fields[]) => ({
    type: 1,
    name,
    description: 'd',
    options: inside,
  });
  const command = (more: Fields = {}) => ({ type: 1, name: 'practice-failure', description: 'd', ...more });
  const put = (...commands: readonly Fields[]) => limitsOf('PUT', `/applications/${ID}/commands`, commands);
  const group = (...inside: readonly Fields[]) => ({
    type: 2,
    name: 'team',
    description: 'd',
    options: inside,
  });

  test('at its limits is taken', () => {
    expect(
      put(
        command({
          name: 'n'.repeat(32),
          description: 'd'.repeat(100),
          name_localizations: { th: 'ฝึกซ้อม', hi: 'अभ्यास' },
          options: [
            sub('start', ...many(25, (at) => string({ name: `o${at}` }))),
            group(sub('invite', string({ required: true }), string({ name: 'where', choices: choices(25) }))),
          ],
        }),
        { type: 3, name: 'Critique this answer' },
      ),
    ).toEqual([]);
  });

  test.each<[string, Fields, RegExp]>([
    ['a capital', { name: 'Practice' }, /"Practice" is no name/],
    ['a blank in its name', { name: 'practice failure' }, /is no name/],
    ['a name of 33', { name: 'n'.repeat(33) }, /is no name/],
    ['a capital in another language', { name_localizations: { de: 'Übung' } }, /"Übung" is no name/],
    ['no description', { description: '' }, /description is empty/],
    ['a description of 101', { description: 'd'.repeat(101) }, /description of 101/],
    ['a long description elsewhere', { description_localizations: { de: 'd'.repeat(101) } }, /of 101/],
    ['26 options', { options: many(26, (at) => string({ name: `o${at}` })) }, /26 options/],
    ['an option twice', { options: [string(), string()] }, /option role twice/],
    ['26 choices', { options: [string({ choices: choices(26) })] }, /role: 26 choices/],
    [
      'a choice of 101',
      { options: [string({ choices: [{ name: 'n'.repeat(101), value: 'v' }] })] },
      /of 101/,
    ],
    ['a choice twice', { options: [string({ choices: [...choices(1), ...choices(1)] })] }, /choice c0 twice/],
    [
      'choices and autocomplete',
      { options: [string({ choices: choices(1), autocomplete: true })] },
      /exclude another/,
    ],
    [
      'what is needed after what is not',
      { options: [string(), string({ name: 'where', required: true })] },
      /a required option after/,
    ],
    ['a sub-command beside an option', { options: [sub('start'), string()] }, /beside plain options/],
    ['a sub-command in a sub-command', { options: [sub('start', sub('now'))] }, /holds no other/],
    ['a group in a group', { options: [group(group(sub('a')))] }, /holds only sub-commands/],
    ['an empty group', { options: [group()] }, /a group of nothing/],
  ])('with %s is not taken', (_name, more, wrong) => {
    expect(put(command(more))).toContainEqual(expect.stringMatching(wrong));
  });

  test('each field counts at its longest, against 8,000 together', () => {
    const long = command({
      name: 'n',
      description: 'd',
      name_localizations: { de: 'nn' },
      options: [string({ name: 'o', description: 'd', choices: [{ name: 'c', value: 'vv' }] })],
    });
    expect(charactersOf(long)).toBe(2 + 1 + 2 + 3);
    const full = many(25, (at) => sub(`s${at}`, ...many(4, (of) => ({ ...string(), name: `o${of}` }))));
    const filled = full.map((each) => ({ ...each, description: 'd'.repeat(100) }));
    const heavy = filled.map((each) => ({
      ...each,
      options: each.options.map((one) => ({ ...one, description: 'd'.repeat(100) })),
    }));
    expect(put(command({ options: filled }))).toEqual([]);
    expect(put(command({ options: heavy }))).toEqual([expect.stringMatching(/characters, at most 8000$/)]);
  });

  test('has a name of its own', () => {
    expect(put(command(), command())).toEqual(['command 1 practice-failure twice']);
    expect(put({ type: 3, name: 'Critique', description: 'd' })).toEqual([
      'only slash commands have a description',
    ]);
  });
});

describe('Discord’s own description', () => {
  test.skipIf(!contractsWereChecked())('finds what the limits do not name', () => {
    const post = (body: Fields) =>
      violationsOf({
        method: 'POST',
        path: `/channels/${ID}/messages`,
        body: { ...QUIET, ...body },
        files: [],
      });
    expect(post({ content: 'a', tts: false })).toEqual([]);
    expect(post({ content: 'a', tts: 'no' })).toEqual([expect.stringMatching(/^openapi: \/tts must be/)]);
    expect(post({ content: 'a', allowed_mention: {} })).toEqual([
      'openapi: no field is called allowed_mention',
    ]);
    const nested = { flags: V2, components: [row({ ...button(), colour: 1 })] };
    expect(post(nested)).toEqual(['openapi: no field is called components.components.colour']);
    const recipient = { method: 'POST', path: '/users/@me/channels', files: [] };
    expect(violationsOf({ ...recipient, body: { recipient_id: ID } })).toEqual([]);
    expect(violationsOf({ ...recipient, body: { recipient_id: 12 } })).toEqual([
      expect.stringMatching(/^openapi: \/recipient_id /),
    ]);
  });

  test.skipIf(!contractsWereChecked())('takes the original answer by its own name', () => {
    const path = `/webhooks/${ID}/token/messages/@original`;
    const body = { ...QUIET, content: 'a' };
    expect(violationsOf({ method: 'PATCH', path, body, files: [] })).toEqual([]);
    expect(violationsOf({ method: 'PATCH', path, body: { ...body, content: 3 }, files: [] })).toContainEqual(
      expect.stringMatching(/^openapi: \/content must be/),
    );
  });
});

function v2(more: Fields): Fields {
  return { flags: V2, components: [textDisplay('a')], ...more };
}

function container(...inside: readonly Fields[]): Fields {
  return { type: 17, components: inside.length === 0 ? [textDisplay('a')] : inside };
}

function five(at: number): Fields[] {
  return many(5, (of) => button({ custom_id: `b${at}-${of}` }));
}

function choices(number: number): Fields[] {
  return many(number, (at) => ({ name: `c${at}`, value: `v${at}` }));
}
