import { ComponentType } from 'discord.js';
import { expect, test } from 'vitest';
import { renderCard, renderPlain } from '../../../adapters/discord/render/render.ts';
import type { Card } from '../../../src/card/card.ts';
import { atCritique, type Practice } from '../../conversation/practice.ts';
import { actsIn, refused, refusedPlain, seen } from './seen.ts';

const ADA = { userId: '123456789012345678', writesInForm: false };
const IN_FORMS = { ...ADA, writesInForm: true };

/** A whole practice with its side ways: help, tips, examples, the critique and what is behind it, a run aloud. */
function cardsOfAPractice(): readonly Card[] {
  let practice: Practice = atCritique();
  for (const words of ['explain', 'more', 'help', 'tips', 'example', 'settings', 'draft', 'aloud'])
    practice = practice.says(words);
  return practice.presses('s90').presses('finished').presses('all').cards;
}

const cards = cardsOfAPractice();
const critique = cards.find(({ blocks }) => JSON.stringify(blocks).includes('"label":"KEEP"'));

test('every card of a practice is one message that Discord takes, richly and plainly', () => {
  expect(cards.length).toBeGreaterThan(12);
  for (const card of cards)
    for (const to of [ADA, IN_FORMS]) {
      const [rich, plain] = [renderCard(card, to), renderPlain(card, to)];
      expect([rich.length, plain.length]).toEqual([1, 1]);
      for (const message of rich) expect(refused(message)).toEqual([]);
      for (const message of plain) expect(refusedPlain(message)).toEqual([]);
      expect(actsIn([...rich, ...plain])).toEqual([]);
    }
});

test('no card says to type a slash command in the middle of a talk', () => {
  for (const card of cards) expect(seen(renderCard(card, ADA))).not.toMatch(/(?:^|\s)\/[a-z]/);
});

test('the first screen of a critique reads as in the terminal: a text a part, its choices under it', () => {
  const [message] = critique === undefined ? [] : renderCard(critique, ADA);
  const shown = message === undefined ? '' : seen([message]);
  expect(
    shown.split('\n').flatMap((line) => /^(?:KEEP|CHANGE|STEPS|LENGTH|NEXT)\b/.exec(line) ?? []),
  ).toEqual(['KEEP', 'CHANGE', 'STEPS', 'LENGTH', 'NEXT']);
  const rows = message?.components.filter(({ type }) => type === ComponentType.ActionRow);
  expect(rows?.length).toBeLessThanOrEqual(2);
  expect(message?.components.length).toBeLessThanOrEqual(9);
});
