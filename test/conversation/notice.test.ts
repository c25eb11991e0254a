import { describe, expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { decide } from '../../src/coach/decide.ts';
import { withModel } from '../../src/coach/house-model.ts';
import { FIRST_MANNER, type HouseModel, type Manner } from '../../src/conversation/session.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { plainReading } from './plain-reading.ts';
import {
  AT,
  atCritique,
  atFirstStep,
  BEGINNING,
  beginPractice,
  choicesOn,
  lastCard,
  NO_PRACTICE,
  SEED,
} from './practice.ts';

const WHERE = 'OpenAI (api.openai.com)';
const UNTOLD: HouseModel = { of: 'openai api.openai.com', where: WHERE, told: false, reads: false };
const withHouse = (model: HouseModel): { manner: Manner } => ({ manner: { ...FIRST_MANNER, model } });
const HARD = 'I was fired after my breakdown and I still cannot talk about it.';
const TOLD = { type: 'setManner', model: { reads: true, of: UNTOLD.of } };
const said = (text: string) =>
  ({ type: 'said', part: { id: 'x', stamp: '9', text }, ends: 'now', at: AT, seed: SEED }) as const;

describe('where a language model is set up', () => {
  test('the first card says where words go before anything is told, and offers to do without', () => {
    const practice = beginPractice(undefined, withHouse(UNTOLD));
    expect(practice.shown).toContain(
      `your answer and the role you name also go to a language model: ${WHERE}.`,
    );
    expect(choicesOn(practice.card)).toEqual(['story', 'answer', 'nothing', 'offline']);
    expect(practice.effects[0]).toEqual(TOLD);
    expect(practice.session.manner.model).toEqual({ ...UNTOLD, told: true, reads: true });
  });

  test('it is said once: neither later in the practice nor at the door of the next one', () => {
    const practice = atFirstStep(withHouse(UNTOLD));
    expect(practice.cards.filter((card) => fallbackText(card).includes(WHERE))).toHaveLength(1);
    const { model } = practice.session.manner;
    const next = beginPractice(undefined, withHouse(model ?? UNTOLD));
    expect(next.shown).not.toContain('language model');
    expect(next.effects.map(({ type }) => type)).toEqual(['say']);
  });

  test.each(['offline', 'Without the model', 'settings critic offline'])(
    '"%s" at the door chooses the offline critic',
    (words) => {
      const practice = beginPractice(undefined, withHouse(UNTOLD)).says(words);
      expect(practice.effects[0]).toEqual({ type: 'setManner', model: { reads: false, of: UNTOLD.of } });
      expect(practice.session.manner.model).toMatchObject({ told: true, reads: false });
      expect(practice.session.stage).toEqual({ at: 'opening', asks: 'door' });
      expect(practice.shown).toContain('Your critiques are made without the language model.');
      expect(choicesOn(practice.card)).toEqual(['story', 'answer', 'nothing']);
      expect(practice.says('story').session.stage).toEqual({ at: 'opening', asks: 'purpose' });
    },
  );

  test('the button of the first card does the same at any later time', () => {
    const practice = atCritique(withHouse(UNTOLD)).presses('settings:critic-offline', { turn: 1 });
    expect(practice.effects[0]).toEqual({ type: 'setManner', model: { reads: false, of: UNTOLD.of } });
  });

  test('the settings say how it is and change it both ways, and say where words go', () => {
    const practice = atFirstStep(withHouse(UNTOLD)).says('settings');
    expect(practice.shown).toContain(
      `go to a language model: ${WHERE}. To do without it: settings critic offline.`,
    );
    practice.says('settings critic offline');
    expect(practice.session.manner.model).toMatchObject({ reads: false });
    expect(practice.shown).toContain(`also go to ${WHERE}. To use it: settings critic model.`);
    practice.says('settings critic model');
    expect(practice.effects[0]).toEqual(TOLD);
    expect(practice.shown).toContain(`go to a language model: ${WHERE}.`);
    expect(practice.answer('context')).toBe('');
  });

  test('a story told at once, and an answer brought from elsewhere, are met by a card that says it too', () => {
    const story = 'I agreed the room for our customer day by phone and never got it in writing.';
    for (const isBrought of [false, true]) {
      const made = decide(said(story), {
        ...NO_PRACTICE,
        isBrought,
        beginning: { ...BEGINNING, ...withHouse(UNTOLD) },
      });
      const card = lastCard(made.effects);
      if (card === undefined) throw new Error('no card');
      expect(made.effects[0]).toEqual(TOLD);
      expect(fallbackText(card)).toContain(WHERE);
      expect(card.buttons.map(({ action }) => action)).toContain('settings:critic-offline');
    }
  });

  test('a story that is not scored is not talked over, and nothing may be sent', () => {
    const made = decide(
      {
        ...said(HARD),
        reading: { ...plainReading(HARD, catalog.default), distress: true },
      },
      { ...NO_PRACTICE, beginning: { ...BEGINNING, ...withHouse(UNTOLD) } },
    );
    expect(made.sessions.at(-1)?.stage.at).toBe('sheltered');
    expect(made.effects.map(({ type }) => type)).toEqual(['say']);
    const card = lastCard(made.effects);
    expect(card === undefined ? WHERE : fallbackText(card)).not.toContain(WHERE);
  });
});

test('where no language model is set up nothing is said of one, and there is nothing to choose', () => {
  const practice = beginPractice();
  expect(choicesOn(practice.card)).toEqual(['story', 'answer', 'nothing']);
  practice.says('settings critic offline');
  expect(practice.effects.map(({ type }) => type)).toEqual(['say']);
  expect(practice.session.manner).toEqual(FIRST_MANNER);
  practice.says('settings');
  for (const card of practice.cards) expect(fallbackText(card)).not.toMatch(/model|critic/i);
});

describe('what a person was told', () => {
  const at = { of: 'openai api.openai.com', where: WHERE };
  const as = (critic: string, noticeOf: string | null) =>
    withModel(FIRST_MANNER, { critic, noticeOf }, at).model;
  test.each([
    ['nobody asked yet', 'rubric', null, { told: false, reads: false }],
    ['told of this place', 'llm', at.of, { told: true, reads: true }],
    [
      'told of another place: told anew, and nothing is sent',
      'llm',
      'compatible localhost',
      { told: false, reads: false },
    ],
    [
      'does without: needs to hear of no other place',
      'rubric',
      'compatible localhost',
      { told: true, reads: false },
    ],
  ])('%s', (_name, critic, noticeOf, expected) => {
    expect(as(critic, noticeOf)).toMatchObject(expected);
  });
  test('nothing where no model is set up', () => {
    expect(withModel(FIRST_MANNER, { critic: 'llm', noticeOf: at.of }, undefined)).toEqual(FIRST_MANNER);
  });
});
