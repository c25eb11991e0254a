import { text } from '../card/card.ts';
import { bareWords } from './commands.ts';
import type { Reply } from './standing.ts';

/** What people say when they go. Each may follow another: "ok cool, thanks". */
const PARTING =
  /^(?:(?:ok(?:ay)?|cool|great|nice|perfect|super|good|fine|lovely|thanks?(?: you| u)?|thx|ty|cheers|much appreciated|so much|a lot|very much|again|all|for (?:that|this|today|now|your help|the help|everything)|good ?(?:luck|night|bye)|bye(?: bye)?|see you|later|soon|tomorrow|you too|same to you|that helped|this helped|that was (?:good|great|helpful|useful)|coach|night)[\s,.!:)-]*)+$/u;

/** Whether a message is thanks, a greeting at the end, or a nod, and nothing else. */
export function isParting(words: string): boolean {
  return (
    words.length <= 80 &&
    PARTING.test(
      bareWords(words)
        .replace(/\p{Extended_Pictographic}\uFE0F?/gu, '')
        .trim(),
    )
  );
}

/** Where no practice is open, and whoever writes only says good-bye: one warm line, with what there is when they come back. */
export function parted(): Reply {
  return {
    blocks: [text('You are welcome. I am here when you want to go again, or look at what you have.')],
  };
}
