import { describe, expect, test } from 'vitest';
import { barsAsSvg, drawBars } from '../../../adapters/pictures/draw-bars.ts';
import type { StepBars } from '../../../src/card/picture.ts';
import { darkPixels } from './dark-pixels.ts';

const bars = (...steps: [string, 0 | 1 | 2][]): StepBars => ({
  picture: 'step-bars',
  steps: steps.map(([name, score]) => ({ name, score })),
});

describe('the picture of the steps', () => {
  test('its names are really painted: a font that is not found would leave the paper white', async () => {
    const named = darkPixels(await drawBars(bars(['The Context', 2])));
    const nameless = darkPixels(await drawBars(bars(['', 2])));
    expect(nameless).toBeGreaterThan(100);
    expect(named).toBeGreaterThan(nameless * 2);
  });

  test('a longer bar for a clearer step, and its word beside it', () => {
    const svg = barsAsSvg(bars(['a', 0], ['b', 1], ['c', 2]));
    const widths = [...svg.matchAll(/width="([\d.]+)"[^>]*rx=/g)].map((match) => Number(match[1]));
    const [, none, , half, whole, full] = widths;
    expect(none).toBeLessThan(half ?? 0);
    expect(half).toBeLessThan(full ?? 0);
    expect(full).toBe(whole);
    for (const word of ['not yet', 'thin', 'clear']) expect(svg).toContain(`>${word}<`);
  });

  test.each([
    ['an emoji and letters outside the font', '👩🏽‍🍳 失敗 கற்றல்'],
    ['half an emoji', 'a\ud83d'],
    ['a control character and an escape', 'a\u0000\u001b[2Jb'],
    ['markup', '</text><script>&amp;"\''],
    ['a name without end', 'x'.repeat(5_000)],
  ])('%s in a name does not stop the drawing', async (_, name) => {
    const png = await drawBars(bars([name, 1], ['Growth', 2]));
    expect([...png.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  test('a name stays a name, whatever it holds', () => {
    expect(barsAsSvg(bars(['<b>&', 1]))).toContain('&#60;b&#62;&#38;');
  });

  test('no steps at all are an empty picture', async () => {
    expect((await drawBars(bars())).byteLength).toBeGreaterThan(100);
  });
});
