import type { KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { MESSAGE_CHARACTERS, weightOf } from '../../../adapters/slack/render/limits.ts';
import { packed } from '../../../adapters/slack/render/pack.ts';

function block(length: number): KnownBlock {
  return { type: 'section', text: { type: 'plain_text', text: 'x'.repeat(length) } };
}

test('words and buttons that fill a message to the last letter are one message, and one letter more makes two', () => {
  const empty = weightOf([block(0), block(0)]);
  const both = (length: number) => packed([block(length)], [block(0)]);
  const fits = MESSAGE_CHARACTERS - empty;
  expect(both(fits).map((message) => weightOf(message))).toEqual([MESSAGE_CHARACTERS]);
  expect(both(fits + 1)).toHaveLength(2);
});
