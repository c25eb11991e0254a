import { describe, expect, test } from 'vitest';
import { decodePress, encodePress } from '../../../adapters/slack/press.ts';
import { calledIn, problemsAt, teamValues } from '../../../adapters/slack/receive/team-payload.ts';
import { renderCard, renderPlain } from '../../../adapters/slack/render/render.ts';
import { teamModal } from '../../../adapters/slack/render/team-form.ts';
import { type Card, type Input, text } from '../../../src/card/card.ts';
import { checkBlocks } from '../../fakes/slack/block-kit-limits.ts';
import type { Fields } from '../../fakes/slack/json.ts';

const ACTION = 'mock:s1n1:card-partner:1-0';

function asking(...inputs: Input[]): Card {
  return {
    v: 1,
    blocks: [text('How was it?'), ...inputs.map((input) => ({ kind: 'input', input }) as const)],
    buttons: [{ action: ACTION, word: 'send', label: 'Send my card' }],
    asks: 'nothing',
  };
}

const choices = (count: number): Input => ({
  type: 'choice',
  id: 'effects',
  label: 'What it did',
  options: Array.from({ length: count }, (_, at) => ({ value: `${at + 1}`, label: `Effect ${at + 1}` })),
  many: true,
});
const line = (maxLength: number): Input => ({
  type: 'text',
  id: 'stayed',
  label: 'A line',
  value: '',
  maxLength,
});

const modalOf = (...inputs: Input[]) =>
  teamModal({ title: 'My card', card: asking(...inputs), privateMetadata: '{}' });

describe('a form of a team', () => {
  test('asks for nothing by itself, and is sent by the button of its card', () => {
    const { blocks, submit } = modalOf(choices(3), line(500), { type: 'person', id: 'who', label: 'Who' });
    const inputs = blocks.filter(({ type }) => type === 'input');
    expect(inputs).toHaveLength(3);
    expect(inputs.every((input) => 'optional' in input && input.optional === true)).toBe(true);
    expect(submit?.text).toBe('Send my card');
  });

  test.each([
    ['a few as boxes', 10, 'checkboxes'],
    ['many as a menu', 11, 'multi_static_select'],
  ])('shows several choices, %s', (_, count, type) => {
    const { blocks } = modalOf(choices(count));
    expect(blocks.at(-1)).toMatchObject({ block_id: 'effects', element: { type } });
    expect(checkBlocks(blocks as unknown as Fields[], 'view')).toEqual([]);
  });

  test('sends a short line by Enter, and has room for a long one', () => {
    const multiline = (most: number) => modalOf(line(most)).blocks.at(-1);
    expect(multiline(60)).toMatchObject({ element: { multiline: false, max_length: 60 } });
    expect(multiline(500)).toMatchObject({ element: { multiline: true, max_length: 500 } });
  });

  test('is the only place where its inputs stand: in a message there is its button', () => {
    for (const render of [renderCard, renderPlain]) {
      const drawn = JSON.stringify(render(asking(choices(3), line(60)), { userId: 'U1' }));
      expect(drawn).not.toContain('Effect 1');
      expect(drawn).toContain('Send my card');
      expect(drawn).not.toContain('Rate the parts');
    }
  });
});

test('what was filled in is read: several choices by hyphens, people by commas, an emptied line as empty', () => {
  const state = (id: string, of: Record<string, unknown>) => ({ [id]: of });
  expect(
    teamValues({
      effects: state('effects', { type: 'checkboxes', selected_options: [{ value: '1' }, { value: '3' }] }),
      people: state('people', { type: 'multi_users_select', selected_users: ['U1', 'U2'] }),
      who: state('who', { type: 'users_select', selected_user: null }),
      when: state('when', { type: 'plain_text_input', value: null }),
      stayed: state('stayed', { type: 'plain_text_input', value: 'A line' }),
      date: state('date', { type: 'datepicker', selected_date: '2027-03-11' }),
      'date-time': state('date-time', { type: 'timepicker', selected_time: '15:00' }),
    }),
  ).toEqual({
    effects: '1-3',
    people: 'U1,U2',
    when: '',
    stayed: 'A line',
    date: '2027-03-11',
    'date-time': '15:00',
  });
});

test('a problem of a field that the form has not stands under its first, beside what is there', () => {
  const problems = { title: 'Too long.', channel: 'Choose one.' };
  expect(problemsAt(problems, ['title', 'when'])).toEqual({ title: 'Too long. Choose one.' });
  expect(problemsAt(problems, [])).toEqual({});
});

test('a button may be of a team, whose name is read back', () => {
  const press = { action: 'mock:s1n1:join', userId: 'team:0a1b2c' };
  expect(decodePress(encodePress(press))).toEqual(press);
  expect(decodePress('mock:s1n1:join|team:../x||')).toBeUndefined();
});

test.each([
  [{ user: { id: 'U1', name: 'ada' } }, 'ada'],
  [{ user: { id: 'U1', username: 'ada' } }, 'ada'],
  [{ user_id: 'U1', user_name: 'ada' }, 'ada'],
  [{ user: null }, undefined],
  [undefined, undefined],
])('%j calls somebody %s', (body, called) => {
  expect(calledIn(body)).toBe(called);
});
