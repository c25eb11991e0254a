import { expect, test } from 'vitest';
import { quotesIn } from '../../../adapters/llm/quotes-in.ts';
import { isVerbatim } from '../../../src/text/span.ts';

const TEXT = 'We said “it’s fine” to Zoë.\nThen the café  closed early — and I had not asked.';

test.each([
  ["it's fine", 'it’s fine'],
  ['We said "it\'s fine"', 'We said “it’s fine'],
  ['to Zoe\u0308', 'to Zoë'],
  ['the cafe\u0301 closed', 'the café  closed'],
  ['the\u00a0café\u00a0closed', 'the café  closed'],
  ['to Zoë. Then the café', 'to Zoë.\nThen the café'],
  ['closed early - and I', 'closed early — and I'],
  ['then the café', 'Then the café'],
  ['"... the café closed early …"', 'the café  closed early'],
  ['the caf\u00adé closed', 'the café  closed'],
])('%j is found as it stands', (quote, stands) => {
  const span = quotesIn(TEXT)(quote);
  expect(span?.quote).toBe(stands);
  if (span !== undefined) expect(isVerbatim(TEXT, span)).toBe(true);
});

test('NFD in the answer is the same as NFC in the quote, and stays NFD', () => {
  const text = 'The cafe\u0301 closed.';
  expect(quotesIn(text)('the café closed')).toEqual({
    start: 0,
    end: 16,
    quote: 'The cafe\u0301 closed',
  });
});

test.each([
  ['an invented tail', 'the café closed early and everyone laughed'],
  ['an invented beginning', 'sadly the café closed'],
  ['a word left out', 'the café early'],
  ['the end of a longer word', 'it’s fin'],
  ['the beginning inside a word', 'afé closed'],
  ['one word', 'café'],
  ['nothing', ''],
  ['only signs', '“…”'],
  ['two quotes in one', 'the café … not asked'],
])('%s is no quote', (_what, quote) => {
  expect(quotesIn(TEXT)(quote)).toBeUndefined();
});
