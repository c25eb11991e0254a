import type { Guide } from '../guide/guide.ts';
import { type Command, commandOfAction, parseCommand, stepNamed } from './commands.ts';
import type { Session } from './session.ts';
import { offeredAction } from './standing.ts';

/** What a typed message means where the practice stands: a choice the card offers, a command, or undefined for free text. */
export function commandOf(session: Session, message: string, guide: Guide): Command | undefined {
  if (message.length > 60) return undefined;
  const offered = offeredAction(session, guide, message);
  if (offered !== undefined) return commandOfAction(offered, guide);
  const step = bareNumber(session, message, guide);
  if (step !== undefined) return { name: 'redo', step };
  return parseCommand(message, guide);
}

/** At the draft and at the critique a number alone can only be a step to rewrite. */
function bareNumber(session: Session, message: string, guide: Guide): string | undefined {
  const { at } = session.stage;
  if (at !== 'reviewing' && at !== 'critiqued') return undefined;
  return /^\s*[1-9]\s*$/.test(message) ? stepNamed(message, guide) : undefined;
}
