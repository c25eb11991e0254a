import { describe, expect, test } from 'vitest';
import { stepsSaid } from '../../src/conversation/cards/rehearsing-cards.ts';
import { bareWords } from '../../src/conversation/commands.ts';
import { parseRatings } from '../../src/conversation/own-rating.ts';
import { stuckAs } from '../../src/conversation/stuck.ts';
import { atFirstStep, type Practice } from './practice.ts';

const stageOf = ({ session }: Practice) => session.stage;

describe('a single word that is nearly a command', () => {
  test.each([
    ['tpis', 'tips'],
    ['exmaple', 'example'],
    ['skp', 'skip'],
    ['puase', 'pause'],
    ['hlep', 'help'],
    ['Setings!', 'settings'],
  ])('"%s" is no answer: the coach asks whether %s was meant', (typed, meant) => {
    const practice = atFirstStep().says(typed, { ends: 'open' });
    expect(practice.shown).toContain(`Did you mean ${meant}?`);
    expect(practice.answer('context')).toBe('');
    expect(stageOf(practice)).toMatchObject({ at: 'asking', step: 'context' });
  });

  test('is kept as a note: nothing that was typed is lost', () => {
    expect(
      atFirstStep()
        .says('tpis', { ends: 'open' })
        .session.notes.map((part) => part.text),
    ).toEqual(['tpis']);
  });
});

test.each(['text', 'trip', 'test', 'held', 'bakery', 'nothing', 'I skipped it.', 'help came late'])(
  '"%s" is an answer',
  (typed) => {
    expect(atFirstStep().says(typed, { ends: 'open' }).answer('context')).toBe(typed);
  },
);

test('in a script it is the answer it stands for: what is piped is never asked twice', () => {
  const practice = atFirstStep().says('tpis');
  expect(practice.answer('context')).toBe('tpis');
  expect(stageOf(practice)).toMatchObject({ step: 'failure' });
});

test('thirty-nine thousand marks before a letter are read at once, by everything that reads a message', () => {
  const guide = atFirstStep().guide;
  const marks = `${'!'.repeat(39_000)}a`;
  // Read mark by mark to the end again and again, a dozen of these would outlast the test.
  for (let turn = 0; turn < 12; turn += 1) {
    expect(bareWords(marks)).toBe(marks);
    expect(parseRatings(marks, guide)).toBeUndefined();
    expect(stepsSaid(marks, guide)).toBeUndefined();
    expect(stuckAs(marks)).toBeUndefined();
  }
});
