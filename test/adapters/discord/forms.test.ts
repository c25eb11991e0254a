import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { decodeCustomId, encodeCustomId } from '../../../adapters/discord/custom-id.ts';
import {
  answersModal,
  ratingsModal,
  shareModal,
  writeModal,
} from '../../../adapters/discord/render/forms.ts';
import { notesOf } from '../../../adapters/discord/render/prefills.ts';
import type { Input } from '../../../src/card/card.ts';
import type { Session } from '../../../src/conversation/session.ts';
import { catalog } from '../../../src/guide/catalog.ts';
import type { Guide } from '../../../src/guide/guide.ts';
import { everyBlock } from '../../card/every-block.ts';
import { atDraft } from '../../conversation/practice.ts';
import { colleagueConflict } from '../../guide/second-guide.ts';
import { judgingWordsIn } from '../../support/banned-words.ts';
import { liveIn } from './markdown-model.ts';
import { componentsIn, refusedComponents, textsOf } from './seen.ts';

type Modal = APIModalInteractionResponseCallbackData;

const guide = catalog.default;
const USER = '18446744073709551615';
const owner = { userId: USER, sessionId: '0f8fad5b-d9cb-469f-a165-70867728950e', turn: 1_000_000 };
const customId = encodeCustomId({ kind: 'form', action: 'write', ...owner });
const NASTY = '<@1> @everyone [a](https://evil.example) # *b*';

function withAnswers(answers: Readonly<Record<string, string>>): Session {
  const { session } = atDraft();
  const parts = Object.entries(answers).map(([id, text]) => [id, [{ id: `m-${id}`, stamp: '1', text }]]);
  return { ...session, answers: { ...session.answers, ...Object.fromEntries(parts) } };
}

const answers = (session: Session, of: Guide = guide) => answersModal({ guide: of, session, owner });
const labelsIn = (modal: Modal) =>
  modal.components.flatMap((each) => (each.type === ComponentType.Label ? [each] : []));
const inputsIn = (modal: Modal) => labelsIn(modal).map(({ component }) => component);
const choices = (count: number) => Array.from({ length: count }, (_, index) => `choice ${index}`);
const rating = (id: string, rest: object = {}): Input => ({
  type: 'rating',
  id,
  label: id,
  choices: ['not yet', 'there, but thin', 'clear'],
  ...rest,
});

/** What Discord would not take of a form: written from its pages. */
function refusedModal({ title, custom_id: id, components }: Modal): string[] {
  const long = (what: string, words: unknown, most: number) =>
    typeof words !== 'string' || (words.trim() !== '' && words.length <= most) ? [] : [`${what}: ${words}`];
  return [
    ...long('title', title, 45),
    ...long('id', id, 100),
    ...(components.length >= 1 && components.length <= 5 ? [] : [`${components.length} components`]),
    ...componentsIn(components).flatMap((each) => [
      ...(each.type === ComponentType.Label ? long('label', each.label, 45) : []),
      ...long('description', each.description, 100),
      ...long('value', each.value, 4_000),
      ...long('placeholder', each.placeholder, each.type === ComponentType.TextInput ? 100 : 150),
    ]),
    ...(textsOf({ components }).join('').length > 4_000 ? ['too many characters'] : []),
    ...refusedComponents(components),
  ];
}

const LONG_NAMES: Guide = {
  ...guide,
  steps: guide.steps.map((step) => ({ ...step, name: '👩🏽‍🍳'.repeat(60), strong: '👩🏽‍🍳'.repeat(60) })),
};

/** All forms of ours. */
const modals: [string, Modal][] = [
  ['all answers', answers(atDraft().session)],
  ['the answers of another question', answers({ ...atDraft().session, answers: {} }, colleagueConflict)],
  ['answers under names of sixty characters', answers(atDraft().session, LONG_NAMES)],
  [
    'one answer',
    writeModal({ title: 'The Failure', question: 'What happened?', prefill: 'It was late.', customId }),
  ],
  [
    'an answer to a long question',
    writeModal({ title: '👩🏽‍🍳'.repeat(60), question: '*'.repeat(9_000), customId }),
  ],
  [
    'five ratings',
    ratingsModal(
      guide.steps.map(({ id }) => rating(id, { value: 1 })),
      customId,
    ),
  ],
  [
    'everything a card may ask',
    ratingsModal(
      everyBlock.blocks.flatMap((block) => (block.kind === 'input' ? [block.input] : [])),
      customId,
    ),
  ],
  ['whom to show it', shareModal(customId)],
];

test.each(modals)('the form of %s is taken by Discord, and judges nobody', (_, modal) => {
  expect(refusedModal(modal)).toEqual([]);
  expect(decodeCustomId(modal.custom_id)).toMatchObject({ kind: 'form', ...owner });
  for (const words of [modal.title, ...labelsIn(modal).map(({ label }) => label)])
    expect(judgingWordsIn(words)).toEqual([]);
});

