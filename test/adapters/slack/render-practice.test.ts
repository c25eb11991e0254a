import { expect, test } from 'vitest';
import { renderCard, renderPlain } from '../../../adapters/slack/render/render.ts';
import type { Card } from '../../../src/card/card.ts';
import { atCritique, type Practice } from '../../conversation/practice.ts';
import { refused, seen } from './seen.ts';

const ADA = { userId: 'U1' };

/** A whole practice with its side ways: help, tips, examples, the critique and what is behind it, a run aloud. */
function cardsOfAPractice(): readonly Card[] {
  let practice: Practice = atCritique();
  for (const words of ['explain', 'more', 'help', 'tips', 'example', 'settings', 'draft', 'aloud'])
    practice = practice.says(words);
  return practice.presses('s90').presses('finished').presses('all').cards;
}

const cards = cardsOfAPractice();

test('every card of a practice is one message that Slack takes, richly and plainly', () => {
  expect(cards.length).toBeGreaterThan(12);
  for (const card of cards) {
    for (const messages of [renderCard(card, ADA), renderPlain(card, ADA)]) {
      expect(messages).toHaveLength(1);
      expect(refused(messages[0]?.blocks ?? [])).toEqual([]);
    }
  }
});

test('no card says to type a slash command, which a thread does not take', () => {
  for (const card of cards)
    for (const { blocks } of renderCard(card, ADA)) expect(seen(blocks)).not.toMatch(/(?:^|\s)\/[a-z]/);
});

test('the first screen of a critique stands in a few blocks, its choices in one row', () => {
  const critique = cards.find(({ blocks }) => JSON.stringify(blocks).includes('"label":"KEEP"'));
  const [message] = critique === undefined ? [] : renderCard(critique, ADA);
  expect(message?.blocks.length).toBeLessThanOrEqual(8);
  expect(message?.blocks.filter(({ type }) => type === 'actions')).toHaveLength(1);
});
