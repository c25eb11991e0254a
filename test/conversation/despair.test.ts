import { describe, expect, test } from 'vitest';
import { decide } from '../../src/coach/decide.ts';
import {
  AT,
  atCritique,
  atDraft,
  atFirstStep,
  beginPractice,
  choicesOn,
  NO_PRACTICE,
  type Practice,
  SEED,
  tells,
} from './practice.ts';

const DESPAIR = 'honestly i dont want to live anymore';
const HARD = "I was fired after my breakdown last year and I still can't talk about it.";

/** Help is named before anything else, and the choices stand. */
function expectHelp(practice: Practice): void {
  expect(practice.shown).toContain('please talk to one today');
  expect(practice.shown).toMatch(/\b112\b[\s\S]*\b988\b[\s\S]*findahelpline\.com/);
}

const PLACES: readonly (readonly [string, () => Practice])[] = [
  ['at the door', () => beginPractice().says(DESPAIR)],
  ['where the role is asked', () => beginPractice().says('story').says(DESPAIR)],
  ['as the failure', () => beginPractice().says('story').says('skip').says(DESPAIR, { ends: 'open' })],
  ['among the cues', () => beginPractice().says('nothing').says('skip').says(DESPAIR, { ends: 'open' })],
  ['in an answer to a step', () => atFirstStep().says(DESPAIR, { ends: 'open' })],
  ['with a call for help in it', () => atFirstStep().says('help me i want to die', { ends: 'open' })],
  ['at the draft', () => atDraft().says(DESPAIR)],
  ['after the critique', () => atCritique().says(DESPAIR)],
  ['in the reply to one question', () => atCritique().says('answer').says(DESPAIR, { ends: 'open' })],
  ['where a hard story was met', () => beginPractice().says(HARD).says(DESPAIR)],
  [
    'in a hard story that is gone on with',
    () => beginPractice().says('story').says('skip').says(HARD).says('go on').says('skip').says(DESPAIR),
  ],
];

describe.each(PLACES)('words of despair %s', (_, told) => {
  test('get no next question: help is named, and what now is theirs to say', () => {
    const practice = told();
    expectHelp(practice);
    expect(practice.session.stage).toMatchObject({ at: 'sheltered', asks: 'help' });
    expect(choicesOn(practice.card)).toEqual(['stop', 'another', 'delete', 'go on']);
  });

  test('are kept, and the practice goes on only if the person says so, without scores', () => {
    const practice = told();
    expect(JSON.stringify(practice.session)).toMatch(/dont want to live|want to die/);
    practice.says('go on');
    expect(practice.session.sheltered).toBe(true);
    expect(practice.shown).not.toContain('findahelpline');
  });
});

test('somebody who rests, or is done, is answered too, and the practice stays where it is', () => {
  for (const word of ['pause', 'stop']) {
    const practice = atCritique().says(word);
    const { stage } = practice.session;
    expectHelp(practice.says('I want to kill myself'));
    expect(practice.session.stage).toEqual(stage);
    expect(practice.session.critique).toBeDefined();
  }
});

test('they are met in a form as well, and in an edit', () => {
  const filled = atDraft().fills('answers', { reflections: 'I wanted to end my life.' });
  expectHelp(filled);
  const edits = tells(atFirstStep(), 'It went wrong.');
  const part = Object.values(edits.session.answers).flat()[0];
  expect(part).toBeDefined();
  expectHelp(
    edits.happens({ type: 'edited', partId: part?.id ?? '', text: 'It went wrong and I want to die.' }),
  );
});

test('said again they are met again', () => {
  const practice = atFirstStep().says(DESPAIR, { ends: 'open' }).says('go on').says('next');
  expectHelp(practice.says('i want to kill myself', { ends: 'open' }));
});

test('where no practice is open nothing is begun with them', () => {
  for (const words of ['kms', DESPAIR]) {
    const event = {
      type: 'said',
      part: { id: 'm1', stamp: '1', text: words },
      ends: 'now',
      at: AT,
      seed: SEED,
    } as const;
    const made = decide(event, NO_PRACTICE);
    expect(made.sessions).toEqual([]);
    expect(JSON.stringify(made.effects)).toContain('findahelpline.com');
  }
});
