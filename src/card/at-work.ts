import type { Card } from './card.ts';

/**
 * The card says that the coach is at work, and nothing else: where a platform shows movement, that stands for it. A reply
 * beside it, or a line above it, is there to be read, and the movement goes on after it.
 */
export function saysOnlyAtWork(card: Card): boolean {
  return card.working === true && card.standing === true && card.blocks.length === 1;
}
