import { describe, expect, test } from 'vitest';
import { encodeCustomId } from '../../../adapters/discord/custom-id.ts';
import { INPUT_LABEL } from '../../../adapters/discord/render/limits.ts';
import { decodePicked, encodePicked } from '../../../adapters/discord/render/picked-note.ts';
import { WHEN_LABEL } from '../../../adapters/discord/render/team-inputs.ts';
import { pagesOf, teamModal } from '../../../adapters/discord/render/team-modal.ts';
import type { Card, Input } from '../../../src/card/card.ts';
import { apartForm, teamLine, typeForm } from '../../../src/coach/teams/team-forms.ts';
import { freshValues, scheduleForm } from '../../../src/mocks/series/cards/schedule-form.ts';
import { checkModal } from '../../fakes/discord/modal-limits.ts';
import { fieldsOf } from '../../fakes/slack/json.ts';

const ADA = '4444444444444444001';
const BEA = '4444444444444444002';
const options = ['clearly', 'wantMore', 'notHeard'].map((value) => ({ value, label: `label of ${value}` }));
const step = (no: number): Input => ({ type: 'choice', id: `step-${no}`, label: `Step ${no}`, options });
const line = (id: string): Input => ({ type: 'text', id, label: id, value: '', maxLength: 500 });
const effects: Input = { type: 'choice', id: 'effects', label: 'Effects', options, many: true };
const STEPS = [1, 2, 3, 4, 5].map(step);

function formOf(...inputs: readonly Input[]): Card {
  const { blocks, ...card } = teamLine('How did it come across to you?');
  return { ...card, blocks: [...blocks, ...inputs.map((input) => ({ kind: 'input', input }) as const)] };
}

const CUSTOM_ID = 'an id';
const modalOf = (card: Card, at = 0, values: Readonly<Record<string, string>> = {}) =>
  teamModal({ title: 'My card', card, page: pagesOf(card)?.[at] ?? [], values, customId: CUSTOM_ID });

describe('a form of a team’s', () => {
  test.each([
    ['with a text', typeForm('What I have so far.'), 1],
    ['with a person', apartForm(), 1],
    ['with five steps', formOf(...STEPS), 1],
    [
      'with five steps, two lines and what it did',
      formOf(...STEPS, line('stayed'), line('question'), effects),
      2,
    ],
  ])('%s is of modals that Discord takes', (_what, card, pages) => {
    expect(pagesOf(card)).toHaveLength(pages);
    for (let at = 0; at < pages; at += 1) expect(checkModal(fieldsOf(modalOf(card, at)))).toEqual([]);
  });

  const FEWEST = { channels: [], groups: [], knowsMembers: false };
  const groups = Array.from({ length: 30 }, (_, at) => ({ value: `${at}`, label: `Group ${at}` }));
  const MOST = { channels: [], groups, knowsMembers: true };

  test.each([
    ['fewest', FEWEST],
    ['most', MOST],
  ])('that schedules is of two modals, also where it asks for the %s', (_what, place) => {
    const asked = { title: 'x'.repeat(120), who: { ids: [ADA, BEA] } };
    const card = scheduleForm(freshValues('discord/1', 'America/Argentina/ComodRivadavia', asked), place);
    expect(pagesOf(card)).toHaveLength(2);
    for (const at of [0, 1]) expect(checkModal(fieldsOf(modalOf(card, at)))).toEqual([]);
    expect(WHEN_LABEL.length).toBeLessThanOrEqual(INPUT_LABEL);
  });

  test('that schedules has everything that the command can say, but where it was asked for', () => {
    const card = scheduleForm(freshValues('discord/1', 'UTC'), MOST);
    const asked = card.blocks.flatMap((block) => (block.kind === 'input' ? [block.input.id] : []));
    const ids = (pagesOf(card) ?? []).flat().map(({ id }) => id);
    // A day is typed into the line of the rhythm; who is with whom, beside the command.
    const missing = asked.filter((id) => !ids.includes(id));
    expect(['channel', 'date', 'pairs']).toEqual(expect.arrayContaining(missing));
    expect(ids).toEqual(
      expect.arrayContaining(['who', 'group', 'mode', 'rounds', 'days', 'when', 'zone', 'total']),
    );
  });

  test('with people holds them all, and a line is one line', () => {
    const card = scheduleForm(freshValues('discord/1', 'UTC', { who: { ids: [ADA, BEA] } }), FEWEST);
    const second = JSON.stringify(modalOf(card, 1));
    for (const id of [ADA, BEA]) expect(second).toContain(`"id":"${id}","type":"user"`);
    expect(second).not.toContain('"style":2');
    expect(JSON.stringify(modalOf(typeForm('')))).toContain('"style":2');
  });

  test('of more than two modals is none', () => {
    expect(
      pagesOf(formOf(...STEPS, ...Array.from({ length: 6 }, (_, at) => line(`line-${at}`)))),
    ).toBeUndefined();
  });

  test('can be sent with nothing filled in: the coach says what is missing, Discord does not', () => {
    const card = formOf(...STEPS, line('stayed'), line('question'), effects);
    const inputs = [0, 1].flatMap((at) =>
      modalOf(card, at).components.map((each) => fieldsOf(fieldsOf(each).component)),
    );
    const isAsked = inputs.filter(({ custom_id: id, required }) => id !== undefined && required !== false);
    expect(isAsked).toEqual([]);
  });

  test('stands as it was left where it was sent with something missing', () => {
    const card = formOf(...STEPS, line('stayed'), line('question'));
    const values = { 'step-2': 'wantMore', stayed: 'The hall.' };
    const [first, second] = [0, 1].map((at) => JSON.stringify(modalOf(card, at, values)));
    expect(first?.match(/"default":true/g)).toHaveLength(1);
    expect(second).toContain('"value":"The hall."');
  });
});

describe('what was picked on the first page', () => {
  const values = { 'step-1': 'clearly', 'step-3': 'notHeard', 'step-5': 'wantMore' };

  test('comes back from the id of what opens the second', () => {
    const note = encodePicked(STEPS, values);
    expect(decodePicked(STEPS, note)).toEqual(values);
    expect(decodePicked(STEPS, encodePicked(STEPS, {}))).toEqual({});
  });

  test('is not read from a note of anything else, or of a form with other steps', () => {
    for (const note of [undefined, '', 'plan', '012', `${encodePicked(STEPS, values)}0`])
      expect(decodePicked(STEPS, note)).toBeUndefined();
  });

  test('fits into an id with the longest names there are', () => {
    const id = encodeCustomId({
      kind: 'open',
      action: 'mock:0123456789n9999:card-observer:99-1',
      userId: '18446744073709551615',
      note: encodePicked(STEPS, values),
    });
    expect(id.length).toBeLessThanOrEqual(100);
  });
});
