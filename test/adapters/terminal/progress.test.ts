import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderCard } from '../../../adapters/terminal/render.ts';
import { altOf } from '../../../src/card/picture-alt.ts';
import { progressPicture as picture } from '../../card/progress-sample.ts';

function rendered(width = 80, colour = false): string {
  return renderCard(
    { v: 1, blocks: [{ kind: 'picture', picture, alt: altOf(picture) }], buttons: [], asks: 'nothing' },
    { width, colour, choices: true },
  );
}

describe('progress in the terminal', () => {
  test('is a column a practice, cut where the critic changes, the own view beside', () => {
    expect(rendered()).toBe(
      [
        'Your last 5 practices, oldest first (▁ not yet, ▄ thin, █ clear):',
        'Context     ▁▄┊█┊▄▄  your own view ·▄┊·┊█·',
        'The Failure ▄▄┊█┊██  your own view ·▁┊·┊█·',
        '┊ another critic',
      ].join('\n'),
    );
  });

  test('says nothing by colour alone', () => {
    expect(stripVTControlCharacters(rendered(80, true))).toBe(rendered());
  });

  test.each([20, 32, 47])('fits a window of %i columns', (width) => {
    for (const line of rendered(width).split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  });
});
