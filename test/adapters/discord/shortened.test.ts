import { expect, test } from 'vitest';
import { coachLines } from '../../../adapters/discord/render/coach-lines.ts';
import { shortened } from '../../../adapters/discord/render/shortened.ts';

const three = ['one', 'two words', 'and three words'].map((line) => coachLines([line]));
const full = coachLines(['x'.repeat(3_990)]);

test('what there is room for stays as it is', () => {
  expect(shortened(three, 3)).toEqual({ messages: three, whole: 3 });
});

test('the line about what is missing stands with the last message', () => {
  const { messages, whole } = shortened(three, 2);
  expect([messages.length, whole]).toEqual([2, 1]);
  expect(messages[0]).toEqual(three[0]);
  expect(JSON.stringify(messages[1])).toMatch(/… and 2 more words\..*and three words/);
});

test('and by itself where that one is full', () => {
  const { messages, whole } = shortened([...three, full], 3);
  expect(messages).toEqual([three[0], expect.anything(), full]);
  expect(JSON.stringify(messages[1])).toContain('… and 5 more words.');
  expect(whole).toBe(1);
});

test('with room for one, a full last message stands alone, since it holds the buttons; with none there is nothing', () => {
  expect(shortened([...three, full], 1)).toEqual({ messages: [full], whole: 0 });
  expect(shortened(three, 0)).toEqual({ messages: [], whole: 0 });
});
