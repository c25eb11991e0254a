import { ButtonStyle, ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCustomId } from '../../../adapters/discord/custom-id.ts';
import type { DiscordMessage, PlainMessage } from '../../../adapters/discord/render/message.ts';
import { renderCard, renderPlain } from '../../../adapters/discord/render/render.ts';
import { type Block, type Button, type Card, quote, text } from '../../../src/card/card.ts';
import { AT_FIVE_IN_NEW_YORK, everyBlock } from '../../card/every-block.ts';
import { oneStep } from '../../card/one-step.ts';
import { anyUnits, anyWriting } from '../../text/any-text.ts';
import { actsIn, componentsIn, refused, refusedPlain, seen, textsOf } from './seen.ts';

const USER = '18446744073709551615';
const ADA = { userId: USER, writesInForm: false };
const IN_FORMS = { userId: USER, writesInForm: true };
const SESSION = '0f8fad5b-d9cb-469f-a165-70867728950e';
const origin = { sessionId: SESSION, turn: 4 };
const MORE: Button = { action: 'more', word: 'more', label: 'More' };
const GO: Button = { action: 'go', word: 'go', label: 'Look at it', style: 'primary' };
const REDO: Button = { action: 'redo', word: 'redo', label: 'Rewrite a step' };
const RATINGS = ['setting', 'failure', 'lesson'].map(
  (label): Block => ({
    kind: 'input',
    input: { type: 'rating', id: label, label, choices: ['not yet', 'there, but thin', 'clear'] },
  }),
);
const PICTURE: Block = {
  kind: 'picture',
  picture: oneStep(),
  alt: 'Setting clear.',
};

function card(blocks: readonly Block[], rest: Partial<Card> = {}): Card {
  return { v: 1, origin, blocks, buttons: [], asks: 'nothing', ...rest };
}

function only(of: Card, to = ADA): DiscordMessage {
  const [message, ...others] = renderCard(of, to);
  expect(others).toEqual([]);
  if (message === undefined) throw new Error('no message');
  expect(refused(message)).toEqual([]);
  return message;
}

/** The texts of a card's one message, as Markdown. */
const markdown = (...blocks: Block[]) => textsOf(only(card(blocks)));
const without = (shown: string) => shown.replace(/\s+/g, '');

/** The buttons of a message, row by row: what is on them, what they carry and how they look. */
function buttonsOf(message: DiscordMessage | PlainMessage | undefined) {
  return componentsIn(message?.components)
    .filter(({ type }) => type === ComponentType.Button)
    .map(({ label, custom_id: id, style }) => ({ label, id: decodeCustomId(String(id)), style }));
}

const labelsOf = (message: DiscordMessage | PlainMessage | undefined) =>
  buttonsOf(message).map(({ label }) => label);

