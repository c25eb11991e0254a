import { describe, expect, test } from 'vitest';
import { PersonError } from '../../src/errors.ts';
import { parseLabelled } from '../../src/evaluation/labelled.ts';

const line = (value: unknown) => JSON.stringify(value);

describe('a file of labelled answers', () => {
  test('is one object a line, whatever ends the lines; blank lines and a byte order mark are nothing', () => {
    const content = `\uFEFF${line({ id: 'a', text: 'One.' })}\r\n\r\n  \n${line({ id: 7, text: 'Two.' })}\n`;
    expect(parseLabelled(content)).toEqual([
      { id: 'a', text: 'One.' },
      { id: '7', text: 'Two.' },
    ]);
  });

  test('without a line it holds nothing', () => {
    expect(parseLabelled('')).toEqual([]);
    expect(parseLabelled('\uFEFF\n\n')).toEqual([]);
  });

  test('keeps all labels, and takes parts instead of a text', () => {
    const whole = {
      id: 'a',
      parts: { context: 'I ran a shop.', immediate_actions: 'I rang.' },
      role: 'shop manager',
      style: 'clipped',
      steps: { context: 2, failure: 0 },
      pitfalls: ['too_short'],
      verdict: 'weak',
    };
    expect(parseLabelled(line(whole))).toEqual([whole]);
  });

  test('a role or a style that is null is as good as left out', () => {
    expect(parseLabelled(line({ id: 'a', text: 'One.', role: null, style: null }))).toHaveLength(1);
  });

  test.each([
    ['no JSON', '{"id":"b",', 'no JSON'],
    ['a score of 3', line({ id: 'b', text: 'Two.', steps: { context: 3 } }), 'steps.context'],
    ['another verdict', line({ id: 'b', text: 'Two.', verdict: 'fine' }), 'verdict'],
    ['neither text nor parts', line({ id: 'b' }), '"text" or "parts"'],
    ['no id', line({ text: 'Two.' }), 'id'],
    ['a list', '[]', 'expected object'],
  ])('names the line that cannot be read, blank ones counted: %s', (_, bad, why) => {
    const content = `${line({ id: 'a', text: 'One.' })}\n\n${bad}\n${line({ id: 'c', text: 'Three.' })}`;
    let thrown: unknown;
    try {
      parseLabelled(content);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(PersonError);
    expect(thrown).toHaveProperty('message', expect.stringContaining('Line 3 of the file'));
    expect(thrown).toHaveProperty('message', expect.stringContaining(why));
  });

  test('what somebody wrote is not in the message', () => {
    expect(() => parseLabelled('{"id":"a","text":"My secret story"')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });
});
