import { expect, test } from 'vitest';
import { plainRuns } from '../../src/card/fallback.ts';
import { decide } from '../../src/coach/decide.ts';
import { isParting } from '../../src/conversation/parting.ts';
import { AT, lastCard, NO_PRACTICE, SEED } from './practice.ts';

/** What is shown to somebody with no open practice who writes this. */
function inLobby(words: string): string {
  const part = { id: 'm1', stamp: '1', text: words };
  const { effects } = decide({ type: 'said', part, ends: 'now', at: AT, seed: SEED }, NO_PRACTICE);
  const blocks = lastCard(effects)?.blocks ?? [];
  return blocks.map((block) => (block.kind === 'text' ? plainRuns(block.runs) : '')).join('\n');
}

test.each([
  'thanks',
  'Thank you so much!',
  'Good luck',
  'thanks again',
  'super, cheers',
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
  'ok',
  'ok cool',
  'great',
  'super',
  'good',
  'again',
  'later',
  'fine, again tomorrow',
  'I am not good at this',
  'cool the servers',
  '🙂',
  '',
])('%s is none', (words) => {
  expect(isParting(words)).toBe(false);
});

test.each(['ok', 'great', 'again'])('to "%s" before the first practice nobody says good-bye', (words) => {
  const shown = inLobby(words);
  expect(shown).not.toContain('You are welcome');
  expect(shown).toContain('I coach you through one interview question');
});

test('thanks after the end are answered with a good-bye', () => {
  expect(inLobby('thanks')).toContain('You are welcome');
});
