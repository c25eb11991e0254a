import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionedUsers, typedText } from '../../../adapters/slack/receive/typed-text.ts';
import { anyUnits, anyWriting } from '../../text/any-text.ts';

const names = (userId: string) => (userId === 'U1' ? 'name' : undefined);
const typed = (slackText: string) => typedText(slackText, names);

/** As Slack escapes what is typed. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('what Slack sends becomes what was typed', () => {
  test.each([
    [
      'Costs &amp; risk &lt;5%; see <https://ex.org/a?x=1&amp;y=2|the report>, thanks <@U1>',
      'Costs & risk <5%; see the report (https://ex.org/a?x=1&y=2), thanks @name',
    ],
    ['<https://ex.org/a?x=1&amp;y=2>', 'https://ex.org/a?x=1&y=2'],
    ['<http://ex.org|ex.org>', 'ex.org'],
    ['<http://ex.org/|ex.org>', 'ex.org'],
    ['<https://ex.org|https://ex.org>', 'https://ex.org'],
    ['<https://ex.org/?a=1|Q&amp;A>', 'Q&A (https://ex.org/?a=1)'],
    ['<mailto:ada@ex.org|ada@ex.org>', 'ada@ex.org'],
    ['<mailto:ada@ex.org>', 'ada@ex.org'],
    ['<mailto:ada@ex.org|write to me>', 'write to me (ada@ex.org)'],
    ['<tel:+491234|+49 1234>', '+49 1234 (+491234)'],
    ['<@U1|ada>', '@name'],
    ['<@U2|ada>', '@ada'],
    ['<@U2>', '@someone'],
    ['<#C1|general>', '#general'],
    ['<#C1|>', '#channel'],
    ['<!channel>, <!here|here>, <!everyone|@everyone>', '@channel, @here, @everyone'],
    ['<!subteam^S1|@team>', '@team'],
    ['<!subteam^S1>', '@team'],
    ['<!date^1392734382^{date}^https://ex.org|Feb 18>', 'Feb 18'],
    ['<!new-thing^x>', '@new-thing'],
  ])('%s', (sent, shown) => {
    expect(typed(sent)).toBe(shown);
  });

  test('a mention typed letter by letter stays as it was typed', () => {
    expect(typed('&lt;@U1&gt; and &amp;lt; and &lt;!channel&gt;')).toBe('<@U1> and &lt; and <!channel>');
    expect(mentionedUsers('&lt;@U1&gt;')).toEqual([]);
  });

  test('each mentioned user is named once, in order', () => {
    expect(mentionedUsers('<@U2> and <@U1|ada>, again <@U2>, not <#C1|x> or <!channel>')).toEqual([
      'U2',
      'U1',
    ]);
  });

  test('whatever is typed comes back letter for letter', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyUnits, anyWriting, fc.string({ unit: fc.constantFrom(...'<>&;@!|#lt amp') })),
        (text) => {
          expect(typed(escaped(text))).toBe(text);
        },
      ),
    );
  });

  test('words around a token stay as they were', () => {
    fc.assert(
      fc.property(anyWriting, anyWriting, (before, after) => {
        expect(typed(`${escaped(before)}<@U1>${escaped(after)}`)).toBe(`${before}@name${after}`);
      }),
    );
  });
});
