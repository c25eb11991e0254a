import { describe, expect, test } from 'vitest';
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
