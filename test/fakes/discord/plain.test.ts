import { expect, test } from 'vitest';
import { asSeen } from './plain.ts';

test.each([
  ['**bold** and *slanted* and _so_ and __under__', 'bold and slanted and so and under'],
  ['\\*\\*not bold\\*\\* \\_nor this\\_ \\> nor a quote', '**not bold** _nor this_ > nor a quote'],
  ['> a quote\n> of two lines\nand on', 'a quote\nof two lines\nand on'],
  ['### A heading\n-# small', 'A heading\nsmall'],
  ['snake_case_stays', 'snake_case_stays'],
  ['[here](https://discord.com/channels/@me/1) and <https://example.org/>', 'here and https://example.org/'],
  ['a \\\\ backslash', 'a \\ backslash'],
  ['- one\n- two', '- one\n- two'],
  ['on <t:1804199400:F>, at <t:1804199400:t>', 'on Thursday, 4 March 2027 at 22:30, at 22:30'],
  ['\\<t:1804199400:F>', '<t:1804199400:F>'],
])('%j reads as %j', (written, seen) => {
  expect(asSeen(written)).toBe(seen);
});
