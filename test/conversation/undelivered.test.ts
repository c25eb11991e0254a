import { describe, expect, test } from 'vitest';
import { effectKey } from '../../src/conversation/effect.ts';
import { standingCard } from '../../src/conversation/standing.ts';
import { atCritique, atDraft, atFirstStep, type Practice } from './practice.ts';

const MOVED = 'I could not write in the old place, so we go on here. Nothing is lost.';

/** A card of this turn could not be shown, and never will be. */
function bounces(practice: Practice, reason: string, turn = practice.session.turn, kind?: string): Practice {
  const key = effectKey(practice.session.id, turn, 0);
  return practice.happens({ type: 'deliveryFailed', key, reason, ...(kind === undefined ? {} : { kind }) });
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

describe('a card that can never be shown', () => {
  test('is told of in a line, with where we stand, the question and its choices, and the next card is new', () => {
    const practice = atFirstStep();
    const buttons = practice.card.buttons;
    bounces(practice, 'invalid_blocks', practice.session.turn, 'say');
    expect(typesOf(practice)).toEqual(['say']);
    expect(practice.shown).toContain(
      'One message of mine could not be shown here. Nothing you wrote is lost.',
    );
    expect(practice.shown).toContain('You are at 1 of 5');
    expect(practice.card.buttons).toEqual(buttons);
    expect(practice.session).toMatchObject({
      askedTurn: practice.session.turn,
      retold: practice.session.turn,
      stage: { at: 'asking', step: 'context' },
    });
  });

  test('after a day of trying is shown as it stands by then', () => {
    const practice = atDraft();
    const standing = standingCard(practice.session, practice.guide).blocks;
    bounces(practice, 'too-old', practice.session.turn, 'say');
    expect(practice.shown).toContain('I could not write here for a while.');
    expect(practice.card.blocks.slice(1)).toEqual(standing);
  });

  test('is told of once: what failed before that, or in it, says nothing more', () => {
    const practice = atFirstStep();
    const old = practice.session.turn;
    bounces(practice, 'invalid_blocks', old, 'say');
    const { retold } = practice.session;
    for (const turn of [old - 1, old, retold]) {
      bounces(practice, 'invalid_blocks', turn, 'say');
      expect(practice.effects).toEqual([]);
    }
  });

  test('beside the question leaves that one as it stood: its buttons are still the newest', () => {
    const practice = atFirstStep().says('tips');
    const { askedTurn } = practice.session;
    bounces(practice, 'invalid_blocks', practice.session.turn, 'say');
    expect(typesOf(practice)).toEqual(['say']);
    expect(practice.session.askedTurn).toBe(askedTurn);
  });

  test('of a practice that rests is not told of', () => {
    const practice = atFirstStep().says('pause');
    bounces(practice, 'invalid_blocks', practice.session.turn, 'say');
    expect(practice.effects).toEqual([]);
  });
});

test('a failure that is none of the place, and no card, says and moves nothing', () => {
  for (const reason of ['too-old', 'msg-blocks-too-long', 'gone', '']) {
    const practice = atFirstStep();
    const before = practice.session;
    bounces(practice, reason, before.turn, 'export');
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
  expect(practice.shown).toContain(
    'That did not reach them, and nothing was shown: they may take no messages from me.',
  );
  expect(practice.card.buttons).toEqual(standing);
  expect(practice.session.stage.at).toBe('reviewing');
});
