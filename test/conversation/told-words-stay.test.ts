import { describe, expect, test } from 'vitest';
import { atCritique, atFirstStep, beginPractice } from './practice.ts';

const SLIP = 'I never booked the stage for our summer fair in writing.';
const open = { ends: 'open' } as const;

describe('words told before', () => {
  test('stay in front of what was added to them, after going back to the story and keeping it', () => {
    const practice = beginPractice().says('story').says('skip').says(SLIP);
    practice.says('Two years ago, in Leeds, for 300 guests.');
    practice.says('It went to somebody else on the Monday before.', open).presses('back').says('back');
    practice.says('back').says('keep');
    expect(practice.answer('failure')).toBe(`${SLIP}\nIt went to somebody else on the Monday before.`);
  });

  test('of a jotted moment that was kept give way to the line told for it later', () => {
    const practice = beginPractice().says('nothing').says('skip').says('I sent the wrong list');
    practice.says('pick').says('1').says('keep').says('back');
    practice.says("I mailed last year's price list to all four hundred customers without opening it.", open);
    practice.presses('next');
    const told = Object.values(practice.session.answers).flat();
    expect(told.map(({ text }) => text)).toEqual([
      "I mailed last year's price list to all four hundred customers without opening it.",
    ]);
  });

  test('said to a doubt in a word or two are no part of the story', () => {
    const practice = beginPractice().says('story').says('skip');
    practice
      .says('I arrived five minutes late to a meeting once.', open)
      .presses('next')
      .says('nobody', open);
    expect(practice.session.failure.map(({ text }) => text)).toEqual([
      'I arrived five minutes late to a meeting once.',
    ]);
    expect(practice.session.notes.map(({ text }) => text)).toContain('nobody');
    expect(practice.session.stage).toMatchObject({ at: 'asking' });
  });
});

describe('a run aloud', () => {
  test('that was paused is over: who comes back is at the critique, and no clock runs', () => {
    const practice = atCritique()
      .says('aloud')
      .says('60')
      .says('pause')
      .later(3 * 24 * 3_600_000)
      .says('go on');
    expect(practice.session.stage).toEqual({ at: 'critiqued' });
    expect(practice.session.runs).toEqual([]);
  });

  test('yes, where one is offered, begins it', () => {
    expect(atCritique().says('done').says('yes').session.stage).toMatchObject({ at: 'rehearsing' });
  });
});

test('no, where a reply is shown in its place, leaves the step as it was', () => {
  const practice = atCritique().says('answer').says('Now I ask for it in writing before I count on a room.');
  const before = practice.answer('growth-evidence');
  practice.says('no, leave it as it was');
  expect(practice.session.stage).toEqual({ at: 'critiqued' });
  expect(practice.answer('growth-evidence')).toBe(before);
});

test('a sentence where the role is asked is the story told early', () => {
  const practice = beginPractice().says('story').says('They rang us for a week because of it.');
  expect(practice.session.purpose).toEqual({ kind: 'skipped' });
  expect(practice.session.failure).toHaveLength(1);
});

test('a line of distress that was not ended is met at once, and nothing of it comes back in a recap', () => {
  const practice = atFirstStep({}).says('My father died that week and I missed the deadline.', open);
  expect(practice.session.stage.at).toBe('sheltered');
  practice
    .says('pause')
    .later(3 * 24 * 3_600_000)
    .happens({ type: 'attached' });
  expect(practice.shown).not.toContain('father');
});

test('a story of distress told as a remark at the draft is met there', () => {
  const practice = atCritique().says('back').says('I should say that my father died that week.');
  expect(practice.session.stage.at).toBe('sheltered');
  expect(practice.session.critique).toBeUndefined();
});

test('stopped while it was being read: who takes it up again is at the draft, not waiting for nobody', () => {
  const practice = atCritique().says('redo 5').says('I ask for it in writing now.').says('go');
  expect(practice.session.stage).toEqual({ at: 'critiquing' });
  practice.says('stop');
  expect(practice.session.stage).toEqual({ at: 'done', stage: { at: 'reviewing' } });
});

test('a message edited into a story of distress is met at "not so" too, on a card of its own', () => {
  const practice = atCritique();
  const partId = practice.session.answers.context?.[0]?.id ?? '';
  practice.happens({ type: 'edited', partId, text: 'My father died that week, and I was not there.' });
  practice.says('not so');
  expect(practice.session.stage.at).toBe('sheltered');
  expect(practice.shown).toContain('That sounds hard');
  expect(practice.shown).not.toContain('Set aside');
});