describe('all answers in one form', () => {
  test('a step each, with what a strong answer shows and what is written', () => {
    const { session } = atDraft();
    const modal = answers(session);
    expect(labelsIn(modal).map(({ label }) => label)).toEqual(guide.steps.map(({ name }) => name));
    for (const [index, { strong }] of guide.steps.entries())
      expect(strong.startsWith((labelsIn(modal)[index]?.description ?? '?').replace(/…$/, ''))).toBe(true);
    expect(inputsIn(modal)).toMatchObject(
      guide.steps.map(({ id }) => ({
        type: ComponentType.TextInput,
        custom_id: id,
        style: 2,
        max_length: 4_000,
        required: false,
        value: session.answers[id]?.[0]?.text,
      })),
    );
  });

  test('its id tells what each was filled with, and of which practice it is', () => {
    const { session } = atDraft();
    expect(decodeCustomId(answers(session).custom_id)).toEqual({
      kind: 'form',
      action: 'answers',
      ...owner,
      note: notesOf(guide, session),
    });
  });

  test('a step without an answer is an empty input', () => {
    for (const input of inputsIn(answers({ ...atDraft().session, answers: {} })))
      expect(input).not.toHaveProperty('value');
  });

  test('an answer that fits to the last character is there letter for letter', () => {
    const longest = `${NASTY}\n`.repeat(200).slice(0, 3_998).concat('🙂');
    const modal = answers(withAnswers({ context: longest }));
    expect(inputsIn(modal)[0]).toMatchObject({ value: longest });
    expect(refusedModal(modal)).toEqual([]);
  });

  test('a longer one is shown shortened, is no input, and says how to change it', () => {
    const modal = answers(withAnswers({ 'immediate-actions': `I rang them. ${'x '.repeat(2_500)}` }));
    expect(inputsIn(modal).map((input) => input.custom_id)).not.toContain('immediate-actions');
    expect(modal.components).toHaveLength(5);
    const [shown] = textsOf(modal);
    expect(shown).toContain('I rang them. x x');
    expect(shown).toContain(
      'This is longer than a form holds: edit your message, or write it anew: redo 3, or More.',
    );
  });

  test('five of the longest fit, and nothing written in them acts', () => {
    const long = Object.fromEntries(guide.steps.map(({ id }) => [id, `${NASTY} `.repeat(500)]));
    const modal = answers(withAnswers(long));
    expect(textsOf(modal)).toHaveLength(5);
    expect(refusedModal(modal)).toEqual([]);
    expect(textsOf(modal).flatMap(liveIn)).toEqual([]);
  });
});

describe('one answer in a form', () => {
  const write = (prefill?: string) =>
    writeModal({
      title: 'The Failure',
      question: `You said "${NASTY}". What happened?`,
      customId,
      ...(prefill === undefined ? {} : { prefill }),
    });

  test('is typed under the whole question, or given as a text file', () => {
    const modal = write('It was late.');
    expect(textsOf(modal)[0]).toContain('What happened?');
    expect(textsOf(modal).flatMap(liveIn)).toEqual([]);
    expect(inputsIn(modal)).toEqual([
      {
        type: ComponentType.TextInput,
        custom_id: 'text',
        style: 2,
        max_length: 4_000,
        required: false,
        value: 'It was late.',
      },
      {
        type: ComponentType.FileUpload,
        custom_id: 'file',
        min_values: 0,
        max_values: 1,
        required: false,
        file_types: ['.txt', '.md'],
      },
    ]);
    expect([modal.title, modal.custom_id]).toEqual(['The Failure', customId]);
  });

  test('is not filled with more than it holds, nor with nothing', () => {
    for (const prefill of [undefined, '', 'x'.repeat(4_001)])
      expect(inputsIn(write(prefill))[0]).not.toHaveProperty('value');
    expect(inputsIn(write('x'.repeat(4_000)))[0]).toHaveProperty('value');
  });

  test('stands without a question where there is none', () => {
    expect(textsOf(writeModal({ title: 'Your answer', question: ' ', customId }))).toEqual([]);
  });
});

describe('what a card asks for, as a form', () => {
  test('ratings are picked by their words and come back by their place', () => {
    expect(inputsIn(ratingsModal([rating('context', { value: 1 })], customId))).toEqual([
      {
        type: ComponentType.RadioGroup,
        custom_id: 'context',
        options: [
          { label: 'not yet', value: '0' },
          { label: 'there, but thin', value: '1', default: true },
          { label: 'clear', value: '2' },
        ],
      },
    ]);
  });

  test.each([1, 11, 30])('%i choices, too few or too many to be seen at once, are a menu', (count) => {
    const modal = ratingsModal([rating('r', { choices: choices(count) })], customId);
    expect(inputsIn(modal)[0]?.type).toBe(ComponentType.StringSelect);
    expect(refusedModal(modal)).toEqual([]);
  });

  test('several at once, a person and a moment have inputs of their own', () => {
    const options = choices(4).map((label) => ({ label, value: label }));
    const modal = ratingsModal(
      [
        { type: 'choice', id: 'c', label: 'Which?', options, many: true },
        { type: 'person', id: 'p', label: 'With whom?', value: '42' },
        { type: 'moment', id: 'm', label: 'When?', date: '2027-03-14', zone: 'Europe/Berlin' },
      ],
      customId,
    );
    expect(inputsIn(modal)).toMatchObject([
      { custom_id: 'c', min_values: 1, max_values: 4 },
      { custom_id: 'p', default_values: [{ id: '42', type: 'user' }] },
      { custom_id: 'm', value: '2027-03-14' },
      { custom_id: 'm-time', style: 1 },
    ]);
    expect(labelsIn(modal)[3]?.description).toBe('Europe/Berlin');
  });

  test('more than five are no form that Discord refuses', () => {
    const modal = ratingsModal(
      choices(7).map((id) => rating(id)),
      customId,
    );
    expect(refusedModal(modal)).toEqual([]);
    expect(modal.components).toHaveLength(5);
  });
});

test('sharing asks for one person, and says what they will get', () => {
  const modal = shareModal(customId);
  expect(inputsIn(modal)).toMatchObject([{ type: ComponentType.UserSelect, custom_id: 'to' }]);
  expect(labelsIn(modal)[0]?.description).toBe('You see exactly what they get before anything is sent.');
});
