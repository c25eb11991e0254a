import { expect, test } from 'vitest';
import { noteOf, notesOf, touched } from '../../../adapters/discord/render/prefills.ts';
import { joined } from '../../../src/conversation/part.ts';
import { catalog } from '../../../src/guide/catalog.ts';
import { atDraft } from '../../conversation/practice.ts';

const guide = catalog.default;
const { session } = atDraft();
const shown = Object.fromEntries(guide.steps.map(({ id }) => [id, joined(session.answers[id] ?? [])]));

test('a form that is sent as it was filled says nothing', () => {
  expect(touched(guide, shown, notesOf(guide, session))).toEqual({});
});

test('what was changed is told alone, a space at the end and another end of line are no change', () => {
  const values = { ...shown, context: 'In May I ran it.', failure: `${shown.failure}\r\n` };
  expect(touched(guide, values, notesOf(guide, session))).toEqual({ context: 'In May I ran it.' });
});

test('an input that came empty and stays so is no answer, one that was emptied is', () => {
  const before = notesOf(guide, { ...session, answers: {} });
  expect(touched(guide, { context: '', failure: 'I lost the room.' }, before)).toEqual({
    failure: 'I lost the room.',
  });
  expect(touched(guide, { ...shown, failure: '' }, notesOf(guide, session))).toEqual({ failure: '' });
});

test('each step is told from the others by its place', () => {
  const [first = '', second = ''] = guide.steps.map(({ id }) => id);
  const swapped = { ...shown, [first]: shown[second] ?? '', [second]: shown[first] ?? '' };
  expect(Object.keys(touched(guide, swapped, notesOf(guide, session)))).toEqual([first, second]);
});

test('what is noted is six characters a step and holds no words', () => {
  const note = notesOf(guide, session);
  expect(note).toMatch(/^[A-Za-z0-9_-]{30}$/);
  expect(note).toBe(guide.steps.map(({ id }) => noteOf(shown[id] ?? '')).join(''));
});

test('a form without a note counts whole', () => {
  expect(touched(guide, shown, undefined)).toEqual(shown);
});
