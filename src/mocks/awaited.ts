import type { Mock, TypedAnswer } from './mock.ts';

/** The answers that were sent and that the coach has still to read. */
export function awaitedOf({ words, cards }: Pick<Mock, 'words' | 'cards'>): readonly TypedAnswer[] {
  return words.filter(({ group, turn, candidate, sent, heard }) => {
    const hasCard = cards.some(
      (card) =>
        card.by === 'coach' && card.group === group && card.turn === turn && card.candidate === candidate,
    );
    return sent === true && heard !== true && !hasCard;
  });
}
