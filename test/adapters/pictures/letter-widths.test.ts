import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { fitted, inLines, widthOf } from '../../../adapters/pictures/letter-widths.ts';

const SIZE = 100;
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`),
);

/** How wide words are really drawn, without the air at both ends. */
function drawnWidth(words: string, bold: boolean): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text x="10" y="100" font-size="${SIZE}" font-family="DejaVu Sans"${bold ? ' font-weight="bold"' : ''}>${words}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans' };
  return new Resvg(svg, { font }).getBBox()?.width ?? 0;
}

test.each([
  'Immediate Actions',
  'about 140 seconds, on the long side',
  'clear (2 of 2)',
  'MWMWMWMW',
  'Œuvre et cœur, æther + ½',
  'Straße, Größe, Übung',
  'Жизнь и Щука, ещё шаг',
  'Ψυχή και Ωμέγα',
])('"%s" is drawn no wider than was reckoned, and not much less', (words) => {
  for (const bold of [false, true]) {
    const drawn = drawnWidth(words, bold);
    expect(drawn).toBeLessThanOrEqual(widthOf(words, SIZE, bold));
    expect(drawn).toBeGreaterThan(widthOf(words, SIZE, bold) * 0.6);
  }
});

test('words that fit stay as they are, others end in an ellipsis within their room', () => {
  expect(fitted('Context', 1_000, 30)).toBe('Context');
  const cut = fitted('W'.repeat(50), 300, 30);
  expect(cut).toMatch(/^W+…$/);
  expect(widthOf(cut, 30)).toBeLessThanOrEqual(300);
});

test('lines break between words, and say all of them', () => {
  const words = 'The line stops where the critic changes: two critics are not compared.';
  const lines = inLines(words, 500, 30);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(words);
  for (const line of lines) expect(widthOf(line, 30)).toBeLessThanOrEqual(500);
});
