import type { Guide } from '../guide/guide.ts';
import { bareWords, type Command, commandOfAction, parseCommand, stepNamed } from './commands.ts';
import type { Session } from './session.ts';
import { offeredAction } from './standing.ts';

/** What a typed message means where the practice stands: a choice the card offers, a command, or undefined for free text. */
export function commandOf(session: Session, message: string, guide: Guide): Command | undefined {
  if (message.length > 60) return undefined;
  const offered = offeredAction(session, guide, message);
  if (offered !== undefined) return commandOfAction(offered, guide);
  return ofStage(session, message, guide) ?? parseCommand(message, guide);
}

/**
 * Words that mean something in one stage only: at the draft and at the critique a number alone can only be a step to
 * rewrite, among jotted moments one to take; and whoever looks for a story may have one after all.
 */
function ofStage(session: Session, message: string, guide: Guide): Command | undefined {
  const { stage } = session;
  const bare = bareWords(message);
  if (stage.at === 'finding' && bare === 'story') return { name: 'story' };
  if (!/^[1-9]\d?$/.test(bare)) return undefined;
  if (stage.at === 'finding' && stage.asks === 'pick') return { name: 'take', number: Number(bare) };
  if (stage.at !== 'reviewing' && stage.at !== 'critiqued') return undefined;
  const step = stepNamed(bare, guide);
  return step === undefined ? undefined : { name: 'redo', step };
}