describe('a card in Discord', () => {
  test('the coach’s words stand as they are, a person’s in italics between quotation marks', () => {
    expect(markdown(text('You said ', quote('A YES *ON* THE <PHONE>'), '. That is a real one.'))).toEqual([
      'You said *"A YES \\*ON\\* THE \\<PHONE>"*. That is a real one.',
    ]);
  });

  test('words of several lines, and two quotes side by side, are no italics that end too soon', () => {
    expect(markdown(text(quote('ONE\n# TWO')))).toEqual(['"ONE\n\\# TWO"']);
    expect(markdown(text(quote('ONE'), quote('TWO')))).toEqual(['*"ONE"*"TWO"']);
    expect(markdown(text(quote('ONE'), ' · ', quote('TWO')))).toEqual(['*"ONE"* · *"TWO"*']);
  });

  test('a mark that begins in one piece of a sentence and ends in the next does not act', () => {
    expect(actsIn([only(card([text('one\n1', '. two https:', '//ex.org')]))])).toEqual([]);
  });

  test('a time is shown to each by their own clock, with the planner’s beside it', () => {
    const time = { ...AT_FIVE_IN_NEW_YORK, shows: 'time', there: '17:30 in *New York*' } as const;
    const said = text('It begins ', AT_FIVE_IN_NEW_YORK, ', that is ', time, '.');
    expect(markdown(said)).toEqual([
      'It begins <t:1804199400:F> (Thursday 17\\:30 in New York), that is <t:1804199400:t> (17\\:30 in \\*New York\\*).',
    ]);
    expect(renderPlain(card([said]), ADA).map(({ content }) => content)).toEqual(markdown(said));
  });

  test('a label stands before its one line, or above its lines, in a text of its own', () => {
    expect(
      markdown({
        kind: 'fields',
        fields: [
          { label: 'KEEP', lines: [[quote('I RANG THEM')], ['Plain and yours.']] },
          { label: 'LENGTH', lines: [['About 35 seconds.']] },
          { label: 'ALONE', lines: [] },
        ],
      }),
    ).toEqual(['**KEEP**\n*"I RANG THEM"*\nPlain and yours.', '**LENGTH**  About 35 seconds.', '**ALONE**']);
  });

  test('a passage is a quote under its title, a list has a mark each, and more lines stay in their item', () => {
    expect(
      markdown(
        { kind: 'passage', title: 'Your answer so far', text: '\nIT WAS LATE.\n\n- I KNEW.\n', by: 'person' },
        { kind: 'list', items: [['one'], ['two: ', quote('MINE')], ['three\nlines\n- long']] },
      ),
    ).toEqual([
      '**Your answer so far**\n> IT WAS LATE.\n> \n> \\- I KNEW.',
      '- one\n- two: *"MINE"*\n- three\n  lines\n  \\- long',
    ]);
  });

  test('the first screen of a critique is read part by part, as in the terminal', () => {
    const message = only(
      card(
        [
          text('Right story, one thing to fix.'),
          {
            kind: 'fields',
            fields: [
              { label: 'KEEP', lines: [[quote('I never got it in writing.')], ['Plain and yours.']] },
              {
                label: 'CHANGE',
                lines: [[quote('be more careful')], ['What do you do now?'], ['Shape: "Now I [what?]."']],
              },
              { label: 'STEPS', lines: [['clear: setting · thin: since then']] },
              { label: 'LENGTH', lines: [['About 35 seconds.']] },
              { label: 'NEXT', lines: [['They may ask: "How did sales react?"']] },
            ],
          },
        ],
        { buttons: [GO, MORE] },
      ),
    );
    expect(seen([message])).toBe(
      [
        'Right story, one thing to fix.',
        'KEEP\n"I never got it in writing."\nPlain and yours.',
        'CHANGE\n"be more careful"\nWhat do you do now?\nShape: "Now I [what?]."',
        'STEPS  clear: setting · thin: since then',
        'LENGTH  About 35 seconds.',
        'NEXT  They may ask: "How did sales react?"',
      ].join('\n'),
    );
    expect(labelsOf(message)).toEqual(['Look at it', 'More']);
  });

  test('a picture is shown with its description, and is sent along', () => {
    const message = only(card([text('Look:'), PICTURE, PICTURE]));
    expect(message.components.slice(1)).toEqual(
      ['scorecard.png', 'scorecard-2.png'].map((name) => ({
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${name}` }, description: 'Setting clear.' }],
      })),
    );
    expect(message.pictures?.map(({ name, alt }) => [name, alt])).toEqual([
      ['scorecard.png', 'Setting clear.'],
      ['scorecard-2.png', 'Setting clear.'],
    ]);
    expect(only(card([text('No picture.')]))).not.toHaveProperty('pictures');
  });

  test('a button carries what it does, whose card it is and of which turn; the word to type is not shown', () => {
    const message = only(card([text('How?')], { buttons: [{ ...GO, word: '/practice-failure' }, MORE] }));
    expect(buttonsOf(message)).toEqual([
      {
        label: 'Look at it',
        id: { kind: 'press', action: 'go', userId: USER, sessionId: SESSION, turn: 4 },
        style: ButtonStyle.Primary,
      },
      {
        label: 'More',
        id: { kind: 'press', action: 'more', userId: USER, sessionId: SESSION, turn: 4 },
        style: ButtonStyle.Secondary,
      },
    ]);
    expect(JSON.stringify(message)).not.toContain('/practice-failure');
  });

  test('what deletes looks like it', () => {
    const erase: Button = {
      action: 'erase-yes',
      word: 'delete everything',
      label: 'Delete everything',
      style: 'danger',
    };
    expect(buttonsOf(only(card([text('Sure?')], { buttons: [erase] })))[0]?.style).toBe(ButtonStyle.Danger);
  });

  test('the form of all answers stands before more, in place of the choice of a step', () => {
    const message = only(card([text('Shall I look?')], { buttons: [GO, REDO, MORE], form: 'answers' }));
    expect(buttonsOf(message).map(({ label, id }) => [label, id?.kind, id?.action])).toEqual([
      ['Look at it', 'press', 'go'],
      ['Edit in a form', 'open', 'answers'],
      ['More', 'press', 'more'],
    ]);
  });

  test('without more the form comes last, and a card that can be shown to somebody says so', () => {
    const message = only(card([text('Read.')], { buttons: [GO], form: 'answers', share: true }));
    expect(labelsOf(message)).toEqual(['Look at it', 'Edit in a form', 'Share with a coach']);
  });

  test('six choices and two forms are rows of five', () => {
    const buttons = ['a', 'b', 'c', 'd', 'e', 'f'].map((word) => ({ action: word, word, label: word }));
    const { components } = only(card([text('Hm.')], { buttons, form: 'answers', share: true }), IN_FORMS);
    const rows = components.flatMap((row) =>
      row.type === ComponentType.ActionRow ? [row.components.length] : [],
    );
    expect(rows).toEqual([5, 3]);
  });

  test('two buttons that do the same are one', () => {
    const message = only(card([text('Hm.')], { buttons: [GO, MORE, { ...GO, label: 'Again' }] }));
    expect(labelsOf(message)).toEqual(['Look at it', 'More']);
  });
});

describe('where what is typed is not heard', () => {
  test('a question has first of all a button to write the answer, and no other is the main one', () => {
    const message = only(card([text('What happened?')], { buttons: [GO, MORE], asks: 'answer' }), IN_FORMS);
    expect(buttonsOf(message).map(({ label, id, style }) => [label, id?.kind, id?.action, style])).toEqual([
      ['Write your answer', 'open', 'write', ButtonStyle.Primary],
      ['Look at it', 'press', 'go', ButtonStyle.Secondary],
      ['More', 'press', 'more', ButtonStyle.Secondary],
    ]);
  });

  test('a card that asks for no words has none', () => {
    const message = only(card([text('Choose.')], { buttons: [GO] }), IN_FORMS);
    expect(buttonsOf(message)).toMatchObject([{ label: 'Look at it', style: ButtonStyle.Primary }]);
  });

  test('elsewhere one simply types', () => {
    expect(labelsOf(only(card([text('What happened?')], { buttons: [GO], asks: 'answer' })))).toEqual([
      'Look at it',
    ]);
  });
});

describe('what a card asks for', () => {
  const choice = (count: number, rest: object = {}): Block => ({
    kind: 'input',
    input: {
      type: 'choice',
      id: 'weakest',
      label: 'Which step felt weakest?',
      options: Array.from({ length: count }, (_, index) => ({
        value: `v${index}`,
        label: `part *${index}*`,
      })),
      ...rest,
    },
  });
  const menusOf = (message: DiscordMessage | PlainMessage | undefined) =>
    componentsIn(message?.components).filter(({ type }) => type === ComponentType.StringSelect);

  test('a choice is a menu that answers at once: what is picked is in its values', () => {
    const message = only(card([choice(2, { value: 'v1' })]));
    const [menu, ...others] = menusOf(message);
    expect(others).toEqual([]);
    expect(decodeCustomId(String(menu?.custom_id))).toEqual({
      kind: 'press',
      action: 'weakest',
      userId: USER,
      ...origin,
    });
    expect(menu?.options).toEqual([
      { value: 'v0', label: 'part *0*' },
      { value: 'v1', label: 'part *1*', default: true },
    ]);
    expect(menu).not.toHaveProperty('max_values');
    expect(seen([message])).toContain('Which step felt weakest?');
  });

  test('several at once are ticked in one menu', () => {
    expect(menusOf(only(card([choice(5, { many: true })])))).toMatchObject([
      { min_values: 1, max_values: 5, placeholder: 'Pick one or more' },
    ]);
  });

  test('sixty options are three menus with ids of their own, for the same input', () => {
    const menus = menusOf(only(card([choice(60)])));
    expect(menus.map(({ options }) => Array.isArray(options) && options.length)).toEqual([25, 25, 10]);
    expect(menus.map(({ custom_id: id }) => decodeCustomId(String(id))?.action)).toEqual(
      Array(3).fill('weakest'),
    );
  });

  test('ratings are one line and one button to a form', () => {
    const message = only(card([text('How does each step feel?'), ...RATINGS], { buttons: [GO] }));
    expect(seen([message])).toContain('setting · failure · lesson (not yet / there, but thin / clear)');
    expect(buttonsOf(message).map(({ label, id }) => [label, id?.kind, id?.action])).toEqual([
      ['Rate the parts', 'open', 'ratings'],
      ['Look at it', 'press', 'go'],
    ]);
  });

  test('a clock is counted down by Discord itself, from the second it began', () => {
    const clock = { startedAt: '2026-11-25T20:00:00.400Z', seconds: 90 };
    const over = Date.parse('2026-11-25T20:01:31.000Z') / 1_000;
    for (const render of [renderCard, renderPlain])
      expect(
        textsOf(render(card([text('Speak now.')], { clock }), ADA)[0] ?? { components: [] }).join('\n'),
      ).toContain(`Time until <t:${over}:T>, <t:${over}:R>.`);
  });

  test('the plainest form keeps its menus where there is room, and says the options where there is none', () => {
    const [small] = renderPlain(card([text('Hm.'), choice(3)], { buttons: [GO] }), ADA);
    expect(menusOf(small)).toHaveLength(1);
    expect(small?.content).not.toContain('part \\*0');
    const [large] = renderPlain(card([text('Hm.'), choice(120)], { buttons: [GO] }), ADA);
    expect(menusOf(large)).toHaveLength(0);
    expect(large?.content).toContain('part \\*0\\* · part \\*1\\*');
    expect(labelsOf(large)).toEqual(['Look at it']);
  });

  test('a card of every kind of block is taken by Discord, richly and plainly, and says all its words', () => {
    const every: Card = { ...everyBlock, origin, form: 'answers', share: true };
    const rich = renderCard(every, IN_FORMS);
    const plain = renderPlain(every, IN_FORMS);
    for (const message of rich) expect(refused(message)).toEqual([]);
    for (const message of plain) expect(refusedPlain(message)).toEqual([]);
    expect([actsIn(rich), actsIn(plain)]).toEqual([[], []]);
    expect(rich).toHaveLength(1);
    expect(rich[0]?.pictures?.[0]?.alt).toBe('Setting clear.');
    for (const [messages, picture] of [
      [rich, ''],
      [plain, 'Setting clear.'],
    ] as const)
      for (const said of [
        'You said "A YES ON THE PHONE". That is a real one.',
        'KEEP "I RANG THEM" Plain and yours.',
        'first tip',
        'your words: "NEVER IN WRITING"',
        'Your draft THE WHOLE DRAFT.',
        'A sample.',
        picture,
        'In your words: TYPED',
        'How clear was it (not yet / clear)',
        'Which step',
        'With whom',
        'When (Europe/Berlin)',
      ])
        expect(without(seen(messages))).toContain(without(said));
    expect(labelsOf(rich[0])).toEqual([
      'Rate the parts',
      'Write your answer',
      'Rewrite it',
      'Edit in a form',
      'Share with a coach',
    ]);
  });
});

describe('a card that is longer than a message', () => {
  const long = `${'I never asked for the guest list & I *knew* it. '.repeat(830)}The end of it.`;

  test('comes in several, all of its words in their order, the buttons on the last', () => {
    const of = card([{ kind: 'passage', text: long, by: 'person' }], { buttons: [GO, MORE] });
    for (const messages of [renderCard(of, ADA), renderPlain(of, ADA)]) {
      expect(without(seen(messages))).toBe(without(long));
      expect(messages.map((message) => labelsOf(message).length)).toEqual([
        ...messages.slice(1).map(() => 0),
        2,
      ]);
      // Nobody gets buttons without a word beside them.
      expect(textsOf(messages.at(-1) ?? { components: [] })).not.toEqual([]);
    }
    for (const message of renderCard(of, ADA)) expect(refused(message)).toEqual([]);
    for (const message of renderPlain(of, ADA)) expect(refusedPlain(message)).toEqual([]);
  });

  test('forty thousand characters are about eleven messages, and all come through where each is escaped', () => {
    const messages = renderCard(card([{ kind: 'passage', text: long, by: 'person' }]), ADA);
    expect(messages.length).toBeLessThanOrEqual(12);
    const marks = '*_~|'.repeat(10_000);
    for (const render of [renderCard, renderPlain]) {
      const shown = seen(
        render(card([{ kind: 'passage', text: marks, by: 'person' }], { buttons: [GO] }), ADA),
      );
      expect(without(shown)).toBe(marks);
    }
  });

  test('is cut neither in an emoji nor between a backslash and its mark', () => {
    const family = '👨‍👩‍👧‍👦*'.repeat(1_000);
    for (const render of [renderCard, renderPlain]) {
      const messages = render(card([text(quote(family))]), ADA);
      expect(actsIn(messages)).toEqual([]);
      for (const piece of messages.flatMap(textsOf))
        expect(piece).toMatch(/^"?(?:👨‍👩‍👧‍👦(?:\\\*)?|\\\*)*"?$/u);
    }
  });

  test('a piece that begins in the middle of a line makes no heading and no list of it', () => {
    const line = `${'word '.repeat(380)}# heading ${'word '.repeat(378)}- item ${'word '.repeat(20)}`;
    for (const render of [renderCard, renderPlain])
      for (let shift = 0; shift < 6; shift += 1)
        expect(actsIn(render(card([text(`${'x'.repeat(shift)}${line}`)]), ADA))).toEqual([]);
  });

  test('of five of the longest answers the beginning and the end are shown, and the export is named', () => {
    const answers = ['one', 'two', 'three', 'four', 'five'].map((name) => ({
      kind: 'passage' as const,
      text: `${name} begins ${'*_**_ '.repeat(6_600)} ${name} ends`,
      by: 'person' as const,
    }));
    const of = card(answers, { buttons: [GO, MORE] });
    for (const [messages, most] of [
      [renderCard(of, ADA), 25],
      [renderPlain(of, ADA), 49],
    ] as const) {
      expect(messages.length).toBeLessThanOrEqual(most);
      expect(seen(messages)).toMatch(/^one begins /u);
      expect(seen(messages)).toContain('five ends');
      expect(seen(messages)).toMatch(/… and \d+,\d+ more words\. Your whole answer is in the export\./u);
      expect(labelsOf(messages.at(-1))).toEqual(['Look at it', 'More']);
    }
  });

  test('a hundred blocks are no message of more than forty components', () => {
    const many = Array.from({ length: 100 }, (_, index) => text(`line ${index}`));
    const messages = renderCard(card(many, { buttons: [GO] }), ADA);
    expect(messages).toHaveLength(3);
    for (const message of messages) expect(refused(message)).toEqual([]);
    expect(seen(messages)).toBe(many.map((_, index) => `line ${index}`).join('\n'));
  });

  test('a thousand options are menus over several messages, each taken by Discord', () => {
    const options = Array.from({ length: 1_000 }, (_, index) => ({
      value: `v${index}`,
      label: '&'.repeat(120),
    }));
    const messages = renderCard(
      card([text('Hm.'), { kind: 'input', input: { type: 'choice', id: 'c', label: 'Which?', options } }]),
      ADA,
    );
    for (const message of messages) expect(refused(message)).toEqual([]);
    expect(JSON.stringify(messages).match(/"v\d+"/g)).toHaveLength(1_000);
  });
});

describe('words of a person in Discord', () => {
  const nasty =
    '<@123456789012345678> <#1> @everyone </start:1> <t:1:R> <a:x:1> [click](https://evil.example) ||x|| *b* _i_ `c` :tada:';

  test('wake nobody and link nowhere: they come out as they were typed, letter for letter', () => {
    const everywhere = card(
      [
        text(quote(nasty), nasty),
        { kind: 'fields', fields: [{ label: nasty, lines: [[quote(nasty)]] }] },
        { kind: 'list', items: [[quote(nasty)]] },
        { kind: 'passage', title: nasty, text: nasty, by: 'person' },
        { kind: 'input', input: { type: 'text', id: 't', label: nasty, value: nasty, maxLength: 500 } },
        {
          kind: 'input',
          input: { type: 'choice', id: 'c', label: nasty, options: [{ value: 'a', label: nasty }] },
        },
      ],
      { buttons: [{ action: 'go', word: 'go', label: nasty }] },
    );
    for (const messages of [renderCard(everywhere, ADA), renderPlain(everywhere, ADA)]) {
      expect(seen(messages).split(nasty).length - 1).toBe(10);
      expect(actsIn(messages)).toEqual([]);
    }
  });

  test('control characters and marks that turn a line are left out, emoji and accents stay', () => {
    const shown = seen(
      renderCard(card([text(quote('a\x1b[2Jb\x9b31mc\u0000d\u202Ee\ud800 Kraków 🇵🇱 👩🏽‍🍳 naïve'))]), ADA),
    );
    expect(shown).toBe('"a[2Jb31mcde Kraków 🇵🇱 👩🏽‍🍳 naïve"');
  });

  test('whatever anybody writes is taken by Discord, within its limits, and acts nowhere', () => {
    const anyWords = fc.oneof(
      anyUnits,
      anyWriting,
      fc.string({ unit: fc.constantFrom(...'*_~|`<>@#-:.1/\\[]() \n') }),
      fc
        .tuple(anyWriting, fc.integer({ min: 1, max: 600 }))
        .map(([part, times]) => part.repeat(times).slice(0, 6_000)),
    );
    fc.assert(
      fc.property(anyWords, (written) => {
        const any = card(
          [
            text(written, quote(written)),
            { kind: 'passage', title: written, text: written, by: 'person' },
            { kind: 'list', items: [[written], [quote(written)]] },
            { kind: 'fields', fields: [{ label: written, lines: [[quote(written)], []] }] },
            {
              kind: 'picture',
              picture: oneStep(),
              alt: written === '' ? 'a' : written,
            },
            { kind: 'input', input: { type: 'rating', id: 'r', label: written, choices: [written] } },
          ],
          {
            buttons: [{ ...GO, label: written === '' ? 'Go' : written }, MORE],
            form: 'answers',
            asks: 'answer',
          },
        );
        const rich = renderCard(any, IN_FORMS);
        const plain = renderPlain(any, IN_FORMS);
        for (const message of rich) expect(refused(message)).toEqual([]);
        for (const message of plain) expect(refusedPlain(message)).toEqual([]);
        expect([actsIn(rich), actsIn(plain)]).toEqual([[], []]);
      }),
      { numRuns: 60, examples: [[': :'], ['tada:'], [':']] },
    );
  });

  test('a card that says nothing is no message without a word', () => {
    for (const words of ['', ' \n', '\u200b']) {
      const nothing = card([text(words)], { buttons: [GO] });
      for (const message of renderCard(nothing, ADA))
        expect([refused(message), seen([message])]).toEqual([[], '…']);
      for (const message of renderPlain(nothing, ADA)) expect(refusedPlain(message)).toEqual([]);
    }
  });
});
