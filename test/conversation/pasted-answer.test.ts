import { expect, test } from 'vitest';
import { draftOf } from '../../src/conversation/draft-of.ts';
import { beginPractice } from './practice.ts';

const WHOLE =
  'Two years ago I organised our customer day for 120 guests, the one event sales had for the year. ' +
  'I agreed the room by phone and never got it in writing. ' +
  'I found a smaller place the same day and rang sales myself. ' +
  'I learned that a yes on the phone is not a room. ' +
  'Now, before I count on a room, I ask for it in writing; last May that saved our summer party.';

const pasted = () => beginPractice().says('answer').says('skip').says(WHOLE, { id: 'paste' });

test('a pasted answer goes to the draft as it is, its sentences sorted to the steps they speak to', () => {
  const practice = pasted();
  expect(practice.session.stage).toEqual({ at: 'reviewing' });
  expect(draftOf(practice.session, practice.guide).text).toBe(WHOLE);
  expect(practice.answer('context')).toContain('120 guests');
  expect(practice.answer('immediate-actions')).toContain('rang sales myself');
  expect(practice.answer('growth-evidence')).toContain('last May');
});

test('one step of a pasted answer can be rewritten, and the others stay', () => {
  const practice = pasted().says('redo lesson').says('I learned to ask for paper.');
  const { text } = draftOf(practice.session, practice.guide);
  expect(practice.session.stage).toEqual({ at: 'reviewing' });
  expect(text).toContain('I learned to ask for paper.');
  expect(text).not.toContain('a yes on the phone is not a room');
  expect(text).toContain('120 guests');
  expect(text).toContain('last May');
});

test('going back to look at the paste does not undo a rewritten step', () => {
  const practice = pasted().says('redo lesson').says('I learned to ask for paper.');
  for (let steps = 0; steps <= practice.guide.steps.length; steps += 1) practice.says('back');
  expect(practice.session.stage).toEqual({ at: 'choosing' });
  practice.says('keep');
  expect(practice.session.stage).toEqual({ at: 'reviewing' });
  expect(practice.answer('reflections')).toBe('I learned to ask for paper.');
});

test('a second paste becomes part of the answer, and what a step said on its own is kept beside it', () => {
  const practice = pasted().says('redo lesson').says('I learned to ask for paper.');
  for (let steps = 0; steps <= practice.guide.steps.length; steps += 1) practice.says('back');
  practice.says('It was a horrible call to make.');
  expect(draftOf(practice.session, practice.guide).text).toBe(`${WHOLE}\nIt was a horrible call to make.`);
  const replaced = practice.session.replaced.flatMap((old) => old.parts.map((part) => part.text));
  expect(replaced).toContain('I learned to ask for paper.');
});

test('editing the pasted message changes the draft, and the steps that were not rewritten', () => {
  const practice = pasted().says('redo lesson').says('I learned to ask for paper.');
  practice.happens({ type: 'edited', partId: 'paste', text: WHOLE.replace('120 guests', '90 guests') });
  expect(practice.answer('context')).toContain('90 guests');
  expect(practice.answer('reflections')).toBe('I learned to ask for paper.');
});

test('deleting the pasted message takes its sentences out of every step', () => {
  const practice = pasted().says('redo lesson').says('I learned to ask for paper.');
  practice.happens({ type: 'deleted', partId: 'paste' });
  expect(draftOf(practice.session, practice.guide).text).toBe('I learned to ask for paper.');
  expect(JSON.stringify(practice.session)).not.toContain('120 guests');
  expect(practice.shown).toContain('Context is empty now. To write it again, type redo 1.');
});

test('deleting a paste that nothing was done to leaves a way to paste it again', () => {
  const practice = pasted().happens({ type: 'deleted', partId: 'paste' });
  expect(practice.shown).toContain('Your answer is empty now. To paste it again, type back.');
  practice.says('back').says(WHOLE);
  expect(draftOf(practice.session, practice.guide).text).toBe(WHOLE);
});

test('a paste in two messages is one answer, ended by Next', () => {
  const practice = beginPractice().says('answer').says('skip');
  practice
    .says('I agreed the room by phone.', { ends: 'open' })
    .says('It was never in writing.', { ends: 'open' });
  expect(practice.session.stage).toEqual({ at: 'choosing' });
  practice.presses('next');
  expect(draftOf(practice.session, practice.guide).text).toBe(
    'I agreed the room by phone.\nIt was never in writing.',
  );
});
