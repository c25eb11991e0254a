import { describe, expect, test } from 'vitest';
import { beginPractice, choicesOn, type Practice, STORY, TOLD, tells } from './practice.ts';

const FELT = 'It was horrible and I was ashamed.';
const BLAMED = 'The supplier delivered late and management refused.';
const BARE = 'It was a horrible day and I felt awful.';

/** A practice at its first step, with nothing told yet. */
const atSteps = () => beginPractice().says('story').says('skip').says('skip');
const stageOf = ({ session }: Practice) => session.stage;
const nudgeOf = (practice: Practice, step: number) => practice.guide.steps[step]?.nudge ?? '';

describe('an answer with nothing of the step in it', () => {
  test('is asked once more, as a question, with keep as what Enter does', () => {
    const practice = tells(atSteps(), FELT);
    expect(stageOf(practice)).toMatchObject({ at: 'asking', step: 'context', nudged: true });
    expect(practice.shown).toContain(nudgeOf(practice, 0));
    expect(practice.card.buttons[0]).toMatchObject({ word: 'keep', style: 'primary' });
  });

  test('keep passes, and the words stay as they are', () => {
    const practice = tells(atSteps(), FELT).says('keep');
    expect(stageOf(practice)).toMatchObject({ at: 'asking', step: 'failure' });
    expect(practice.answer('context')).toBe(FELT);
  });

  test('more words join the same answer, and it is never asked a third time', () => {
    const practice = tells(tells(atSteps(), FELT), 'I still feel awful.');
    expect(practice.answer('context')).toBe(`${FELT}\nI still feel awful.`);
    expect(stageOf(practice)).toMatchObject({ at: 'asking', step: 'failure' });
  });

  test('skip and back work as everywhere', () => {
    expect(stageOf(tells(atSteps(), FELT).says('skip'))).toMatchObject({ step: 'failure' });
    expect(stageOf(tells(atSteps(), FELT).says('back'))).toEqual({ at: 'choosing' });
  });
});

test('two nudges are the most in a practice', () => {
  const practice = tells(tells(atSteps(), FELT).says('keep'), BLAMED);
  expect(stageOf(practice)).toMatchObject({ step: 'failure', nudged: true });
  tells(practice.says('keep'), BARE);
  expect(practice.session.nudged).toEqual(['context', 'failure']);
  expect(stageOf(practice)).toMatchObject({ step: 'reflections' });
});

test('a step is not nudged again when the person comes back to it', () => {
  const practice = tells(atSteps(), FELT).says('keep').says('back');
  tells(practice, 'I felt awful.');
  expect(stageOf(practice)).toMatchObject({ step: 'failure' });
  expect(practice.session.nudged).toEqual(['context']);
});

test('a step that is rewritten from the draft is not nudged', () => {
  const practice = atSteps();
  for (const line of TOLD) practice.says(line);
  tells(practice.says('redo 1'), FELT);
  expect(stageOf(practice)).toEqual({ at: 'reviewing' });
  expect(practice.session.nudged).toEqual([]);
});

test('an answer that says something of the step, however short, is left alone', () => {
  const practice = atSteps();
  for (const line of TOLD) tells(practice, line);
  expect(stageOf(practice)).toEqual({ at: 'reviewing' });
  expect(practice.session.nudged).toEqual([]);
  expect(tells(atSteps(), STORY.context).session.nudged).toEqual([]);
});

describe('a message that is whole (piped, or a form)', () => {
  test('is not asked twice: the nudge is a line beside the next question, with the way back', () => {
    const practice = atSteps().says(FELT);
    expect(stageOf(practice)).toMatchObject({ at: 'asking', step: 'failure' });
    expect(practice.shown).toContain(`${nudgeOf(practice, 0)} To add it, type redo 1.`);
    expect(practice.shown).toContain('2 of 5: The Failure');
    expect(choicesOn(practice.card)[0]).toBe('next');
  });

  test('counts as one of the two', () => {
    const practice = atSteps().says(FELT).says(BLAMED).says(BARE);
    expect(practice.session.nudged).toEqual(['context', 'failure']);
    expect(practice.shown).not.toContain(nudgeOf(practice, 2));
  });
});
