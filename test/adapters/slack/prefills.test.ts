import { expect, test } from 'vitest';
import { prefillsOf, touched } from '../../../adapters/slack/render/prefills.ts';
import { joined } from '../../../src/conversation/part.ts';
import { catalog } from '../../../src/guide/catalog.ts';
import { atDraft } from '../../conversation/practice.ts';

const guide = catalog.default;
const { session } = atDraft();
const shown = Object.fromEntries(guide.steps.map(({ id }) => [id, joined(session.answers[id] ?? [])]));

test('a form that is sent as it was filled says nothing', () => {
  expect(touched(shown, prefillsOf(guide, session))).toEqual({});
});

test('what was changed is told alone, a space at the end is no change', () => {
  const values = { ...shown, context: 'In May I ran it.', failure: `${shown.failure}\n` };
  expect(touched(values, prefillsOf(guide, session))).toEqual({ context: 'In May I ran it.' });
});

test('an input that came empty and stays so is no answer', () => {
  const prefills = prefillsOf(guide, { ...session, answers: {} });
  expect(touched({ context: '', failure: 'I lost the room.' }, prefills)).toEqual({
    failure: 'I lost the room.',
  });
});

test('what is noted holds no words, and fits beside the ids of a form', () => {
  const noted = JSON.stringify(prefillsOf(guide, session));
  expect(noted.length).toBeLessThan(300);
  const words = Object.values(shown).flatMap((answer) =>
    answer.split(/\W+/).filter((word) => word.length > 5),
  );
  expect(
    words.filter((word) => noted.includes(word) && !guide.steps.some(({ id }) => id.includes(word))),
  ).toEqual([]);
});

test('a form of before anything was noted counts whole', () => {
  expect(touched(shown, undefined)).toEqual(shown);
});
