import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePress } from '../../../adapters/slack/press.ts';
import { MESSAGE_BLOCKS, MESSAGE_CHARACTERS, weightOf } from '../../../adapters/slack/render/limits.ts';
import { NEUTRAL_TEXT, type SlackMessage } from '../../../adapters/slack/render/message.ts';
import { clockLine, renderCard, renderClock, renderPlain } from '../../../adapters/slack/render/render.ts';
import { type Block, type Button, type Card, quote, text } from '../../../src/card/card.ts';
import { AT_FIVE_IN_NEW_YORK, everyBlock } from '../../card/every-block.ts';
import { oneStep } from '../../card/one-step.ts';
import { anyUnits, anyWriting } from '../../text/any-text.ts';
import { parsedBySlack, refused, seen } from './seen.ts';

const ADA = { userId: 'U1' };
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

function card(blocks: readonly Block[], rest: Partial<Card> = {}): Card {
  return { v: 1, origin, blocks, buttons: [], asks: 'nothing', ...rest };
}

function onlyBlocks(of: Card): SlackMessage['blocks'] {
  const messages = renderCard(of, ADA);
  expect(messages).toHaveLength(1);
  return messages[0]?.blocks ?? [];
}

const words = (messages: readonly SlackMessage[]) => seen(messages.flatMap(({ blocks }) => blocks));
const without = (shown: string) => shown.replace(/\s+/g, '');

/** The buttons of a message: its labels, ids and what they carry. */
function buttonsOf(message: SlackMessage | undefined) {
  return (message?.blocks ?? [])
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((element) =>
      element.type === 'button'
        ? [
            {
              label: element.text.text,
              id: element.action_id,
              press: decodePress(element.value ?? ''),
              style: element.style,
            },
          ]
        : [],
    );
}

