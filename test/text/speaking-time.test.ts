import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speakingTime } from '../../src/text/speaking-time.ts';
import { anyWriting } from './any-text.ts';

test('160 words take a minute for a quick speaker, 110 for a calm one', () => {
  expect(speakingTime('word '.repeat(160))).toMatchObject({ words: 160, fromSeconds: 60 });
  expect(speakingTime('word '.repeat(110))).toMatchObject({ words: 110, toSeconds: 60 });
});

test('nothing takes no time', () => {
  expect(speakingTime(' \n🙈')).toEqual({ words: 0, fromSeconds: 0, toSeconds: 0 });
});

test('the range is never the wrong way round, and more words never take less time', () => {
  fc.assert(
    fc.property(anyWriting, (text) => {
      const { fromSeconds, toSeconds } = speakingTime(text);
      const longer = speakingTime(`${text} and more of it`);
      expect(fromSeconds).toBeLessThanOrEqual(toSeconds);
      expect(longer.fromSeconds).toBeGreaterThanOrEqual(fromSeconds);
      expect(longer.toSeconds).toBeGreaterThanOrEqual(toSeconds);
    }),
  );
});
