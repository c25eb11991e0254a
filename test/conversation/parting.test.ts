import { expect, test } from 'vitest';
import { isParting } from '../../src/conversation/parting.ts';

test.each([
  'thanks',
  'Thank you so much!',
  'Good luck',
  'ok cool',
  'Ok cool, thanks 🙂',
  'bye',
  'See you tomorrow.',
  'great, that helped',
  'good night coach',
])('%s is a good-bye', (words) => {
  expect(isParting(words)).toBe(true);
});

test.each([
  'thanks, but how do I delete this?',
  'Good luck ran out for us that week.',
  'story',
  'I am not good at this',
  'cool the servers',
  '🙂',
  '',
])('%s is none', (words) => {
  expect(isParting(words)).toBe(false);
});
