import { describe, expect, test } from 'vitest';
import { beginPractice } from './practice.ts';

describe('a practice that begins with a role', () => {
  test('does not ask what it is for', () => {
    const practice = beginPractice(undefined, { role: ' ward  nurse ' }).says('story');
    expect(practice.session.purpose).toMatchObject({ kind: 'role', name: 'ward nurse' });
    expect(practice.session.stage).toEqual({ at: 'choosing' });
    expect(practice.session.notes).toEqual([]);
  });

  test('asks it of somebody who went back to the door', () => {
    const practice = beginPractice(undefined, { role: 'ward nurse' }).says('story').says('back').says('back');
    practice.says('answer');
    expect(practice.shown).toContain('What are you practising for?');
    practice.says('midwife');
    expect(practice.session.purpose).toMatchObject({ name: 'midwife' });
    expect(practice.session.notes.map(({ text }) => text)).toEqual(['ward nurse']);
  });

  test('without a word in it asks as ever', () => {
    expect(beginPractice(undefined, { role: ' \n ' }).says('story').shown).toContain(
      'What are you practising for?',
    );
  });
});
