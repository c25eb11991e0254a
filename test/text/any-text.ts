import fc from 'fast-check';

/** Any sequence of UTF-16 code units, lone surrogates and control characters among them. */
export const anyUnits = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 10, 13, 0xd83d, 0xde00, 0xfeff)))
  .map((units) => String.fromCharCode(...units));

/** Text as people write it: letters of several scripts, accents apart, joined emoji, hyphens, white space. */
export const anyWriting = fc
  .array(
    fc.constantFrom(
      ...['a', 'Zoë', 'é', 'É', 'ß', 'İ', 'Σ', '語', 'don’t', '7', '-', '--', "'", '.', '…', ' ', '\n', '\t'],
      ...['👩🏽‍🍳', '👨‍👩‍👧‍👦', '🇵🇱', '☕', '✍🏼', '\u200d', '\u0301', '1️⃣'],
    ),
  )
  .map((pieces) => pieces.join(''));
