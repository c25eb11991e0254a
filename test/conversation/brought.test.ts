import { describe, expect, test } from 'vitest';
import { decide, type Grounds } from '../../src/coach/decide.ts';
import type { Said } from '../../src/conversation/event.ts';
import { joined } from '../../src/conversation/part.ts';
import type { Session } from '../../src/conversation/session.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { read } from '../../src/critique/read.ts';
import { catalog } from '../../src/guide/catalog.ts';
import {
  AT,
  atCritique,
  atFirstStep,
  BEGINNING,
  lastCard,
  type Practice,
  quotesOn,
  SEED,
  TOLD,
} from './practice.ts';

const HARD = "I was fired after my breakdown last year and I still can't talk about it.";
const WHOLE = TOLD.join(' ');

/** A message of theirs was chosen to be looked at as a whole answer. */
function brings(text: string, current?: Session): Turn {
  const part = { id: 'b1', stamp: '5000', text };
  const said: Said = { type: 'said', part, ends: 'now', at: AT, seed: SEED.replace('0f', '1a') };
  const reading =
    text.trim() === '' ? {} : { reading: read(text, catalog.default, loadLanguage(), {}, 'story') };
  const grounds: Grounds = {
    catalog,
    current,
    target: undefined,
    beginning: BEGINNING,
    startsFresh: false,
    isBrought: true,
    view: undefined,
  };
  return decide({ ...said, ...reading }, grounds);
}

function begun(turn: Turn): Session {
  return turn.sessions.at(-1) ?? expect.fail('nothing was begun');
}

test('a practice begins at its draft with exactly the text that was brought', () => {
  const made = brings(WHOLE);
  const session = begun(made);
  expect(session).toMatchObject({ door: 'answer', stage: { at: 'reviewing' }, purpose: { kind: 'skipped' } });
  expect(joined(session.failure)).toBe(WHOLE);
  expect(session.failure.map(({ id }) => id)).toEqual(['b1']);
  expect(session.pastedSteps).toBeDefined();
  expect(lastCard(made.effects)?.origin).toEqual({ sessionId: session.id, turn: session.turn });
});

test('a story of distress that is brought is met, and neither read nor quoted', () => {
  const made = brings(HARD);
  const session = begun(made);
  expect(session.stage).toMatchObject({ at: 'sheltered', asks: 'what' });
  const card = lastCard(made.effects) ?? expect.fail('no card');
  expect(JSON.stringify(card)).toContain('That sounds hard, and it is yours to keep private.');
  expect(quotesOn(card)).toEqual([]);
  expect(JSON.stringify(card)).not.toContain('breakdown');
  expect(joined(session.failure)).toBe(HARD);
});

const OPEN: readonly (readonly [string, () => Practice])[] = [
  ['at a step', () => atFirstStep().says('It was our one event.', { ends: 'quiet' })],
  ['at its critique', () => atCritique()],
];

describe.each(OPEN)('beside a practice that is open %s', (_, stand) => {
  test('another begins, and the open one is paused with all that is in it', () => {
    const open = stand().session;
    const { sessions } = brings(WHOLE, open);
    expect(sessions).toHaveLength(2);
    const [left, fresh] = sessions;
    expect(left).toMatchObject({ id: open.id, stage: { at: 'paused' }, answers: open.answers });
    expect(left?.failure).toEqual(open.failure);
    expect(fresh?.id).not.toBe(open.id);
    expect(fresh?.stage.at).toBe('reviewing');
  });
});

test('one that rests already is left as it is', () => {
  const open = atFirstStep().says('pause').session;
  expect(brings(WHOLE, open).sessions).toHaveLength(1);
});

test.each([
  'pause',
  'stop',
  'help',
  'skip',
  'delete everything',
  'delete my data',
  'export',
  'history',
  'story',
])('a text that reads like the word "%s" is an answer still', (word) => {
  const made = brings(word);
  expect(joined(begun(made).failure)).toBe(word);
  expect(made.effects.map(({ type }) => type)).toEqual(['say']);
});

test('nothing but white space begins a practice that asks for the answer', () => {
  const made = brings(' \n ');
  expect(begun(made).stage.at).toBe('choosing');
  expect(lastCard(made.effects)).toBeDefined();
});
