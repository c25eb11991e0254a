import { describe, expect, test } from 'vitest';
import { isErasing } from '../../src/coach/erasing.ts';
import type { Happening } from '../../src/coach/incoming.ts';
import { catalog } from '../../src/guide/catalog.ts';
import {
  atCritique,
  atDraft,
  atFirstStep,
  beginPractice,
  choicesOn,
  type Practice,
  STORY,
} from './practice.ts';

const guide = catalog.default;

function said(text: string): Happening {
  return { type: 'said', messageId: 'm1', stamp: '1', text, ends: 'now' };
}

const STANDS: readonly (readonly [string, () => Practice])[] = [
  ['at the door', () => beginPractice()],
  ['at a step', () => atFirstStep().says(STORY.context, { ends: 'quiet' })],
  ['at the draft', () => atDraft()],
  ['while the critique runs', () => atDraft().presses('go')],
  ['at the critique', () => atCritique()],
  ['in a run', () => atCritique().says('aloud').says('60')],
  ['while it rests', () => atCritique().says('pause')],
  ['after it ended', () => atCritique().says('stop')],
];

describe.each(STANDS)('"delete my data" %s', (_, stand) => {
  test('says what goes and asks once more, and changes nothing', () => {
    const practice = stand();
    const { stage, answers, failure, notes } = practice.session;
    practice.says('Delete my data');
    expect(practice.shown).toContain('It cannot be taken back.');
    expect(choicesOn(practice.card)).toEqual(['delete everything', 'keep my data']);
    expect(practice.session).toMatchObject({ stage, answers, failure, notes });
  });
});

test('"yes" asks once more and deletes nothing, and "no" goes on where the practice stands', () => {
  for (const word of ['yes', 'ok']) {
    const practice = atDraft().says('delete my data').says(word);
    expect(practice.shown).toContain('To go ahead, type: delete everything');
    expect(practice.session.drafts).toBe(0);
  }
  const kept = atCritique().says('delete my data').says('no');
  expect(kept.shown).toContain('STEPS');
  expect(kept.session.notes).toEqual([]);
});

test('only its own words and its own button delete everything', () => {
  for (const words of ['delete everything', ' Delete everything! ', 'DELETE EVERYTHING'])
    expect(isErasing(said(words), guide)).toBe(true);
  expect(isErasing({ type: 'pressed', action: 'erase-yes' }, guide)).toBe(true);
  for (const words of ['delete', 'delete my data', 'yes', 'delete everything I wrote about it', 'erase-yes'])
    expect(isErasing(said(words), guide)).toBe(false);
  for (const action of ['erase', 'delete-yes', 'delete'])
    expect(isErasing({ type: 'pressed', action }, guide)).toBe(false);
});

test('words that were edited, brought or filled in delete nothing', () => {
  const text = 'delete everything';
  const others: Happening[] = [
    { type: 'edited', messageId: 'm1', text },
    { type: 'brought', messageId: 'm1', stamp: '1', text },
    { type: 'filled', action: 'answers', values: { context: text } },
  ];
  for (const what of others) expect(isErasing(what, guide)).toBe(false);
});

test('keep it leads back to where the practice stands', () => {
  const practice = atFirstStep();
  const { stage } = practice.session;
  practice.says('delete my data').presses('resume');
  expect(practice.session.stage).toEqual(stage);
  expect(practice.shown).toContain('1 of 5');
});
