import { critiqueMore } from '../cards/critique-cards.ts';
import type { Command } from '../commands.ts';
import type { Session } from '../session.ts';
import { besides } from '../standing.ts';
import { say, type Turn, turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';
import { requestCritique } from './reviewing.ts';

/** A press or a command once the critique is there. */
export function commandAtCritiqued(
  session: Session,
  command: Command,
  context: StageContext,
): Turn | undefined {
  switch (command.name) {
    case 'more': {
      const made = session.critique;
      return made === undefined
        ? undefined
        : turn(
            session,
            say(session, besides(session, context.guide, critiqueMore(made.critique, context.guide))),
          );
    }
    case 'go':
      return session.critique?.outdated === false ? undefined : requestCritique(session, context);
    case 'back':
      return ask({ ...session, stage: { at: 'reviewing' } }, context);
    default:
      return undefined;
  }
}
