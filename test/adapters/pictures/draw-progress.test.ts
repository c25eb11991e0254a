import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../../adapters/pictures/draw-picture.ts';
import { progressAsSvg } from '../../../adapters/pictures/draw-progress.ts';
import { WIDTH } from '../../../adapters/pictures/paper.ts';
import type { ProgressPicture } from '../../../src/card/picture.ts';
import { CRITICS_APART } from '../../../src/card/progress-words.ts';
import { progressPicture as picture } from '../../card/progress-sample.ts';
import { darkPixels, sizeOf } from './dark-pixels.ts';

const wordsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);

/** The practices that each drawn line joins. */
const lineLengths = (svg: string) =>
  [...svg.matchAll(/<path d="([^"]*)" fill="(?:none|transparent)"[^>]*stroke="#1d1c1d"/g)]
    .map((match) => match[1] ?? '')
    .filter((path) => !/[aAzZ]/.test(path))
    .map((path) => (path.match(/-?[\d.]+ -?[\d.]+/g) ?? []).length);

const one = (changed: Partial<ProgressPicture> = {}): ProgressPicture => ({
  ...picture,
  steps: picture.steps.slice(0, 1),
  ...changed,
});

describe('the picture of progress', () => {
  test('names steps, practices, critics and the own view in words', async () => {
    const words = wordsIn(await progressAsSvg(picture));
    for (const expected of [
      'Your last 5 practices, oldest first',
      'Context',
      'The Failure',
      'not yet',
      'thin',
      'clear',
      'Judged by: openai/gpt-x, version 1.5',
      'Judged by: offline critic, version 5 (stood in once)',
      'your own view',
      CRITICS_APART,
    ])
      expect(words).toContain(expected);
  });

  test('a line never joins two critics', async () => {
    expect(lineLengths(await progressAsSvg(one())).filter((length) => length > 1)).toEqual([2, 2]);
    const practices = picture.practices.map(() => ({ critic: 'a' }));
    expect(lineLengths(await progressAsSvg(one({ practices })))).toContain(5);
  });

  test('the own view is a mark of its own shape, on no line', async () => {
    const steps = [
      { name: 'Context', points: picture.steps[0]?.points.map(({ score }) => ({ score })) ?? [] },
    ];
    const without = await progressAsSvg(one({ steps }));
    expect(without).not.toContain('<polygon');
    expect(wordsIn(without)).not.toContain('your own view');
    expect(await progressAsSvg(one())).toContain('<polygon');
    expect(lineLengths(await progressAsSvg(one())).filter((length) => length > 1)).toEqual(
      lineLengths(without).filter((length) => length > 1),
    );
  });

  test('has no figure where numbers are hidden, names of critics aside', async () => {
    const words = wordsIn(await progressAsSvg({ ...picture, numbers: false })).join(' ');
    expect(words.replace(/Judged by: \S+ ?\S*, version [\d.]+/g, '')).not.toMatch(/\d/);
  });

  test('is a PNG of its width that really shows them, the same each time', async () => {
    const [png, again] = await Promise.all([drawPicture(picture), drawPicture(picture)]);
    expect(sizeOf(png).width).toBe(WIDTH);
    expect(darkPixels(png)).toBeGreaterThan(20_000);
    expect(Buffer.from(png).equals(Buffer.from(again))).toBe(true);
  });

  test('a step whose name the font cannot show is drawn all the same', async () => {
    const steps = [{ name: '失敗', points: picture.steps[0]?.points ?? [] }];
    expect(wordsIn(await progressAsSvg(one({ steps })))).toContain('a step');
  });
});
