import { describe, expect, test } from 'vitest';
import { decide, type Grounds } from '../../src/coach/decide.ts';
import type { SessionEvent } from '../../src/conversation/event.ts';
import type { Session } from '../../src/conversation/session.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { atCritique, atFirstStep, BEGINNING, choicesOn, type Practice, quotesOn, STORY } from './practice.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LATER = '2026-03-04T10:00:00.000Z';

const said = (text: string): SessionEvent => ({
  type: 'said',
  part: { id: 'x1', stamp: '9000', text },
  ends: 'now',
  at: LATER,
  seed: 'f'.repeat(32),
});

function chosen(session: Session, text: string, how: Partial<Grounds> = {}) {
  const grounds = { catalog, target: undefined, beginning: BEGINNING, startsFresh: false, view: undefined };
  return decide(said(text), { ...grounds, current: session, ...how });
}

const afterTwo = () => atFirstStep().says(STORY.context).says('keep');
const back = (practice: Practice, ms: number) => practice.later(ms).happens({ type: 'attached' });

describe('after more than a day', () => {
  test('one line says where they were, with their last words', () => {
    const practice = back(afterTwo(), 3 * DAY);
    expect(practice.shown).toContain('You were here three days ago, at 3 of 5, Immediate Actions.');
    expect(quotesOn(practice.card)).toEqual([STORY.context]);
  });

  test('then: go on, start fresh with this story, or another one', () => {
    const practice = back(afterTwo(), 3 * DAY);
    expect(practice.card.buttons.map(({ word, label }) => [word, label])).toEqual([
      ['go on', 'Go on'],
      ['fresh', 'Start fresh with this story'],
      ['another', 'Another story'],
    ]);
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'immediate-actions' });
  });

  test.each([
    [1.4 * DAY, 'a day ago'],
    [2 * DAY, 'two days ago'],
    [8 * DAY, 'a week ago'],
    [30 * DAY, '4 weeks ago'],
  ])('%d milliseconds are told as %s', (away, words) => {
    expect(back(afterTwo(), away).shown).toContain(`You were here ${words},`);
  });

  test('a paused practice is met the same way', () => {
    const practice = back(afterTwo().says('pause'), 3 * DAY);
    expect(practice.shown).toContain('You were here three days ago');
    expect(practice.says('go on').shown).toContain('3 of 5: Immediate Actions');
  });

  test('after the critique the last words are the last ones they wrote, not the first', () => {
    const practice = back(atCritique(), 2 * DAY);
    expect(practice.shown).toContain('at your critique');
    expect(quotesOn(practice.card)).toEqual([STORY.growth]);
  });

  test('an answer typed right away is an answer: nobody is made to choose first', () => {
    const practice = back(afterTwo(), 3 * DAY).says(STORY.actions);
    expect(practice.answer('immediate-actions')).toBe(STORY.actions);
  });
});

describe('after ten minutes', () => {
  test('the question stands as it was, with no recap', () => {
    const practice = back(afterTwo(), 10 * MINUTE);
    expect(practice.shown).toContain('3 of 5: Immediate Actions');
    expect(practice.shown).not.toContain('You were here');
  });

  test('/practice-failure offers the same three ways, without counting hours', () => {
    const practice = afterTwo()
      .later(10 * MINUTE)
      .says('/practice-failure');
    expect(practice.shown).toContain('You have a practice open, at 3 of 5, Immediate Actions.');
    expect(choicesOn(practice.card)).toEqual(['go on', 'fresh', 'another']);
  });
});

describe('the three ways', () => {
  const offered = () => back(afterTwo(), 3 * DAY).session;

  test('go on asks the same question again', () => {
    const { sessions } = chosen(offered(), 'go on');
    expect(sessions.map(({ stage }) => stage)).toEqual([offered().stage]);
  });

  test.each(['fresh', 'Start fresh with this story'])(
    '"%s" begins a new practice of the same story: what it is for and the story stand there already',
    (typed) => {
      const from = offered();
      const [left, fresh] = chosen(from, typed).sessions;
      expect(left).toMatchObject({ id: from.id, stage: { at: 'paused' } });
      expect(fresh?.id).not.toBe(from.id);
      expect(fresh).toMatchObject({
        storyId: from.storyId,
        purpose: from.purpose,
        failure: from.failure,
        answers: {},
        stage: { at: 'choosing' },
      });
    },
  );

  test('a fresh start after a critique is compared with it later on', () => {
    const from = back(atCritique(), 3 * DAY).session;
    const [, fresh] = chosen(from, 'fresh').sessions;
    expect(fresh?.earlier?.steps['growth-evidence']).toBe(
      from.critique?.critique.steps['growth-evidence']?.score,
    );
  });

  test('another story begins at the door, with a story of its own', () => {
    const from = offered();
    const [left, another] = chosen(from, 'another story').sessions;
    expect(left?.stage.at).toBe('paused');
    expect(another).toMatchObject({ stage: { at: 'opening', asks: 'door' }, failure: [] });
    expect(another?.storyId).not.toBe(from.storyId);
  });

  test('a paused practice that is started fresh stays paused, with every word kept', () => {
    const from = back(afterTwo().says('pause'), 3 * DAY).session;
    const { sessions } = chosen(from, 'fresh');
    expect(sessions.at(-1)).toMatchObject({ storyId: from.storyId, stage: { at: 'choosing' } });
    expect(sessions.filter(({ id }) => id === from.id)).toEqual([]);
  });
});

test('a story of distress is not quoted on the way back, and cannot be started fresh', () => {
  const practice = atFirstStep().says('My father died that week and I could not go on.').says('go on');
  back(practice, 3 * DAY);
  expect(quotesOn(practice.card)).toEqual([]);
  expect(choicesOn(practice.card)).toEqual(['go on', 'another']);
});
