import { describe, expect, test } from 'vitest';
import { effectKey } from '../../src/conversation/effect.ts';
import { atCritique, atDraft, atFirstStep, type Practice } from './practice.ts';

const MOVED = 'I could not write in the old place, so we go on here. Nothing is lost.';

/** A card of this turn could not be shown, and never will be. */
function bounces(practice: Practice, reason: string, turn = practice.session.turn): Practice {
  const key = effectKey(practice.session.id, turn, 0);
  return practice.happens({ type: 'deliveryFailed', key, reason });
}

function typesOf({ effects }: Practice): string[] {
  return effects.map(({ type }) => type);
}

const STANDS: readonly (readonly [string, () => Practice])[] = [
  ['a step', () => atFirstStep()],
  ['the draft', () => atDraft()],
  ['the critique under way', () => atDraft().presses('go')],
  ['the critique', () => atCritique()],
];

describe.each(STANDS)('where the place is gone at %s', (_, stand) => {
  test('a new one is opened, and the card that stands is shown there', () => {
    const practice = stand();
    const { stage, answers } = practice.session;
    const standing = practice.card.buttons;
    bounces(practice, 'place-thread-gone');
    expect(typesOf(practice)).toEqual(['open', 'say']);
    expect(practice.shown).toContain(MOVED);
    expect(practice.card.buttons).toEqual(standing);
    expect(practice.session).toMatchObject({ stage, answers });
  });
});

test('what failed before the move, or in it, moves nothing again', () => {
  const practice = atFirstStep();
  const old = practice.session.turn;
  bounces(practice, 'place-thread-gone');
  const moved = practice.session.turn;
  for (const turn of [old, old - 1, moved]) {
    bounces(practice, 'place-thread-gone', turn);
    expect(practice.effects).toEqual([]);
  }
  expect(practice.session.reopened).toBe(moved);
});

test('a place that is gone later moves it once more', () => {
  const practice = atFirstStep();
  bounces(practice, 'place-thread-gone');
  practice.says('Two years ago I ran our customer day.');
  bounces(practice, 'place-thread-gone');
  expect(typesOf(practice)).toEqual(['open', 'say']);
});

test('a failure that is none of the place says and moves nothing', () => {
  for (const reason of ['too-old', 'msg-blocks-too-long', 'gone', '']) {
    const practice = atFirstStep();
    const before = practice.session;
    bounces(practice, reason);
    expect(practice.effects).toEqual([]);
    expect(practice.session).toEqual({ ...before, turn: before.turn + 1 });
  }
});

test('a practice that rests stays where it was until it is taken up', () => {
  for (const stop of ['pause', 'stop']) {
    const practice = atFirstStep().says(stop);
    bounces(practice, 'place-thread-gone');
    expect(practice.effects).toEqual([]);
    expect(practice.session.reopened).toBeUndefined();
  }
});

test('a name of an effect that is none of ours moves nothing', () => {
  const practice = atFirstStep();
  practice.happens({ type: 'deliveryFailed', key: 'e-1', reason: 'place-thread-gone' });
  expect(practice.effects).toEqual([]);
});

test('a share that reached nobody is told, with what can be done, and the question stands as it stood', () => {
  const practice = atDraft();
  const standing = practice.card.buttons;
  bounces(practice, 'share-cannot-dm');
  expect(typesOf(practice)).toEqual(['say']);
  expect(practice.shown).toContain('That did not reach them, and nothing was shown.');
  expect(practice.card.buttons).toEqual(standing);
  expect(practice.session.stage.at).toBe('reviewing');
});
