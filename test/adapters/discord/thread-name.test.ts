import { expect, test } from 'vitest';
import { threadName } from '../../../adapters/discord/deliver/thread-name.ts';

/** What is left of a name when Discord has taken out what it does not show. */
const stripped = (name: string) => name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();

test('a practice is called after its role', () => {
  expect(threadName('ward nurse')).toBe('Practice · ward nurse');
});

test('without a role it is a practice', () => {
  expect(threadName()).toBe('Practice');
});

test('a number tells whose it is, the same at every try', () => {
  const [one, other] = ['Zwr0aGVyZS1pcy1vbmU', 'Zwr0aGVyZS1pcy1vbmV'].map((id) =>
    threadName('ward nurse', id),
  );
  expect(one).toMatch(/^Practice \d{5} · ward nurse$/);
  expect(other).toMatch(/^Practice \d{5} · ward nurse$/);
  expect(other).not.toBe(one);
  expect(threadName('ward nurse', 'Zwr0aGVyZS1pcy1vbmU')).toBe(one);
  expect(threadName('x'.repeat(200), 'Zwr0aGVyZS1pcy1vbmU')).toHaveLength(100);
});

test.each([
  ['a line end in it', 'ward\nnurse\r\n', 'Practice · ward nurse'],
  ['signs alone', '///:::', 'Practice · ///:::'],
  ['nothing that is seen', '\u200b\u2060\u200d\ufeff', 'Practice'],
  ['white space alone', ' \n\t ', 'Practice'],
  ['a mark that turns what follows', '\u202enurse', 'Practice · nurse'],
  ['half a pair', 'nurse \ud83d', 'Practice · nurse'],
  ['a family that is one emoji', '👩‍👩‍👧', 'Practice · 👩‍👩‍👧'],
])('a role with %s', (_, role, name) => {
  expect(threadName(role)).toBe(name);
});

test.each([
  ['🙂', 60],
  ['👩‍👩‍👧', 30],
  ['e\u0301', 80],
  ['a', 200],
])('a role of "%s" many times over is cut between two of them', (letter, times) => {
  const name = threadName(letter.repeat(times));
  expect(name.length).toBeLessThanOrEqual(100);
  expect(name.length).toBeGreaterThan(85);
  expect(name).toMatch(new RegExp(`^Practice · (?:${letter})+…$`, 'u'));
  expect(stripped(name).length).toBeGreaterThan('Practice · '.length);
});

test('one of the length that just fits is not cut', () => {
  const role = 'x'.repeat(100 - 'Practice · '.length);
  expect(threadName(role)).toBe(`Practice · ${role}`);
  expect(threadName(`${role}x`)).toHaveLength(100);
});
