import { text } from '../../card/card.ts';
import { closed } from '../closed.ts';
import type { Command } from '../commands.ts';
import type { Said } from '../event.ts';
import { withPart } from '../part.ts';
import { backFromRun } from '../resting.ts';
import type { Session } from '../session.ts';
import type { Turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';

/** Anything that may name a day: a figure, a weekday, a month, or a word for a time to come. Nothing else ends the practice. */
const SAYS_WHEN =
  /\d|\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|today|tonight|tomorrow|soon|days|weeks?|weekend|months?|spring|summer|autumn|winter|christmas|easter)\b/iu;

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

/** A date in the person's own words. A plan back from it is offered beside it (`plan-turn.ts`); nothing is done unless they agree. */
export function textAtClosing(session: Session, said: Said, context: StageContext): Turn {
  if (said.part.text.trim() === '')
    return ask(session, context, [text('That arrived empty. A date, or skip.')]);
  if (!SAYS_WHEN.test(said.part.text)) {
    const kept = { ...session, notes: withPart(session.notes, said.part) };
    return ask(kept, context, [text('I kept that as a note. Is there a date already?')]);
  }
  return closed({ ...session, interview: said.part }, context, 'Noted.');
}
