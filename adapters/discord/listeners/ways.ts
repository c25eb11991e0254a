import type { InteractionIn } from '../receive/interaction-event.ts';

/** Where a practice may be opened, as `open-place.ts` reads it, best first. */
export function waysOf(i: InteractionIn, asked: 'dm' | 'thread' | undefined): readonly string[] {
  const { channel } = i;
  const parent = channel.isThread ? channel.parentId : channel.id;
  const thread = i.isBotHere && i.guildId !== undefined && parent !== undefined ? [parent] : [];
  const both = asked === 'thread' ? [...thread, i.userId] : [i.userId, ...thread];
  return [...both, 'answers'];
}
