import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedText } from '../../../adapters/discord/receive/typed-text.ts';
import { anyUnits, anyWriting } from '../../text/any-text.ts';
import { BEN, BOT_USER } from './receive-payloads.ts';

const typed = (content: string) => typedText(content, { names: { [BEN]: 'Ben' } }, BOT_USER);

describe('what Discord sends becomes what was typed', () => {
  test.each([
    [`thanks <@${BEN}> and <@!${BEN}>`, 'thanks @Ben and @Ben'],
    ['ask <@4444444444444444449>', 'ask @someone'],
    ['see <#2222222222222222001>', 'see #channel'],
    ['for <@&2222222222222222003>', 'for @role'],
    ['well <:party_time:2222222222222222004> <a:wave:2222222222222222005>', 'well :party_time: :wave:'],
    ['at <t:1764072000> or <t:1764072000:R>', 'at 2025-11-25 12:00 UTC or 2025-11-25 12:00 UTC'],
    ['at <t:9999999999999>', 'at <t:9999999999999>'],
    ['type </practice-failure start:2222222222222222006>', 'type /practice-failure start'],
    ['<id:guide> and <id:linked-roles:2222222222222222007>', '#guide and #linked-roles'],
    ['@everyone, @here', '@everyone, @here'],
    [
      '**bold** \\*not\\* <b> a < b > c <https://ex.org/?a=1&amp;b=2>',
      '**bold** \\*not\\* <b> a < b > c <https://ex.org/?a=1&amp;b=2>',
    ],
    ['# not a number\n- and 1 < 2', '# not a number\n- and 1 < 2'],
  ])('%s', (sent, shown) => {
    expect(typed(sent)).toBe(shown);
  });

  test.each([
    [`<@${BOT_USER}> I promised Friday.`, 'I promised Friday.'],
    [`  <@!${BOT_USER}>, I promised Friday.`, 'I promised Friday.'],
    [`<@${BOT_USER}>:\nI promised Friday.`, 'I promised Friday.'],
    [`<@${BOT_USER}>`, ''],
    [`I told <@${BOT_USER}> so`, 'I told @someone so'],
    [`<@${BEN}> promised Friday.`, '@Ben promised Friday.'],
  ])('the coach is addressed, and that is no part of the answer: %s', (sent, shown) => {
    expect(typed(sent)).toBe(shown);
  });

  test('whatever is typed comes back letter for letter', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'<>&@!#:/\\*_~`|t a1') });
    fc.assert(
      fc.property(fc.oneof(anyUnits, anyWriting, odd), (text) => {
        expect(typed(text)).toBe(text);
      }),
    );
  });

  test('words around a token stay as they were', () => {
    fc.assert(
      fc.property(anyWriting, anyWriting, (before, after) => {
        expect(typed(`${before}<@${BEN}>${after}`)).toBe(`${before}@Ben${after}`);
      }),
    );
  });
});
