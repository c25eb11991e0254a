import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderCard } from '../../../adapters/terminal/render.ts';
import { type Block, type Button, type Card, quote, text } from '../../../src/card/card.ts';
import { AT_FIVE_IN_NEW_YORK, everyBlock } from '../../card/every-block.ts';
import { anyUnits } from '../../text/any-text.ts';

const PLAIN = { width: 80, colour: false, choices: true };

function card(blocks: readonly Block[], buttons: readonly Button[] = []): Card {
  return { v: 1, blocks, buttons, asks: 'nothing' };
}

function rendered(blocks: readonly Block[], looks: Partial<typeof PLAIN> = {}): string {
  return renderCard(card(blocks), { ...PLAIN, ...looks });
}

const critique: Block[] = [
  text('Right story, one thing to fix.'),
  {
    kind: 'fields',
    fields: [
      {
        label: 'KEEP',
        lines: [
          [quote('I agreed the room by phone.')],
          ['Plain and yours: nobody has to ask whose slip it was.'],
        ],
      },
      { label: 'CHANGE', lines: [['the ending: ', quote('be more careful')]] },
      { label: 'STEPS', lines: [['setting clear · lesson thin']] },
    ],
  },
];

describe('a card in the terminal', () => {
  test('labels stand in one column, and what follows stands under the words', () => {
    expect(rendered(critique)).toBe(
      [
        'Right story, one thing to fix.',
        'KEEP   "I agreed the room by phone."',
        '       Plain and yours: nobody has to ask whose slip it was.',
        'CHANGE the ending: "be more careful"',
        'STEPS  setting clear · lesson thin',
      ].join('\n'),
    );
  });

  test('a time that others read elsewhere is said by the clock of who planned it', () => {
    expect(rendered([text('It begins ', AT_FIVE_IN_NEW_YORK, '.')])).toBe(
      'It begins Thursday 4 March 2027, 17:30 (America/New_York).',
    );
  });

  test('in a narrow window the words stand under their label, and no line is too long', () => {
    const narrow = rendered(
      [
        {
          kind: 'fields',
          fields: [
            { label: 'Immediate Actions', lines: [['not yet'], [quote('I rang them at once and said so')]] },
          ],
        },
      ],
      { width: 24 },
    );
    expect(narrow).toBe('Immediate Actions\n  not yet\n  "I rang them at once\n  and said so"');
  });

  test('a list has a mark each, and its further lines are set in', () => {
    expect(
      rendered([text('A good choice is:'), { kind: 'list', items: [['one two three four'], ['five']] }], {
        width: 16,
      }),
    ).toBe('A good choice\nis:\n- one two three\n  four\n- five');
  });

  test('a passage is set in by two, with air around it', () => {
    expect(
      rendered([
        text('Here:'),
        { kind: 'passage', title: 'Your answer', text: 'It was late.\n\nI knew.', by: 'person' },
        text('Go on?'),
      ]),
    ).toBe('Here:\n\nYour answer\n  It was late.\n\n  I knew.\n\nGo on?');
  });

  test('short lines of the coach stand together, a longer one gets air', () => {
    expect(rendered([text('2 of 5: The Failure'), text('What went wrong?')])).toBe(
      '2 of 5: The Failure\nWhat went wrong?',
    );
    expect(rendered([text('a b'), text('c d e')], { width: 16 })).toBe('a b\nc d e');
    expect(rendered([text('a b'), text('one two three four five')], { width: 16 })).toBe(
      'a b\n\none two three\nfour five',
    );
  });

  test('choices show the word to type, what it means, and which one an empty line takes', () => {
    const buttons: Button[] = [
      { action: 'story', word: 'story', label: 'I have a story (about 12 min)', style: 'primary' },
      { action: 'more', word: 'more', label: 'More' },
      { action: 'answer', word: 'answer', label: 'I have an answer, look at it (2 min)' },
    ];
    expect(renderCard(card([text('How?')], buttons), PLAIN)).toBe(
      'How?\n\n[story]⏎ I have a story (about 12 min)  [more]\n[answer] I have an answer, look at it (2 min)',
    );
    expect(renderCard(card([text('How?')], buttons), { ...PLAIN, choices: false })).toBe('How?');
  });

  test('a picture and inputs become words', () => {
    const shown = renderCard(everyBlock, PLAIN);
    for (const words of [
      'Context ██████████  clear (2 of 2)',
      'In your words: TYPED',
      'How clear was it (not yet / clear)',
      'Which step\n1 the lesson',
      'With whom',
      'When (Europe/Berlin)',
    ]) {
      expect(shown).toContain(words);
    }
  });

  test('options stand beside one another with the number to type, and no line is too long', () => {
    const options = ['setting', 'failure', 'what you did', 'lesson', 'since then'];
    const weakest: Block = {
      kind: 'input',
      input: {
        type: 'choice',
        id: 'weakest',
        label: 'Which step felt weakest?',
        options: options.map((label) => ({ value: label, label })),
      },
    };
    expect(rendered([weakest])).toBe(
      'Which step felt weakest?\n1 setting · 2 failure · 3 what you did · 4 lesson · 5 since then',
    );
    expect(rendered([weakest], { width: 36 })).toBe(
      'Which step felt weakest?\n1 setting · 2 failure\n3 what you did · 4 lesson\n5 since then',
    );
  });

  test('ratings that follow one another are one line, in the order in which they are typed', () => {
    const ratings = ['setting', 'failure', 'lesson'].map(
      (label): Block => ({
        kind: 'input',
        input: { type: 'rating', id: label, label, choices: ['not yet', 'there, but thin', 'clear'] },
      }),
    );
    expect(rendered([text('Type a letter for each.'), ...ratings])).toBe(
      'Type a letter for each.\nsetting · failure · lesson',
    );
  });

  test('what was heard stands apart from what is asked next', () => {
    expect(
      rendered([
        text('Kept: ', quote('I learned it'), '.'),
        text('5 of 5: Growth Evidence'),
        text('And now?'),
      ]),
    ).toBe('Kept: "I learned it".\n\n5 of 5: Growth Evidence\nAnd now?');
  });

  test('six choices fit, and each can be typed', () => {
    const words = ['answer', 'explain', 'not so', 'more', 'aloud', 'done'];
    const buttons = words.map(
      (word): Button => ({ action: word.replace(' ', '-'), word, label: `${word}.` }),
    );
    const lines = renderCard(card([text('Right story.')], buttons), { ...PLAIN, width: 40 }).split('\n');
    for (const word of words) expect(lines.some((line) => line.includes(`[${word}]`))).toBe(true);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
  });

  test('colour changes how it looks and not a letter of it', () => {
    const coloured = renderCard(everyBlock, { ...PLAIN, colour: true });
    expect(coloured).toContain('\x1b[1m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are escape sequences
    expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(renderCard(everyBlock, PLAIN));
  });
});

describe('words of a person on the screen', () => {
  test('an escape sequence in an answer is shown and not obeyed', () => {
    expect(rendered([text(quote('a\x1b[2J\x1b]0;owned\x07b\u009b31mc\x08\x7f'))])).toBe(
      '"a[2J]0;ownedb31mc"',
    );
  });

  test('a mark that turns the direction of a line is left out', () => {
    expect(rendered([text(quote('safe \u202Eevil\u202C \u2066x\u2069'))])).toBe('"safe evil x"');
  });

  test('40,000 characters are shown whole', () => {
    const words = Array.from({ length: 8_000 }, (_, index) => `w${String(index).padStart(3, '0')}`);
    const shown = rendered([{ kind: 'passage', text: words.join(' '), by: 'person' }]);
    expect(shown.split(/\s+/).filter((word) => word !== '')).toEqual(words);
    expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('a word without an end is broken, an emoji is not', () => {
    const family = '👨‍👩‍👧‍👦';
    const lines = rendered([text(family.repeat(30))], { width: 20 }).split('\n');
    expect(lines.join('')).toBe(family.repeat(30));
    for (const line of lines) expect(line).toBe(family.repeat(line.length / family.length));
  });

  test('nothing anybody can write reaches the terminal as a command, at any width', () => {
    fc.assert(
      fc.property(anyUnits, fc.integer({ min: 16, max: 80 }), (words, width) => {
        const blocks: Block[] = [
          text(quote(words)),
          { kind: 'passage', title: words, text: words, by: 'person' },
          { kind: 'list', items: [[words]] },
          { kind: 'fields', fields: [{ label: 'KEEP', lines: [[quote(words)]] }] },
        ];
        const shown = rendered(blocks, { width });
        expect(shown.replace(/\n/g, '')).not.toMatch(/\p{Cc}/u);
        for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 60 },
    );
  });
});
