import { describe, expect, test } from 'vitest';
import { stuckAs } from '../../src/conversation/stuck.ts';
import { atCritique, atFirstStep, beginPractice, STORY } from './practice.ts';

const atStory = () => beginPractice().says('story').says(STORY.role);

describe('somebody who does not know what to write', () => {
  test.each([
    "I don't know",
    'i dont know',
    'no idea',
    'Sorry, I have no story',
    'nothing comes to mind',
    'I can not think of any failure',
  ])('%s, where a story is asked for: it is looked for together', (words) => {
    const practice = atStory().says(words, { ends: 'open' });
    expect(practice.session.stage).toEqual({ at: 'finding', asks: 'cue', cue: 0 });
    expect(practice.session.failure).toEqual([]);
    expect(practice.session.notes.map(({ text }) => text)).toContain(words);
  });

  test.each(['what should i write here?', 'What do you mean?', 'I dont understand the question', 'help me'])(
    '%s, where a story is asked for: how, and that it can be looked for',
    (words) => {
      const practice = atStory().says(words, { ends: 'open' });
      expect(practice.session.stage).toEqual({ at: 'choosing' });
      expect(practice.shown).toContain('type nothing, and we look for one together');
      expect(practice.session.failure).toEqual([]);
    },
  );

  test('at a step it gets a tip, and its words are no answer', () => {
    const practice = atFirstStep({}).says('what do you mean?', { ends: 'open' });
    expect(practice.shown).toContain('No hurry.');
    expect(practice.session.answers.context).toBeUndefined();
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  });

  test('among the cues it is no moment to jot down: the next cue comes', () => {
    const practice = beginPractice().says('nothing').says('skip').says("I don't know");
    expect(practice.session.seeds).toEqual([]);
    expect(practice.session.stage).toEqual({ at: 'finding', asks: 'cue', cue: 1 });
  });

  test('nothing, typed where a story is asked for, is the door to finding one', () => {
    expect(atStory().says('nothing').session.stage).toMatchObject({ at: 'finding' });
  });

  test.each(['what do you mean?', 'dont know', "don't know what to write", 'can you help me?', 'huh?'])(
    '%s, sent in a form for the question, is no answer either',
    (words) => {
      const practice = atFirstStep({}).happens({
        type: 'said',
        part: { id: 'form-1', stamp: '5', text: words },
        ends: 'now',
        inForm: true,
      });
      expect(practice.shown).toContain('No hurry.');
      expect(practice.session.answers.context).toBeUndefined();
      expect(practice.session.notes.map(({ text }) => text)).toContain(words);
    },
  );

  test.each([
    "Don't know why, but the server crashed again, and I was on call.",
    'I did not understand the contract.',
  ])('%s, is an answer', (words) => {
    expect(stuckAs(words)).toBeUndefined();
  });

  test('asked for the job, it is told what to write, and its words are no job', () => {
    const practice = beginPractice().says('story').says('what do you mean?', { ends: 'open' });
    expect(practice.shown).toContain('The job you want, in two or three words');
    expect(practice.session.purpose).toBeUndefined();
    // A line in the terminal is whole, as one of a script is.
    expect(practice.says('what do you mean?').session.purpose).toBeUndefined();
    expect(practice.says('ward nurse').session.purpose).toMatchObject({ name: 'ward nurse' });
  });

  test('asked one question after the critique, its words go into no answer', () => {
    const practice = atCritique().says('answer').says('what do you mean?', { ends: 'open' });
    expect(practice.shown).toContain('Say it as you would to a friend');
    expect(practice.session.stage).toMatchObject({ at: 'improving', asks: 'reply', reply: [] });
  });

  test('in a script the same words are the answer they stand for', () => {
    const practice = atFirstStep({}).says("I don't know");
    expect(practice.answer('context')).toBe("I don't know");
  });
});

test.each([
  ['I have a story', 'story'],
  ['nothing comes to mind', 'nothing'],
  ['1', 'story'],
  ['2', 'answer'],
  ['3', 'nothing'],
  ['I have no idea what to say, help me', 'nothing'],
])('at the doors "%s" is understood', (words, door) => {
  const practice = beginPractice().says(words);
  expect(practice.session.door).toBe(door);
  expect(practice.session.failure).toEqual([]);
});

test.each([
  "I don't know how the file was lost, but I was the last who had it and I told nobody.",
  'I have no excuse.',
  'I did not know the client well.',
  'What did I do? I rang them.',
  'Help came late.',
  'I never asked.',
  'Nothing was written down.',
  'I was not sure, so I guessed.',
])('%s: an answer', (words) => {
  expect(stuckAs(words)).toBeUndefined();
});
