import type { KnownBlock } from '@slack/types';
import { MESSAGE_BLOCKS, MESSAGE_CHARACTERS, weightOf } from './limits.ts';

/**
 * Blocks in as few messages as hold them, in their order. The `tail`, what can be pressed, goes with the last words:
 * nobody gets a message of buttons alone, as far as there is room beside them.
 */
export function packed(
  content: readonly KnownBlock[],
  tail: readonly KnownBlock[],
  most = MESSAGE_CHARACTERS,
): KnownBlock[][] {
  const last = content.at(-1);
  const end = last === undefined ? tail : [last, ...tail];
  // With the brackets around them, and without the comma behind the last.
  const isOne = end.length <= MESSAGE_BLOCKS && weighing(end) + 1 <= most;
  const units = isOne
    ? [...content.slice(0, -1).map((block) => [block]), end]
    : [...content, ...tail].map((block) => [block]);
  const messages: KnownBlock[][] = [];
  let room = 0;
  for (const unit of units) {
    const message = messages.at(-1);
    const weight = weighing(unit);
    if (message === undefined || weight > room || message.length + unit.length > MESSAGE_BLOCKS) {
      messages.push([...unit]);
      // The brackets around them.
      room = most - 2 - weight;
    } else {
      message.push(...unit);
      room -= weight;
    }
  }
  return messages;
}

function weighing(blocks: readonly KnownBlock[]): number {
  return blocks.reduce((sum, block) => sum + weightOf(block) + 1, 0);
}
