import { text } from '../card/card.ts';
import { type Command, START_WORD } from '../conversation/commands.ts';
import type { Reply } from '../conversation/standing.ts';

/** Views of other practices: they may have been told where nobody else reads. */
const OF_OTHERS: readonly Command['name'][] = ['history', 'show', 'stories', 'progress'];

/** What a view of other practices says where others can read along; undefined for a command that shows none. */
export function unshownHere({ name }: Command): Reply | undefined {
  if (!OF_OTHERS.includes(name)) return undefined;
  const where = `in our direct messages, or with ${START_WORD} ${name === 'show' ? 'history' : name}`;
  return {
    blocks: [
      text(`Others can read along here, so I show your other practices only where you are alone: ${where}.`),
    ],
  };
}
