import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escaped, isBlank, safeText, weightOf } from '../../../adapters/discord/render/safe-text.ts';
import { anyUnits, anyWriting } from '../../text/any-text.ts';
import { liveIn, unescaped } from './markdown-model.ts';

/** What acts in Discord, each by itself. */
const ACTING: readonly string[] = [
  '*slanted*',
  '**bold**',
  '__under__',
  '_slanted_',
  '~~struck~~',
  '||hidden||',
  '`code`',
  '```\ncode\n```',
  '\\*not slanted*',
  '# Heading',
  '  ### Heading',
  '-# small',
  '- item',
  '* item',
  '1. item',
  '12. item',
  '> quoted',
  '>>> all quoted',
  'a\n# Heading',
  'a\n2. item',
  '[label](https://ex.org)',
  '<@123456789012345678>',
  '<@!1>',
  '<@&1>',
  '<#1>',
  '</start:1>',
  '<t:1700000000:R>',
  '<:name:1>',
  '<a:name:1>',
  '<id:customize>',
  '<https://ex.org>',
  'https://ex.org/a_b*c*',
  'HTTP://ex.org',
  'xhttps://ex.org',
  ':smile:',
  ':+1:',
  '@everyone',
  '@here',
  'discord.gg/abc',
];

const anyActing = fc
  .array(
    fc.oneof(
      fc.constantFrom(...ACTING),
      fc.constantFrom(...'\\*_~`|#->.:<@/[]()1\n \t!&'),
      anyWriting,
      anyUnits,
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('words as they were typed', () => {
  test.each(ACTING)('%j acts as it is, and not once it is escaped', (words) => {
    expect(liveIn(words)).not.toEqual([]);
    expect(liveIn(escaped(words))).toEqual([]);
    expect(unescaped(escaped(words))).toBe(words);
  });

  test('whatever anybody types: nothing acts, and it reads as it was typed', () => {
    fc.assert(
      fc.property(anyActing, (words) => {
        expect(liveIn(escaped(words))).toEqual([]);
        expect(unescaped(escaped(words))).toBe(safeText(words));
      }),
      { numRuns: 500 },
    );
  });

  test('two texts side by side act no more than each alone, wherever a line is cut', () => {
    fc.assert(
      fc.property(anyActing, fc.nat(), (words, at) => {
        const safe = safeText(words);
        const points = [...safe];
        const cut = points.slice(0, at % (points.length + 1)).join('').length;
        expect(liveIn(escaped(safe.slice(cut)))).toEqual([]);
      }),
    );
  });

  test('what acts nowhere is left alone', () => {
    for (const words of [
      'I was late: 3 days. (Really!) "No", she said & left; 50% of it = gone?',
      'It was 10-20 people, a well-known room and/or C# 1.5',
      'naïve Kraków 🇵🇱 👩🏽‍🍳 ¿qué?',
    ])
      expect(escaped(words)).toBe(words);
  });

  test('an address reads as the same address, and is none', () => {
    expect(escaped('see https://ex.org/a_(b)?x=1#top.')).toBe('see https\\://ex.org/a\\_(b)?x=1#top.');
  });

  test('what cannot be written or turns a line is left out', () => {
    expect(safeText('a\x1b[2Jb\x9b31mc\u0000d\u202Ee\ud800f\r\ng\u2028h\ti')).toBe('a[2Jb31mcdef\ng\nh\ti');
  });

  test('is never longer than it was weighed, and weights add up', () => {
    fc.assert(
      fc.property(anyActing, anyActing, (one, other) => {
        expect(escaped(one).length).toBeLessThanOrEqual(weightOf(one));
        expect(weightOf(one + other)).toBe(weightOf(one) + weightOf(other));
      }),
    );
  });

  test('forty thousand characters of one mark take no longer than others', () => {
    for (const mark of [' ', '1', '-', '\n', '> ', '1.', '\\', ':', '<'])
      expect(unescaped(escaped(mark.repeat(40_000 / mark.length)))).toBe(mark.repeat(40_000 / mark.length));
  });
});

test('nothing to see is white space, and letters without a mark', () => {
  for (const blank of ['', ' \n\t', '\u200b\u2060', '\u2800', '\u3164', '\u00ad\ufe0f'])
    expect(isBlank(blank)).toBe(true);
  for (const words of ['a', '…', '👍', '語', '"']) expect(isBlank(words)).toBe(false);
});
