import { type Block, quote, text } from '../../card/card.ts';
import { countWords } from '../../text/words.ts';
import type { Command } from '../commands.ts';
import type { Said } from '../event.ts';
import { LONGEST_CHOICE_WORDS } from '../lobby.ts';
import { hasText, type Part, withPart } from '../part.ts';
import { roleFrom } from '../purpose.ts';
import { roleIn } from '../role-in.ts';
import type { Purpose, Session } from '../session.ts';
import type { Turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';
import { meetsDistress, sheltered } from './sheltered.ts';

/** Longer than this is no name of a role: it is the story, told early. */
const LONGEST_ROLE = 120;

/** "They rang us for a week because of it" names no role either. */
function isSentence(words: string): boolean {
  return (
    countWords(words) > LONGEST_ROLE_WORDS ||
    (/^(?:i|we|they|he|she|it)\b/iu.test(words) && countWords(words) > 3)
  );
}
const LONGEST_ROLE_WORDS = 12;

const DOORS: ReadonlySet<string> = new Set(['story', 'answer', 'nothing'] satisfies Session['door'][]);

function isDoor(word: string): word is NonNullable<Session['door']> {
  return DOORS.has(word);
}

/** A press or a command at the door and at "what is it for?". */
export function commandAtOpening(
  session: Session,
  asks: 'door' | 'purpose',
  command: Command,
  context: StageContext,
): Turn | undefined {
  const { name } = command;
  if (asks === 'door') {
    if (name === 'next' || name === 'skip') return purposeNext({ ...session, door: 'story' }, context);
    return isDoor(name) ? purposeNext({ ...session, door: name }, context) : undefined;
  }
  switch (name) {
    case 'study':
    case 'promotion':
    case 'practice':
      return chooseNext(session, { kind: name }, context);
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
  const told: Session = {
    ...session,
    door: session.door === 'answer' ? 'answer' : 'story',
    failure: withPart(session.failure, said.part),
  };
  // A story of distress is met where it is told, however few its words.
  if (meetsDistress(session, context)) return sheltered({ ...told, stage: { at: 'choosing' } }, context);
  if (asks === 'door') {
    if (countWords(words) > LONGEST_CHOICE_WORDS) return purposeNext({ ...told, door: 'story' }, context);
    return ask({ ...session, notes: withPart(session.notes, said.part) }, context, [
      text('Pick one of the three, or simply tell me what happened.'),
    ]);
  }
  if (words === '') return ask(session, context);
  // The other door, a card too late: no role is called that.
  if (isDoor(words))
    return purposeNext({ ...session, door: words, notes: withPart(session.notes, said.part) }, context);
  const isStory = words.length > LONGEST_ROLE || isSentence(words);
  if (isStory && roleIn(words) === undefined) return chooseNext(told, { kind: 'skipped' }, context);
  const role = roleFrom(said.part);
  // Of a sentence it is shown what was taken from it.
  const isTaken = role.kind === 'role' && role.name !== words;
  return chooseNext(session, role, context, isTaken ? [text('For: ', quote(role.name), '.')] : undefined);
}

/** A role that was named with the start is not asked for again. */
function purposeNext(session: Session, context: StageContext): Turn {
  const { purpose, ...unasked } = session;
  if (purpose?.kind === 'role' && session.askedTurn <= 1) return chooseNext(unasked, purpose, context);
  return ask({ ...session, stage: { at: 'opening', asks: 'purpose' } }, context);
}

/** A role that was named before stays among the notes: nothing that was written is lost. */
function chooseNext(
  session: Session,
  purpose: Purpose,
  context: StageContext,
  above?: readonly Block[],
): Turn {
  const { purpose: earlier, notes } = session;
  const named =
    earlier?.kind === 'role' ? [earlier.part, ...(earlier.core === undefined ? [] : [earlier.core])] : [];
  const kept = named.reduce<readonly Part[]>(withPart, notes);
  const stage =
    session.door === 'nothing' && !hasText(session.failure)
      ? ({ at: 'finding', asks: 'cue', cue: 0 } as const)
      : ({ at: 'choosing' } as const);
  return ask({ ...session, notes: kept, purpose, stage }, context, above);
}
