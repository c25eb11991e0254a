import { text } from '../../card/card.ts';
import { closed } from '../closed.ts';
import type { Command } from '../commands.ts';
import type { Said } from '../event.ts';
import { backFromRun } from '../resting.ts';
import type { Session } from '../session.ts';
import type { Turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';

/** The end of a first practice: when is the interview? */
export function commandAtClosing(
  session: Session,
  command: Command,
  context: StageContext,
): Turn | undefined {
  switch (command.name) {
    case 'skip':
    case 'next':
      return closed(session, context);
    case 'back':
      return ask({ ...session, stage: backFromRun(session) }, context);
    default:
      return undefined;
  }
}

/** A date in the person's own words; nothing is done with it unless they ask. */
export function textAtClosing(session: Session, said: Said, context: StageContext): Turn {
  if (said.part.text.trim() === '')
    return ask(session, context, [text('That arrived empty. A date, or skip.')]);
  return closed({ ...session, interview: said.part }, context, 'Noted.');
}
