import { expect, test } from 'vitest';
import { atDraft, atFirstStep, type Practice, STORY } from './practice.ts';

/** Later than any stamp: what the coach says of a question that nobody has seen yet. */
const NOT_SHOWN_YET = '~';
const LATE = 'It was for all our clients.';

function step(practice: Practice, number: number): string {
  return practice.guide.steps[number - 1]?.id ?? expect.fail(`no step ${number}`);
}

/** A message of a chat; `asked` is the stamp of the question that stands, where one answers it first. */
function writes(practice: Practice, text: string, stamp: string, asked?: string): Practice {
  return practice.happens({
    type: 'said',
    part: { id: `c${stamp}`, stamp, text },
    ends: 'quiet',
    ...(asked === undefined ? {} : { asked }),
  });
}

/** The first step is answered, and Next was pressed; the second question bears the stamp 2000. */
function atSecondStep(): Practice {
  return writes(atFirstStep(), STORY.context, '1000').presses('next');
}

test('a message that is older than the question belongs to the answer before it', () => {
  const practice = writes(atSecondStep(), LATE, '1900', '2000');
  expect(practice.answer(step(practice, 1))).toContain(LATE);
  expect(practice.answer(step(practice, 2))).not.toContain(LATE);
  expect(practice.session.stage).toMatchObject({ at: 'asking', step: step(practice, 2) });
  expect(practice.shown).toContain('That one came late. I put it with');
});

test('it stands where it was written: before what was sent after it', () => {
  const practice = writes(writes(atSecondStep(), 'Then this.', '1950', '2000'), LATE, '1900', '2000');
  expect(practice.answer(step(practice, 1)).split('\n').slice(-2)).toEqual([LATE, 'Then this.']);
});

test('a message that is younger than the question answers it', () => {
  const practice = writes(atSecondStep(), LATE, '2100', '2000');
  expect(practice.answer(step(practice, 2))).toContain(LATE);
  expect(practice.answer(step(practice, 1))).not.toContain(LATE);
});

test('a question that was not shown yet is answered by nobody', () => {
  const practice = writes(atSecondStep(), LATE, '9999', NOT_SHOWN_YET);
  expect(practice.answer(step(practice, 1))).toContain(LATE);
  expect(practice.session.stage).toMatchObject({ at: 'asking', step: step(practice, 2) });
});

test('once something answers the question, what comes is weighed against that answer alone', () => {
  const practice = writes(writes(atSecondStep(), 'It was mine.', '2100', '2000'), LATE, '2050', '2000');
  expect(practice.answer(step(practice, 2)).split('\n').slice(-2)).toEqual([LATE, 'It was mine.']);
});

test('after a Next in vain the question stands since it was put first: an answer on its way is not late', () => {
  const practice = atFirstStep();
  const { askedTurn } = practice.session;
  practice.presses('next');
  expect(practice.shown).toContain('Nothing here yet.');
  expect(practice.session.askedTurn).toBe(askedTurn);
});

test('a step that is rewritten takes the next message, however old the question makes it look', () => {
  const practice = atDraft().says('redo 2');
  expect(practice.session.stage).toMatchObject({ at: 'asking', fresh: true });
  writes(practice, LATE, '9000', '9999');
  expect(practice.answer(step(practice, 2))).toBe(LATE);
  expect(practice.session.replaced.map(({ parts }) => parts.map(({ text }) => text))).toContainEqual([
    STORY.slip,
  ]);
});

test('before any answer there is none that it could belong to: it is taken', () => {
  const practice = atFirstStep();
  const nothing = practice.session.failure;
  expect(nothing).not.toEqual([]);
  writes(practice, LATE, '1900', '2000');
  // The failure was told last, so that it goes there.
  expect(practice.session.failure.map(({ text }) => text)).toContain(LATE);
});

test('a word that is a command is one, however late it comes', () => {
  const practice = writes(atSecondStep(), 'skip', '1900', '2000');
  expect(practice.session.stage).toMatchObject({ at: 'asking', step: step(practice, 3) });
  expect(JSON.stringify(practice.session.answers)).not.toContain('skip');
});

test('a late message that tells of something hard is met', () => {
  const hard = "I was fired after my breakdown last year and I still can't talk about it.";
  const practice = writes(atSecondStep(), hard, '1900', '2000');
  expect(practice.answer(step(practice, 1))).toContain(hard);
  expect(practice.session.stage.at).toBe('sheltered');
  expect(practice.shown).toContain('That sounds hard, and it is yours to keep private.');
});
