import type { Guide } from '../guide/guide.ts';
import { type Command, commandOfAction, parseCommand } from './commands.ts';
import type { Session } from './session.ts';
import { offeredAction } from './standing.ts';

/** What a typed message means where the practice stands: a choice the card offers, a command, or undefined for free text. */
export function commandOf(session: Session, message: string, guide: Guide): Command | undefined {
  if (message.length > 60) return undefined;
  const offered = offeredAction(session, guide, message);
  if (offered !== undefined) return commandOfAction(offered, guide);
  return parseCommand(message, guide);
}
