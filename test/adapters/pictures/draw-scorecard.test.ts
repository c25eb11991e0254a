import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../../adapters/pictures/draw-picture.ts';
import { drawScorecard, scorecardAsSvg } from '../../../adapters/pictures/draw-scorecard.ts';
import { widthOf } from '../../../adapters/pictures/letter-widths.ts';
import { INNER, WIDTH } from '../../../adapters/pictures/paper.ts';
import type { Scorecard } from '../../../src/card/picture.ts';
import { NOT_JOINED } from '../../../src/card/scorecard-words.ts';
import { fullScorecard, scorecard } from '../../card/scorecard-sample.ts';
import { darkPixels, sizeOf } from './dark-pixels.ts';

const judged = (critic: string, ...overalls: number[]) => overalls.map((overall) => ({ overall, critic }));

/** What stands written in a picture, in its order. */
function wordsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => (match[1] ?? '').trim());
}

/** The practices that each drawn line joins: ECharts draws a line as an open path of as many points. */
function lineLengths(svg: string): number[] {
  return [...svg.matchAll(/<path d="([^"]*)" fill="(?:none|transparent)"[^>]*stroke="#1d1c1d"/g)]
    .map((match) => match[1] ?? '')
    .filter((path) => !/[aAzZ]/.test(path))
    .map((path) => (path.match(/-?[\d.]+ -?[\d.]+/g) ?? []).length);
}

