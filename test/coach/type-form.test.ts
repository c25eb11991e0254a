import { expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { typeForm } from '../../src/coach/teams/team-forms.ts';
import { speakingTime } from '../../src/text/speaking-time.ts';

function inputOf(typed: string) {
  const [input] = typeForm(typed).blocks.flatMap((block) => (block.kind === 'input' ? [block.input] : []));
  if (input?.type !== 'text') throw new Error('a form without a text');
  return input;
}

test('the form says how much it holds and what to do with more, before anything is written', () => {
  const words = fallbackText(typeForm(''));
  expect(words).toContain(inputOf('').maxLength.toLocaleString('en'));
  expect(words).toContain('Send what fits, and tell the rest aloud');
  expect(words).not.toContain('longer than this form');
});

test('how long that is aloud lies between a quick and a calm speaker', () => {
  const sentence = 'I agreed the room by phone and never got it in writing. ';
  const full = sentence.repeat(3_000 / sentence.length);
  const { fromSeconds, toSeconds } = speakingTime(full);
  expect(fallbackText(typeForm(''))).toContain('about five minutes aloud');
  expect(fromSeconds).toBeLessThan(5 * 60);
  expect(toSeconds).toBeGreaterThan(5 * 60);
});

test('what was typed before stands in it whole, or not at all: a cut one would be sent in its place', () => {
  const whole = 'x'.repeat(3_000);
  expect(inputOf(whole).value).toBe(whole);
  // Three thousand as a platform counts them, and more as we do.
  const emoji = '🙂'.repeat(2_000);
  expect(inputOf(emoji).value).toBe('');
  expect(fallbackText(typeForm(emoji))).toContain('My message shows it, to copy');
});
