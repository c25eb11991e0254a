import { expect, test } from 'vitest';
import { type Card, CardSchema, menu, quote, text } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import { withoutTyping } from '../../src/card/without-typing.ts';

const how = { typed: 'Type show 2.', pressed: 'Pick one.' };
const card: Card = {
  v: 1,
  blocks: [
    text('You said ', quote('TYPE IT'), '. ', how),
    text({ typed: 'Type one of these:', pressed: '' }),
    { kind: 'list', items: [[{ typed: 'skip', pressed: '' }], ['one, ', how]] },
    { kind: 'list', items: [[{ typed: 'back', pressed: '' }]] },
    ...menu('Open one', [{ action: 'show:2', label: 'Practice 2' }]),
  ],
  buttons: [],
  asks: 'nothing',
};

test('where words are typed a card says what to type, and its menus are not said', () => {
  expect(fallbackText(card)).toBe(
    'You said "TYPE IT". Type show 2.\n\nType one of these:\n\n- skip\n- one, Type show 2.\n\n- back',
  );
});

test('where nothing typed is heard it says what to press, and a line about typing alone is gone', () => {
  const pressed = withoutTyping(card);
  CardSchema.parse(pressed);
  expect(fallbackText(pressed)).toBe('You said "TYPE IT". Pick one.\n\n- one, Pick one.');
  expect(pressed.blocks.at(-1)).toEqual(card.blocks.at(-1));
});

test('a menu holds as many commands as every platform takes, and none of nothing', () => {
  const options = Array.from({ length: 30 }, (_, index) => ({ action: `show:${index}`, label: `${index}` }));
  expect(menu('Open one', options)).toMatchObject([{ options: options.slice(0, 25) }]);
  expect(menu('Open one', [])).toEqual([]);
});
