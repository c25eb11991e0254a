import { text } from '../card/card.ts';
import { bareWords } from './commands.ts';
import type { Reply } from './standing.ts';

/** Thanks, or a word of leaving: one of these makes a message a good-bye. */
const GOES =
  'thanks?(?: you| u)?|thx|ty|cheers|much appreciated|good ?(?:luck|night|bye)|bye(?: bye)?|see you|you too|same to you|(?:that|this) helped|that was (?:helpful|useful)';

/** What may stand beside it. Alone it agrees to something, or asks for more: "ok", "again", "later". */
const BESIDE =
  'ok(?:ay)?|cool|great|nice|perfect|super|good|fine|lovely|so much|a lot|very much|again|all|for (?:that|this|today|now|your help|the help|everything)|later|soon|tomorrow|that was (?:good|great)|coach|night';

const PARTING = new RegExp(`^(?:(?:${GOES}|${BESIDE})[\\s,.!:)-]*)+$`, 'u');
const GOING = new RegExp(`(?:^|[\\s,.!:)-])(?:${GOES})(?:$|[\\s,.!:)-])`, 'u');

const MOST_CHARACTERS = 80;

/** Whether a message is thanks or a greeting at the end, and nothing else. A nod alone is none. */
export function isParting(words: string): boolean {
  if (words.length > MOST_CHARACTERS) return false;
  const bare = bareWords(words)
    .replace(/\p{Extended_Pictographic}\uFE0F?/gu, '')
    .trim();
  return PARTING.test(bare) && GOING.test(bare);
}

/** Where no practice is open, and whoever writes only says good-bye: one warm line, with what there is when they come back. */
export function parted(): Reply {
  return {
    blocks: [text('You are welcome. I am here when you want to go again, or look at what you have.')],
  };
}
