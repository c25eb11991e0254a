import { describe, expect, test } from 'vitest';
import { checkArguments, contractChecked } from './argument-check.ts';
import { checkBlocks, checkText } from './block-kit-limits.ts';

const says = (...blocks: Parameters<typeof checkBlocks>[0]) =>
  checkBlocks(blocks, 'message').map((wrong) => `${wrong.code}: ${wrong.says}`);
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const button = (text: string, action_id: string, value = 'x') => ({
  type: 'button',
  text: plain(text),
  action_id,
  value,
});
const rich = (...elements: Readonly<Record<string, unknown>>[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

describe('blocks', () => {
  test('what is within the limits is taken', () => {
    expect(
      says(
        { type: 'header', text: plain('h'.repeat(150)) },
        { type: 'section', text: mrkdwn('s'.repeat(3000)) },
        { type: 'section', fields: Array.from({ length: 10 }, () => mrkdwn('f'.repeat(100))) },
        { type: 'actions', elements: [button('b'.repeat(75), 'one', 'v'.repeat(2000)), button('b', 'two')] },
        { type: 'context', elements: [mrkdwn('c')] },
        { type: 'divider' },
        { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'Bars' },
        rich({ type: 'text', text: 'It shipped <late> & broke.' }),
        rich({
          type: 'date',
          timestamp: 1_764_072_000,
          format: '{date_long_pretty} at {time}',
          fallback: 'then',
        }),
      ),
    ).toEqual([]);
  });

  test.each([
    ['a section of 3,001', { type: 'section', text: mrkdwn('s'.repeat(3001)) }],
    ['a section that passes 3,000 once escaped', { type: 'section', text: plain('&'.repeat(601)) }],
    ['an empty section', { type: 'section', text: mrkdwn('') }],
    ['a header of 151', { type: 'header', text: plain('h'.repeat(151)) }],
    ['a header in mrkdwn', { type: 'header', text: mrkdwn('h') }],
    ['eleven fields', { type: 'section', fields: Array.from({ length: 11 }, () => mrkdwn('f')) }],
    ['a field of 2,001', { type: 'section', fields: [mrkdwn('f'.repeat(2001))] }],
    ['a label of 76', { type: 'actions', elements: [button('b'.repeat(76), 'one')] }],
    ['a value of 2,001', { type: 'actions', elements: [button('b', 'one', 'v'.repeat(2001))] }],
    ['an action twice', { type: 'actions', elements: [button('a', 'one'), button('b', 'one')] }],
    ['an action id of 256', { type: 'actions', elements: [button('a', 'x'.repeat(256))] }],
    ['no buttons', { type: 'actions', elements: [] }],
    [
      '26 buttons',
      { type: 'actions', elements: Array.from({ length: 26 }, (_, at) => button('b', `a${at}`)) },
    ],
    [
      'eleven things beside each other',
      { type: 'context', elements: Array.from({ length: 11 }, () => mrkdwn('c')) },
    ],
    ['an option of 76', select(76, 10)],
    ['an option value of 151', select(10, 151)],
    ['a picture without words', { type: 'image', image_url: 'https://example.org/a.png' }],
    ['a block that is none', { type: 'paragraph', text: plain('p') }],
    ['an empty run', rich({ type: 'text', text: '' })],
    ['an element that is none', rich({ type: 'quote', text: 'q' })],
    ['a time that is no whole second', rich({ type: 'date', timestamp: '1764072000', format: '{time}' })],
    ['a time that shows nothing', rich({ type: 'date', timestamp: 1_764_072_000, format: 'then' })],
    [
      'a time that shows what there is not',
      rich({ type: 'date', timestamp: 1_764_072_000, format: '{when}' }),
    ],
    ['half an emoji', rich({ type: 'text', text: '🙂'.slice(0, 1) })],
    [
      'a list of words',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_list', style: 'bullet', elements: [{ type: 'text', text: 'a' }] }],
      },
    ],
    ['an input that begins with 3,001', input({ initial_value: 'i'.repeat(3001) })],
    ['an input that would hold 3,001', input({ max_length: 3001 })],
  ])('%s is not taken', (_name, block) => {
    expect(says(block)).toEqual([expect.stringMatching(/^invalid_blocks: /)]);
  });

  test('fifty blocks in a message, a hundred in a view', () => {
    const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' }));
    expect(says(...blocks.slice(1))).toEqual([]);
    expect(says(...blocks)).toEqual(['invalid_blocks: 51 blocks, at most 50']);
    expect(checkBlocks(blocks, 'view')).toEqual([]);
    expect(checkBlocks([...blocks, ...blocks], 'view')).toHaveLength(1);
  });

  test('all blocks together are counted as they are after escaping', () => {
    const five = (text: string) => Array.from({ length: 5 }, () => ({ type: 'section', text: mrkdwn(text) }));
    expect(says(...five('s'.repeat(2640)))).toEqual([]);
    expect(says(...five('s'.repeat(2641)))).toEqual([expect.stringMatching(/^msg_blocks_too_long: 13205/)]);
    expect(says(rich({ type: 'text', text: '<'.repeat(3301) }))).toEqual([
      expect.stringMatching(/^msg_blocks_too_long: 13204/),
    ]);
  });

  test('the text beside the blocks holds 40,000', () => {
    expect(checkText('t'.repeat(40_000))).toBeUndefined();
    expect(checkText('t'.repeat(40_001))?.code).toBe('msg_too_long');
  });
});

describe('arguments', () => {
  test.skipIf(!contractChecked)('a name that Slack’s own description does not have is found', () => {
    const args = { channel: 'C', text: 't', thread_ts: '1.2', metadata: {}, team_id: 'T', token: 'x' };
    expect(checkArguments('chat.postMessage', args)).toEqual([]);
    expect(checkArguments('chat.postMessage', { ...args, thread: '1.2' })).toEqual([
      'chat.postMessage: no argument is called thread',
    ]);
    expect(checkArguments('chat.update', { channel: 'C', text: 't' })).toEqual([
      'chat.update: ts is missing',
    ]);
  });

  test('so it is for the methods that came later', () => {
    expect(
      checkArguments('files.getUploadURLExternal', { filename: 'a.png', length: 3, alt_text: 'a' }),
    ).toEqual(['files.getUploadURLExternal: no argument is called alt_text']);
    expect(
      checkArguments('assistant.threads.setStatus', { channel_id: 'D', thread_ts: '1.2', status: '' }),
    ).toEqual([]);
  });
});

function select(label: number, value: number) {
  const options = [{ text: plain('l'.repeat(label)), value: 'v'.repeat(value) }];
  return { type: 'actions', elements: [{ type: 'static_select', action_id: 'a', options }] };
}

function input(more: Readonly<Record<string, unknown>>) {
  const element = { type: 'plain_text_input', action_id: 'a', ...more };
  return { type: 'input', block_id: 'b', label: plain('l'), element };
}
