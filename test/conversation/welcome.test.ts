import { expect, test } from 'vitest';
import { beginPractice } from './practice.ts';

test('the first card of a first practice begins with a warm line, once', () => {
  const practice = beginPractice(undefined, { isFirst: true });
  expect(practice.shown).toContain('Good that you are here.');
  practice.says('story').says('back');
  expect(practice.shown).not.toContain('Good that you are here.');
});

test('a later practice begins with one warm line', () => {
  const practice = beginPractice(undefined, { isFirst: false });
  expect(practice.shown).toContain('Good to have you back.');
  expect(practice.shown).not.toContain('Good that you are here.');
});