describe('the picture of a scorecard', () => {
  test('its words are really painted, the bold ones and the others', async () => {
    const named = async (letters: string) =>
      darkPixels(await drawScorecard(scorecard({ steps: [{ name: letters, score: 1 }] })));
    expect(await named('WWWWWWWWWW')).toBeGreaterThan((await named('i')) + 2_000);
    const chip = async (label: string) => darkPixels(await drawScorecard(scorecard({ pitfalls: [label] })));
    expect(await chip('WWWWWWWWWW')).toBeGreaterThan((await chip('i')) + 1_000);
  });

  test('the chart’s line and its words are really painted', async () => {
    const trend = judged('offline critic', 0.2, 0.4);
    const numbered = darkPixels(await drawScorecard(scorecard({ trend })));
    const hidden = darkPixels(await drawScorecard(scorecard({ trend, numbers: false })));
    const none = darkPixels(await drawScorecard(scorecard({ numbers: false })));
    expect(hidden).toBeGreaterThan(none + 3_000);
    expect(numbered).toBeGreaterThan(hidden + 300);
  });

  test('shows every step in words, its length, what to look at, the trend and who judged', async () => {
    const words = wordsIn(await scorecardAsSvg(fullScorecard));
    for (const expected of [
      'this time',
      'last time',
      'your own rating',
      ...fullScorecard.steps.map(({ name }) => name),
      'clear (2 of 2)',
      'thin (1 of 2)',
      'not yet (0 of 2)',
      'about 95 seconds, a good length',
      '1 to 2 minutes',
      'no growth shown',
      'others’ mistakes',
      'Your last 4 practices (of 100)',
      '30',
      '70',
      'offline critic',
      'with gpt-x',
      'Judged by: with gpt-x',
    ])
      expect(words).toContain(expected);
  });

  test('has no figure where numbers are hidden', async () => {
    const words = wordsIn(await scorecardAsSvg({ ...fullScorecard, numbers: false })).join(' ');
    expect(words).toContain('a good length');
    expect(words).not.toMatch(/\d/);
  });

  test('last time is a thinner bar of its own length, the own rating a ring in its place', async () => {
    const svg = await scorecardAsSvg(scorecard({ steps: [{ name: 'Context', score: 2, last: 1, own: 0 }] }));
    expect(svg).toMatch(new RegExp(`width="${INNER / 2}" height="12"`));
    expect(svg).toMatch(/<circle cx="0" /);
    const alone = await scorecardAsSvg(scorecard({ steps: [{ name: 'Context', score: 2 }] }));
    expect(alone).not.toContain('height="12"');
    expect(alone).not.toContain('<circle');
    expect(wordsIn(alone)).toEqual(['Context', 'clear (2 of 2)']);
  });

  test('a line joins practices of one critic', async () => {
    const svg = await scorecardAsSvg(scorecard({ trend: judged('a', 0.2, 0.4, 0.6, 0.5, 0.7) }));
    expect(lineLengths(svg)).toEqual([5]);
    expect(svg).not.toContain('The line stops');
  });

  test('a line never joins two critics, and the picture says so', async () => {
    const trend = [...judged('a', 0.2, 0.4), ...judged('b', 0.6, 0.5, 0.3), ...judged('a', 0.7, 0.8)];
    const svg = await scorecardAsSvg(scorecard({ trend }));
    expect(lineLengths(svg)).toEqual([2, 3, 2]);
    expect(wordsIn(svg).join(' ')).toContain(NOT_JOINED);
  });

  test('chips stand in rows within the paper, none over another', async () => {
    const pitfalls = Array.from({ length: 10 }, (_, index) => `what to look at ${'x'.repeat(index)}`);
    const svg = await scorecardAsSvg(scorecard({ pitfalls }));
    const chips = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="60"/g)].map(
      ([, x, y, width]) => ({ left: Number(x), y: Number(y), right: Number(x) + Number(width) }),
    );
    expect(chips).toHaveLength(10);
    for (const chip of chips) {
      expect(chip.right).toBeLessThanOrEqual(INNER);
      const others = chips.filter((other) => other !== chip && other.y === chip.y);
      expect(others.every((other) => other.right <= chip.left || other.left >= chip.right)).toBe(true);
    }
  });

  test.each([
    ['clear (2 of 2)', 'Immediate Actions'],
    ['about 150 seconds, on the long side', 'Length'],
  ])('"%s" and its label have room beside each other', (words, label) => {
    expect(widthOf(words, 33, true) + widthOf(label, 38, true)).toBeLessThan(INNER);
  });

  test.each([
    ['an emoji and letters outside the font', '👩🏽‍🍳 失敗 கற்றல்', 'a step'],
    ['half an emoji', 'a\ud83d', 'a'],
    ['a control character and an escape', 'a\u0000\u001b[2Jb', 'a [2Jb'],
    ['markup', '<b>&amp;"', '&#60;b&#62;&#38;amp;&#34;'],
    ['nothing', '', 'a step'],
  ])('%s in a name is drawn as far as the font has it', async (_, name, shown) => {
    const svg = await scorecardAsSvg(scorecard({ steps: [{ name, score: 1 }] }));
    expect(wordsIn(svg)[0]).toBe(shown);
  });

  test('what has no end is shortened wherever it stands, and the picture keeps its size', async () => {
    const endless = 'W'.repeat(5_000);
    const png = await drawScorecard({
      ...fullScorecard,
      steps: [{ name: endless, score: 1 }],
      pitfalls: [endless],
      trend: [...judged(endless, 0.1), ...judged('b', 0.2)],
      critic: endless,
      seconds: { is: 100_000, from: 60, to: 120 },
    });
    expect(sizeOf(png).width).toBe(WIDTH);
    expect(sizeOf(png).height).toBeLessThan(1_600);
  });

  test('a pitfall the font has no letter of leaves no empty chip', async () => {
    const svg = await scorecardAsSvg(scorecard({ pitfalls: ['失敗', ' '] }));
    expect(svg).not.toContain('To look at');
  });

  test('the same scorecard is the same picture, however often it is drawn', async () => {
    const first = await scorecardAsSvg(fullScorecard);
    const png = Buffer.from(await drawScorecard(fullScorecard));
    for (let again = 0; again < 3; again += 1) {
      expect(await scorecardAsSvg(fullScorecard)).toBe(first);
      expect(png.equals(await drawScorecard(fullScorecard))).toBe(true);
    }
  });

  test('brings paper of its own up to its edge, so that a dark page does not shine through', async () => {
    const svg = await scorecardAsSvg(fullScorecard);
    const [paper] = svg.match(/<rect [^>]*stroke="#868e96"[^>]*>/) ?? [];
    expect(paper).toContain('fill="#ffffff"');
    expect(paper).toContain(`width="${WIDTH - 6}"`);
  });
});

test('whichever picture it is, it is drawn', async () => {
  const card: Scorecard = scorecard({ steps: [{ name: 'Context', score: 2 }], critic: 'offline critic' });
  expect(Buffer.from(await drawPicture(card)).equals(Buffer.from(await drawScorecard(card)))).toBe(true);
});