describe('a card in Slack', () => {
  test('a notification says nothing of it', () => {
    for (const { text: notified } of renderCard(everyBlock, ADA)) expect(notified).toBe(NEUTRAL_TEXT);
  });

  test('the coach’s words stand as they are, a person’s in italics between quotation marks', () => {
    expect(
      onlyBlocks(card([text('You said ', quote('A YES <ON> THE *PHONE*'), '. That is a real one.')])),
    ).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'You said ' },
              { type: 'text', text: '"A YES <ON> THE *PHONE*"', style: { italic: true } },
              { type: 'text', text: '. That is a real one.' },
            ],
          },
        ],
      },
    ]);
  });

  test('a time is shown to each by their own clock, with the planner’s beside it and its words in reserve', () => {
    const time = { ...AT_FIVE_IN_NEW_YORK, shows: 'time', there: '17:30 in New York' } as const;
    expect(
      onlyBlocks(card([text('It begins ', AT_FIVE_IN_NEW_YORK, ', that is ', time, '.')])),
    ).toMatchObject([
      {
        elements: [
          {
            elements: [
              { type: 'text', text: 'It begins ' },
              {
                type: 'date',
                timestamp: 1_804_199_400,
                format: '{date_long_pretty} at {time} (Thursday 17:30 in New York)',
                fallback: 'Thursday 4 March 2027, 17:30 (America/New_York)',
              },
              { type: 'text', text: ', that is ' },
              { type: 'date', timestamp: 1_804_199_400, format: '{time} (17:30 in New York)' },
              { type: 'text', text: '.' },
            ],
          },
        ],
      },
    ]);
    expect(words(renderPlain(card([text('It begins ', AT_FIVE_IN_NEW_YORK, '.')]), ADA))).toBe(
      'It begins Thursday 4 March 2027, 17:30 (America/New_York).',
    );
  });

  test('a label stands before its one line, or above its lines, in a block of its own', () => {
    const blocks = onlyBlocks(
      card([
        {
          kind: 'fields',
          fields: [
            { label: 'KEEP', lines: [[quote('I RANG THEM')], ['Plain and yours.']] },
            { label: 'LENGTH', lines: [['About 35 seconds.']] },
          ],
        },
      ]),
    );
    expect(blocks.map((block) => seen([block]))).toEqual([
      'KEEP\n"I RANG THEM"\nPlain and yours.',
      'LENGTH  About 35 seconds.',
    ]);
    expect(JSON.stringify(blocks[0])).toContain('{"type":"text","text":"KEEP","style":{"bold":true}}');
  });

  test('a passage is a quote under its title, a list has a mark each', () => {
    const blocks = onlyBlocks(
      card([
        { kind: 'passage', title: 'Your answer so far', text: 'IT WAS LATE.\n\nI KNEW.', by: 'person' },
        { kind: 'list', items: [['one'], ['two: ', quote('MINE')]] },
      ]),
    );
    expect(blocks).toMatchObject([
      {
        elements: [
          { type: 'rich_text_section', elements: [{ text: 'Your answer so far', style: { bold: true } }] },
          { type: 'rich_text_quote', elements: [{ text: 'IT WAS LATE.\n\nI KNEW.' }] },
        ],
      },
      { elements: [{ type: 'rich_text_list', style: 'bullet', elements: [{}, {}] }] },
    ]);
  });

  test('a button carries what it does, whose card it is and of which turn; the word to type is not shown', () => {
    const [message] = renderCard(
      card([text('How?')], { buttons: [{ ...GO, word: '/practice-failure' }, MORE] }),
      ADA,
    );
    expect(buttonsOf(message)).toEqual([
      {
        label: 'Look at it',
        id: 'press:go',
        press: { action: 'go', userId: 'U1', sessionId: SESSION, turn: 4 },
        style: 'primary',
      },
      {
        label: 'More',
        id: 'press:more',
        press: { action: 'more', userId: 'U1', sessionId: SESSION, turn: 4 },
        style: undefined,
      },
    ]);
    expect(JSON.stringify(message)).not.toContain('/practice-failure');
  });

  test('the form of all answers stands before more, in place of the choice of a step', () => {
    const [message] = renderCard(
      card([text('Shall I look?')], { buttons: [GO, REDO, MORE], form: 'answers' }),
      ADA,
    );
    expect(buttonsOf(message).map(({ label, id }) => [label, id])).toEqual([
      ['Look at it', 'press:go'],
      ['Edit in a form', 'form'],
      ['More', 'press:more'],
    ]);
  });

  test('without more the form comes last, and a card that can be shown to somebody says so', () => {
    const [message] = renderCard(card([text('Read.')], { buttons: [GO], form: 'answers', share: true }), ADA);
    expect(buttonsOf(message).map(({ id }) => id)).toEqual(['press:go', 'form', 'share']);
  });

  test('a choice is a menu that answers at once', () => {
    const blocks = onlyBlocks(
      card([
        {
          kind: 'input',
          input: {
            type: 'choice',
            id: 'weakest',
            label: 'Which step felt weakest?',
            options: [
              { value: 'context', label: 'setting' },
              { value: 'reflections', label: 'lesson' },
            ],
            value: 'reflections',
          },
        },
      ]),
    );
    const option = (value: string, label: string) => ({
      text: { type: 'plain_text', text: label, emoji: false },
      value: `weakest:${value}|U1|${SESSION}|4`,
    });
    expect(blocks.at(-1)).toMatchObject({
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: 'choose',
          options: [option('context', 'setting'), option('reflections', 'lesson')],
          initial_option: option('reflections', 'lesson'),
        },
      ],
    });
    expect(seen(blocks)).toContain('Which step felt weakest?');
  });

  test('ratings are one line and one button to a form', () => {
    const [message] = renderCard(
      card([text('How does each step feel?'), ...RATINGS], { buttons: [GO] }),
      ADA,
    );
    expect(seen(message?.blocks ?? [])).toContain(
      'setting · failure · lesson (not yet / there, but thin / clear)',
    );
    expect(buttonsOf(message).map(({ label, id }) => [label, id])).toEqual([
      ['Rate the parts', 'fill'],
      ['Look at it', 'press:go'],
    ]);
  });

  test('a clock shows the time left, and can be shown again with less of it', () => {
    const running = card([text(quote('handover'))], {
      buttons: [GO],
      clock: { startedAt: '2026-11-25T20:00:00.000Z', seconds: 90 },
    });
    expect(words(renderCard(running, ADA))).toContain('1:30 left');
    const later = renderClock(running, ADA, 75.2);
    expect(seen(later.blocks)).toContain('1:16 left');
    expect(seen(later.blocks)).not.toContain('1:30');
    expect(buttonsOf(later)).toEqual(buttonsOf(renderCard(running, ADA).at(-1)));
    expect([0, -5, 5, 60, 61, 119.5].map(clockLine)).toEqual([
      'Time is up.',
      'Time is up.',
      '0:05 left',
      '1:00 left',
      '1:01 left',
      '2:00 left',
    ]);
  });

  test('a card of every kind of block is taken by Slack, richly and plainly, and says all its words', () => {
    for (const render of [renderCard, renderPlain]) {
      const messages = render({ ...everyBlock, form: 'answers', share: true }, ADA);
      for (const { blocks } of messages) expect(refused(blocks)).toEqual([]);
      const shown = words(messages).replace(/\s+/g, ' ');
      for (const said of [
        'You said "A YES ON THE PHONE". That is a real one.',
        'KEEP "I RANG THEM" Plain and yours.',
        'first tip',
        'your words: "NEVER IN WRITING"',
        'Your draft',
        'THE WHOLE DRAFT.',
        'A sample.',
        'Setting clear.',
        'In your words: TYPED',
        'How clear was it (not yet / clear)',
        'Which step',
        'the lesson',
        'With whom',
        'When (Europe/Berlin)',
        'Rewrite it',
      ])
        expect(without(shown)).toContain(without(said));
    }
  });
});

