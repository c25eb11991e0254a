import type { Guide } from '../guide/guide.ts';
import { bareWords, type Command, commandOfAction, parseCommand, stepNamed } from './commands.ts';
import { hasText } from './part.ts';
import type { Session } from './session.ts';
import { offeredAction } from './standing.ts';

/** What a typed message means where the practice stands: a choice the card offers, a command, or undefined for free text. */
export function commandOf(session: Session, message: string, guide: Guide): Command | undefined {
  if (message.length > 60) return undefined;
  const offered = offeredAction(session, guide, message);
  if (offered !== undefined) return commandOfAction(offered, guide);
  const bare = bareWords(message);
  return wordHere(session, bare) ?? numberHere(session, bare, guide) ?? parseCommand(message, guide);
}

/** No date yet, as people say it. */
const NO_DATE: ReadonlySet<string> = new Set([
  ...['done', 'no', 'none', 'not yet', 'no date', "i don't know", 'i dont know'],
]);

const NONE: ReadonlySet<string> = new Set(['no', 'nope', 'none', 'neither', 'no one']);
const NOT_USED = /^(?:no|nope|cancel|leave it|don'?t(?: use)?|not (?:yet|now))(?:[ ,]|$)/u;

/** Words that mean something where the practice stands, though the card has no room to offer them. */
function wordHere(session: Session, bare: string): Command | undefined {
  const { stage } = session;
  if (bare === 'delete' && session.sheltered === true) return { name: 'delete' };
  if (LEAVING.test(bare)) return leaving(session);
  switch (stage.at) {
    case 'finding':
      if (stage.asks === 'pair' && /^(?:the )?(?:1|first|second|2)(?: one)?$/.test(bare))
        return { name: /1|first/.test(bare) ? 'first' : 'second' };
      if (NONE.has(bare)) return { name: 'next' };
      return bare === 'story' ? { name: 'story' } : undefined;
    case 'improving':
      return stage.asks === 'use' && NOT_USED.test(bare) ? { name: 'back' } : undefined;
    case 'choosing':
      return bare === 'nothing' && !hasText(session.failure) ? { name: 'nothing' } : undefined;
    case 'asking':
      return bare === 'change' && hasText(session.answers[stage.step]) ? { name: 'change' } : undefined;
    case 'closing':
      return NO_DATE.has(bare) ? { name: 'skip' } : undefined;
    default:
      return undefined;
  }
}

/** What is said on the way out, as a whole message. */
const LEAVING =
  /^(?:(?:(?:i'?m|i am|we'?re|we are|all) )?(?:done|finished)(?: (?:for (?:today|now|tonight)|here))?|that(?:'?s| is) (?:all|it|enough)(?: for (?:today|now))?|finish|enough(?: for (?:today|now))?|(?:good ?)?bye(?: bye)?|good night|see you(?: later| tomorrow)?)$/u;

/** Never a part of the answer: an answer or a run that is under way ends, and elsewhere the practice rests. */
function leaving({ stage, awaitsQuiet }: Session): Command | undefined {
  switch (stage.at) {
    case 'rehearsing':
      return { name: stage.asks === 'running' ? 'finished' : stage.asks === 'said' ? 'skip' : 'stop' };
    case 'asking':
      return { name: awaitsQuiet === true ? 'next' : 'pause' };
    case 'critiqued':
      return { name: 'done' };
    case 'done':
      return { name: 'stop' };
    case 'closing':
    case 'sheltered':
      return undefined;
    default:
      return { name: 'pause' };
  }
}

/** At the draft and at the critique a number alone can only be a step to rewrite, among jotted moments one to take. */
function numberHere({ stage }: Session, bare: string, guide: Guide): Command | undefined {
  if (!/^[1-9]\d?$/.test(bare)) return undefined;
  if (stage.at === 'finding' && stage.asks === 'pick') return { name: 'take', number: Number(bare) };
  if (stage.at !== 'reviewing' && stage.at !== 'critiqued') return undefined;
  const step = stepNamed(bare, guide);
  return step === undefined ? undefined : { name: 'redo', step };
}
