import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isVerbatim, SpanSchema, shift, spanOf } from '../../src/text/span.ts';
import { anyWriting } from './any-text.ts';

describe('quotes', () => {
  test('a span leaves out the white space around it', () => {
    expect(spanOf('One.  Two. ', 4, 11)).toEqual({ start: 6, end: 10, quote: 'Two.' });
  });

  test('where only white space is, there is nothing to quote', () => {
    expect(spanOf('a \n b', 1, 4)).toBeUndefined();
    expect(spanOf('abc', 2, 2)).toBeUndefined();
  });

  test('a quote that does not stand at its place is not verbatim', () => {
    const text = 'I said yes. I said yes.';
    expect(isVerbatim(text, { start: 12, end: 23, quote: 'I said yes.' })).toBe(true);
    expect(isVerbatim(text, { start: 11, end: 22, quote: 'I said yes.' })).toBe(false);
    expect(isVerbatim(text, { start: 0, end: 11, quote: 'I said no.' })).toBe(false);
  });

  test('every span is verbatim, in its own text and in a longer one around it', () => {
    fc.assert(
      fc.property(anyWriting, anyWriting, fc.nat(40), fc.nat(40), (text, before, a, b) => {
        const span = spanOf(text, Math.min(a, b), Math.max(a, b));
        if (span === undefined) return;
        expect(SpanSchema.parse(span)).toEqual(span);
        expect(isVerbatim(text, span)).toBe(true);
        expect(isVerbatim(before + text, shift(span, before.length))).toBe(true);
      }),
    );
  });
});