describe('a card that is longer than a message', () => {
  const long = `${'I never asked for the guest list & I <knew> it. '.repeat(840)}The end of it.`;

  test('comes in several, all of its words in their order, the buttons on the last', () => {
    for (const render of [renderCard, renderPlain]) {
      const messages = render(
        card([{ kind: 'passage', text: long, by: 'person' }], { buttons: [GO, MORE] }),
        ADA,
      );
      expect(without(words(messages))).toBe(without(`${long}Look at itMore`));
      expect(messages.map((message) => buttonsOf(message).length)).toEqual([
        ...messages.slice(1).map(() => 0),
        2,
      ]);
      // Nobody gets buttons without a word beside them.
      expect(messages.at(-1)?.blocks.length).toBeGreaterThan(1);
    }
  });

  test('forty thousand characters are four or five messages, no message of more than there is room for', () => {
    const messages = renderCard(card([{ kind: 'passage', text: long, by: 'person' }]), ADA);
    expect(messages.length).toBeLessThanOrEqual(5);
    for (const { blocks } of messages) expect(weightOf(blocks)).toBeLessThanOrEqual(MESSAGE_CHARACTERS);
  });

  test('of five answers that Slack escapes five-fold the beginning and the end are shown, and the export is named', () => {
    const answers = ['one', 'two', 'three', 'four', 'five'].map((name) => ({
      kind: 'passage' as const,
      text: `${name} begins ${'&<>&& '.repeat(6_600)} ${name} ends`,
      by: 'person' as const,
    }));
    for (const [render, most] of [
      [renderCard, 8],
      [renderPlain, 16],
    ] as const) {
      const messages = render(card(answers, { buttons: [GO, MORE] }), ADA);
      expect(messages.length).toBeLessThanOrEqual(most);
      expect(words(messages)).toMatch(/^one begins /u);
      expect(words(messages)).toContain('five ends');
      expect(words(messages)).toMatch(/… and \d+,\d+ more words\. Your whole answer is in the export\./u);
      expect(buttonsOf(messages.at(-1) ?? { text: '', blocks: [] })).toHaveLength(2);
      for (const { blocks } of messages) expect(refused(blocks)).toEqual([]);
    }
  });

  test('a hundred blocks are no message of more than fifty', () => {
    const many = Array.from({ length: 100 }, (_, index) => text(`line ${index}`));
    const messages = renderCard(card(many, { buttons: [GO] }), ADA);
    expect(messages.map(({ blocks }) => blocks.length)).toEqual([MESSAGE_BLOCKS, 49, 2]);
    expect(words(messages)).toBe(`${many.map((_, index) => `line ${index}`).join('')}Look at it`);
  });

  test('a menu of a hundred options becomes several, each taken by Slack', () => {
    const options = Array.from({ length: 100 }, (_, index) => ({
      value: `v${index}`,
      label: '&'.repeat(80),
    }));
    const messages = renderCard(
      card([text('Hm.'), { kind: 'input', input: { type: 'choice', id: 'c', label: 'Which?', options } }]),
      ADA,
    );
    for (const { blocks } of messages) {
      expect(refused(blocks)).toEqual([]);
      expect(weightOf(blocks)).toBeLessThanOrEqual(MESSAGE_CHARACTERS);
    }
    expect(JSON.stringify(messages).match(/c:v\d+\|/g)).toHaveLength(100);
  });
});

