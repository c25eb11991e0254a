import { text } from '../../card/card.ts';
import { countWords } from '../../text/words.ts';
import type { Command } from '../commands.ts';
import type { Said } from '../event.ts';
import { LONGEST_CHOICE_WORDS } from '../lobby.ts';
import { withPart } from '../part.ts';
import { roleFrom } from '../purpose.ts';
import type { Purpose, Session } from '../session.ts';
import type { Turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';

/** Longer than this is no name of a role: it is the story, told early. */
const LONGEST_ROLE = 120;

/** A press or a command at the door and at "what is it for?". */
export function commandAtOpening(
  session: Session,
  asks: 'door' | 'purpose',
  command: Command,
  context: StageContext,
): Turn | undefined {
  if (asks === 'door') {
    if (command.name === 'story' || command.name === 'next' || command.name === 'skip')
      return purposeNext({ ...session, door: 'story' }, context);
    if (command.name === 'answer') return purposeNext({ ...session, door: 'answer' }, context);
    return undefined;
  }
  switch (command.name) {
    case 'study':
    case 'promotion':
    case 'practice':
      return chooseNext(session, { kind: command.name }, context);
    case 'skip':
    case 'next':
      return chooseNext(session, { kind: 'skipped' }, context);
    case 'back':
      return ask({ ...session, stage: { at: 'opening', asks: 'door' } }, context);
    default:
      return undefined;
  }
}

/** Free text at the door is the story if it is longer than a choice; at "what is it for?" it names the role. */
export function textAtOpening(
  session: Session,
  asks: 'door' | 'purpose',
  said: Said,
  context: StageContext,
): Turn {
  const words = said.part.text.trim();
  if (asks === 'door') {
    if (countWords(words) > LONGEST_CHOICE_WORDS) {
      return purposeNext(
        { ...session, door: 'story', failure: withPart(session.failure, said.part) },
        context,
      );
    }
    return ask({ ...session, notes: withPart(session.notes, said.part) }, context, [
      text('Pick one of the two, or simply tell me what happened.'),
    ]);
  }
  if (words === '') return ask(session, context);
  // The other door, a card too late: no role is called that.
  if (words === 'story' || words === 'answer')
    return purposeNext({ ...session, door: words, notes: withPart(session.notes, said.part) }, context);
  if (words.length > LONGEST_ROLE) {
    return chooseNext(
      { ...session, failure: withPart(session.failure, said.part) },
      { kind: 'skipped' },
      context,
    );
  }
  return chooseNext(session, roleFrom(said.part), context);
}

function purposeNext(session: Session, context: StageContext): Turn {
  return ask({ ...session, stage: { at: 'opening', asks: 'purpose' } }, context);
}

/** A role that was named before stays among the notes: nothing that was written is lost. */
function chooseNext(session: Session, purpose: Purpose, context: StageContext): Turn {
  const { purpose: earlier, notes } = session;
  const kept = earlier?.kind === 'role' ? withPart(notes, earlier.part) : notes;
  return ask({ ...session, notes: kept, purpose, stage: { at: 'choosing' } }, context);
}
