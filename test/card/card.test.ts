import { describe, expect, test } from 'vitest';
import { CardSchema } from '../../src/card/card.ts';
import { coachWords } from '../../src/card/coach-words.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import { everyBlock } from './every-block.ts';
import { oneStep } from './one-step.ts';

describe('a card is plain data', () => {
  test('it reads back from JSON as it was written', () => {
    expect(CardSchema.parse(JSON.parse(JSON.stringify(everyBlock)))).toEqual(everyBlock);
  });

  test.each([
    ['an empty card', { ...everyBlock, blocks: [] }],
    ['a seventh button', { ...everyBlock, buttons: Array(7).fill(everyBlock.buttons[0]) }],
    [
      'an action with a separator of a platform',
      { ...everyBlock, buttons: [{ action: 'a|b', word: 'a', label: 'A' }] },
    ],
    [
      'a picture nobody can hear',
      {
        ...everyBlock,
        blocks: [
          {
            kind: 'picture',
            picture: oneStep(),
            alt: '',
          },
        ],
      },
    ],
    ['a later version', { ...everyBlock, v: 2 }],
  ])('%s is refused', (_, card) => {
    expect(CardSchema.safeParse(card).success).toBe(false);
  });
});

test('the plain text of a card says all of it, quotes in quotation marks', () => {
  expect(fallbackText(everyBlock)).toBe(
    [
      'You said "A YES ON THE PHONE". That is a real one.',
      'KEEP: "I RANG THEM"\nPlain and yours.\nLENGTH: about 35 seconds\nWhen: Thursday 4 March 2027, 17:30 (America/New_York)',
      '- first tip\n- your words: "NEVER IN WRITING"',
      'Your draft\nTHE WHOLE DRAFT.',
      'A sample.',
      'Setting clear.',
      'In your words',
      'How clear was it',
      'Which step',
      'With whom',
      'When',
    ].join('\n\n'),
  );
});

describe('the coach’s own words on a card', () => {
  const own = coachWords(everyBlock);

  test('nothing of the person is among them', () => {
    expect(own).not.toMatch(/[A-Z]{3,} [A-Z]|TYPED/);
  });

  test.each([
    'That is a real one.',
    'Plain and yours.',
    'LENGTH about 35 seconds',
    'first tip',
    'Your draft',
    'Setting clear.',
    'In your words',
    'not yet',
    'the lesson',
  ])('"%s" is', (words) => {
    expect(own).toContain(words);
  });
});