describe('words of a person in Slack', () => {
  const pings = [
    '<!channel>',
    '<@U1>',
    '@here',
    '<!subteam^S1>',
    '<https://evil.example|click>',
    '*bold* _x_ `y` :tada:',
    '<!date^1804199400^{date_long} {time}|then>',
  ];
  const nasty = pings.join(' ');

  test('wake nobody: they come out in texts that parse nothing, letter for letter', () => {
    const everywhere = card(
      [
        text(quote(nasty), nasty),
        { kind: 'fields', fields: [{ label: nasty, lines: [[quote(nasty)]] }] },
        { kind: 'list', items: [[quote(nasty)]] },
        { kind: 'passage', title: nasty, text: nasty, by: 'person' },
        {
          kind: 'picture',
          picture: oneStep(),
          alt: nasty,
        },
        { kind: 'input', input: { type: 'text', id: 't', label: nasty, value: nasty, maxLength: 500 } },
        {
          kind: 'input',
          input: { type: 'choice', id: 'c', label: nasty, options: [{ value: 'a', label: nasty }] },
        },
      ],
      { buttons: [{ action: 'go', word: 'go', label: nasty }] },
    );
    for (const render of [renderCard, renderPlain]) {
      const messages = render(everywhere, ADA);
      expect(words(messages).split(nasty).length - 1).toBeGreaterThanOrEqual(10);
      const elsewhere = parsedBySlack(messages.map(({ blocks }) => blocks)).join('\n');
      for (const ping of pings) expect(elsewhere).not.toContain(ping);
      expect(elsewhere).not.toMatch(
        /\b(?:mrkdwn|markdown|broadcast|user|usergroup|channel|link|emoji|date)\b/,
      );
    }
  });

  test('control characters and marks that turn a line are left out, emoji and accents stay', () => {
    const shown = words(
      renderCard(card([text(quote('a\x1b[2Jb\x9b31mc\u0000d\u202Ee\ud800 Kraków 🇵🇱 👩🏽‍🍳 naïve'))]), ADA),
    );
    expect(shown).toBe('"a[2Jb31mcde Kraków 🇵🇱 👩🏽‍🍳 naïve"');
  });

  test('whatever anybody writes is taken by Slack, within its limits, to the last letter', () => {
    const anyWords = fc.oneof(
      anyUnits,
      anyWriting,
      fc.string({ unit: fc.constantFrom(...'<>&"\\ \n') }),
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
            { kind: 'input', input: { type: 'rating', id: 'r', label: written, choices: [written] } },
          ],
          { buttons: [{ ...GO, label: written === '' ? 'Go' : written }, MORE], form: 'answers' },
        );
        for (const messages of [renderCard(any, ADA), renderPlain(any, ADA)]) {
          for (const { blocks } of messages) {
            expect(refused(blocks)).toEqual([]);
            expect(weightOf(blocks)).toBeLessThanOrEqual(MESSAGE_CHARACTERS);
          }
        }
        const shown = words(renderCard(card([text(quote(written))]), ADA));
        expect(shown.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cs}\p{Cc}\u202E]/u);
      }),
      { numRuns: 40 },
    );
  });

  test('a card that says nothing is no message without a word', () => {
    for (const render of [renderCard, renderPlain])
      for (const { blocks } of render(card([text('')], { buttons: [GO] }), ADA))
        expect(refused(blocks)).toEqual([]);
  });
});
