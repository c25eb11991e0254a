import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderCard } from '../../../adapters/terminal/render.ts';
import type { Scorecard } from '../../../src/card/picture.ts';
import { altOf } from '../../../src/card/picture-alt.ts';
import { fullScorecard, scorecard } from '../../card/scorecard-sample.ts';
import { anyUnits } from '../../text/any-text.ts';

function rendered(picture: Scorecard, width = 80, colour = false): string {
  return renderCard(
    { v: 1, blocks: [{ kind: 'picture', picture, alt: altOf(picture) }], buttons: [], asks: 'nothing' },
    { width, colour, choices: true },
  );
}

describe('a scorecard in the terminal', () => {
  test('is bars with their words beside them', () => {
    expect(rendered(fullScorecard)).toBe(
      [
        'Context           ██████████  clear (2 of 2), last time thin, you said clear',
        'The Failure       ██████████  clear (2 of 2), last time clear, you said thin',
        'Immediate Actions █████░░░░░  thin (1 of 2), last time thin, you said clear',
        'Reflections       ░░░░░░░░░░  not yet (0 of 2), last time not yet, you said thin',
        'Growth Evidence   █████░░░░░  thin (1 of 2), last time not yet, you said not yet',
        'Length            █████▒▒░░░  about 95 seconds, a good length (▒ 1 to 2 minutes)',
        'To look at: no growth shown · others’ mistakes',
        'Your last 4 practices (of 100), oldest first:',
        '  ▃▄  offline critic: 30, 42',
        '  ▃▆  with gpt-x: 35, 70',
        'The line stops where the critic changes: two critics are not compared.',
        'Judged by: with gpt-x',
      ].join('\n'),
    );
  });

  test('has no figure where numbers are hidden', () => {
    const shown = rendered({ ...fullScorecard, numbers: false });
    expect(shown).toContain('Context           ██████████  clear, last time thin, you said clear');
    expect(shown).toContain('a good length');
    expect(shown).not.toMatch(/\d/);
  });

  test('is the same without colour: colour says nothing by itself', () => {
    const coloured = rendered(fullScorecard, 80, true);
    expect(coloured).not.toBe(rendered(fullScorecard));
    expect(stripVTControlCharacters(coloured)).toBe(rendered(fullScorecard));
  });

  test('stands label, bar and words under one another in a narrow window', () => {
    expect(rendered(scorecard({ steps: [{ name: 'Immediate Actions', score: 1, last: 0 }] }), 24)).toBe(
      ['Immediate Actions', '█████░░░░░', '  thin (1 of 2), last', '  time not yet'].join('\n'),
    );
    expect(
      rendered(scorecard({ steps: [{ name: 'Immediate Actions', score: 2 }], numbers: false }), 24),
    ).toBe(['Immediate Actions', '██████████  clear'].join('\n'));
  });

  test.each([
    [0, '░░░▒▒▒▒░░░'],
    [59, '███▒▒▒▒░░░'],
    [90, '█████▒▒░░░'],
    [150, '████████░░'],
    [900, '██████████'],
  ])('%i seconds stand against the band', (is, bar) => {
    expect(rendered(scorecard({ seconds: { is, from: 60, to: 120 } }))).toContain(
      `Length            ${bar} `,
    );
  });

  test('whatever a name holds, it fits the window and moves no cursor', () => {
    fc.assert(
      fc.property(anyUnits, fc.integer({ min: 16, max: 80 }), (name, width) => {
        const shown = rendered(
          { ...fullScorecard, steps: [{ name, score: 1, last: 0, own: 2 }], pitfalls: [name] },
          width,
        );
        expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 60 },
    );
  });
});
