import { expect, test } from 'vitest';
import { atFirstStep, beginPractice } from './practice.ts';

test('who stops before a word was written is not thanked for work, and can come back', () => {
  const practice = beginPractice().says('story').says('stop');
  expect(practice.shown).toContain('Stopped. Nothing was written yet; come back any time.');
  expect(practice.session.stage).toMatchObject({ at: 'done' });
});

test('who wrote something hears that it is kept', () => {
  expect(atFirstStep().says('stop').shown).toContain('All of it is kept.');
});
