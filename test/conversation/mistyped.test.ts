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
    const practice = atFirstStep().says(typed);
    expect(practice.shown).toContain(`Did you mean ${meant}?`);
    expect(practice.answer('context')).toBe('');
    expect(stageOf(practice)).toMatchObject({ at: 'asking', step: 'context' });
  });

  test('is kept as a note: nothing that was typed is lost', () => {
    expect(
      atFirstStep()
        .says('tpis')
        .session.notes.map((part) => part.text),
    ).toEqual(['tpis']);
  });
});

test.each(['text', 'trip', 'test', 'held', 'bakery', 'nothing', 'I skipped it.', 'help came late'])(
  '"%s" is an answer',
  (typed) => {
    expect(atFirstStep().says(typed).answer('context')).toBe(typed);
  },
);
