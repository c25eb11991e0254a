import { type Runs, text } from '../card/card.ts';
import { stepOf } from '../guide/guide.ts';
import { asItStands } from './ahead.ts';
import { helpCard } from './cards/help-cards.ts';
import { helpLines } from './cards/help-lines.ts';
import { commandOf } from './command-of.ts';
import { commanded } from './commanded.ts';
import { isPiped, type Said } from './event.ts';
import { helped } from './helped.ts';
import { earlierHome, type Home, withLatePart } from './late.ts';
import { tooMuchText } from './limit-line.ts';
import { mistypedCommand } from './mistyped.ts';
import { asksOwnRating, parseRatings } from './own-rating.ts';
import { joined, type Part, withPart } from './part.ts';
import { isCopied, withCopiesAnew } from './pasted.ts';
import { activeStage, isActive, type Session } from './session.ts';
import { textAtAsking } from './stages/asking.ts';
import { textAtChoosing } from './stages/choosing.ts';
import { textAtClosing } from './stages/closing.ts';
import type { StageContext } from './stages/context.ts';
import { textAtFinding } from './stages/finding.ts';
import { textAtImproving } from './stages/improving.ts';
import { textAtOpening } from './stages/opening.ts';
import { textAtRehearsing } from './stages/rehearsing.ts';
import { rated } from './stages/reviewing.ts';
import { meetsDistress, sheltered } from './stages/sheltered.ts';
import { besides } from './standing.ts';
import { say, type Turn, turn } from './turn.ts';

/** A message came: a choice or a command if the whole of it is one, otherwise free text for the stage it stands in. `before` is the session with the choices it offered. */
export function heard(before: Session, session: Session, sent: Said, context: StageContext): Turn {
  const said = asItStands(before, sent);
  if (said === undefined) return turn(session);
  const command = commandOf(before, said.part.text, context.guide);
  if (command !== undefined) return commanded(session, command, context);
  const stage = session.stage;
  // In a script a word is the answer it stands for: what is piped is never asked twice.
  const isScripted = isPiped(said) && (stage.at === 'choosing' || stage.at === 'asking');
  const typo = isScripted ? undefined : mistypedCommand(said.part.text, context.guide);
  if (typo !== undefined) return askedWhatWasMeant(session, said.part, typo, context);
  const full = tooMuchText(openLength(session), said.part.text.length);
  if (full !== undefined)
    return turn(session, say(session, besides(session, context.guide, { blocks: [text(full)] })));
  const home = said.ends === 'quiet' ? earlierHome(session, said.part, said.asked) : undefined;
  if (home !== undefined) return cameLate(session, home, said.part, context);
  const isDespair = context.despair === true;
  const isBeside = !ANSWERING.includes(stage.at) && (stage.at !== 'sheltered' || isDespair);
  if (isBeside && isActive(session) && meetsDistress(session, context))
    return sheltered({ ...session, notes: withPart(session.notes, said.part) }, context);
  const help = isDespair ? undefined : helped(session, said, context);
  if (help !== undefined) return help;
  switch (stage.at) {
    case 'opening':
      return textAtOpening(session, stage.asks, said, context);
    case 'finding':
      return textAtFinding(session, stage, said, context);
    case 'choosing':
      return textAtChoosing(session, stage, said, context);
    case 'asking':
      return textAtAsking(session, stage, said, context);
    case 'reviewing':
      return ratingsTyped(session, said.part, context) ?? noted(session, said.part, context);
    case 'improving':
      return textAtImproving(session, stage, said, context) ?? noted(session, said.part, context);
    case 'rehearsing':
      return textAtRehearsing(session, stage, said, context) ?? noted(session, said.part, context);
    case 'closing':
      return textAtClosing(session, said, context);
    default:
      return noted(session, said.part, context);
  }
}

/** Stages in which free text is an answer: each meets a story of distress itself. */
const ANSWERING: readonly Session['stage']['at'][] = [
  'opening',
  'finding',
  'choosing',
  'asking',
  'improving',
];

/** Before the first critique of a practice, one letter a step is the person's own view. */
function ratingsTyped(session: Session, part: Part, context: StageContext): Turn | undefined {
  const steps = asksOwnRating(session) ? parseRatings(part.text, context.guide) : undefined;
  return steps === undefined ? undefined : rated(session, { steps }, context);
}

/** "tpis": a word that is nearly a command is no answer yet; it is kept, and the command is named. */
function askedWhatWasMeant(session: Session, part: Part, meant: string, context: StageContext): Turn {
  const next = { ...session, notes: withPart(session.notes, part) };
  const again = text(
    `Did you mean ${meant}? `,
    { typed: 'Type it again.', pressed: 'Press it, or write it again.' },
    ' What you wrote is kept as a note, not as your answer.',
  );
  return turn(next, say(next, besides(next, context.guide, { blocks: [again] })));
}

/** What the open answer holds already: parts together stay within what the coach can read. */
function openLength(session: Session): number {
  const stage = activeStage(session);
  if (stage?.at === 'choosing') return joined(session.failure).length;
  if (stage?.at === 'improving') return joined(stage.reply).length;
  return stage?.at === 'asking' && !stage.fresh ? joined(session.answers[stage.step] ?? []).length : 0;
}

/** A message that belongs to an answer that is over joins it; the question that stands goes on standing. */
function cameLate(session: Session, home: Home, part: Part, context: StageContext): Turn {
  const joined = withLatePart(session, home, part);
  const next =
    home.in === 'failure' && isCopied(session, session.failure[0]?.id ?? '')
      ? withCopiesAnew(session, joined, context.reading, context.guide)
      : joined;
  if (meetsDistress(next, context)) return sheltered(next, context);
  const name = home.in === 'step' ? stepOf(context.guide, home.step).name : undefined;
  const line = `That one came late. I put it ${name === undefined ? 'where it belongs, further up' : `with ${name}`}.`;
  return turn(next, say(next, besides(next, context.guide, { blocks: [text(line)] })));
}

/** Free text where no question stands is kept as a note, and the way to the answer is named. */
function noted(session: Session, part: Part, context: StageContext): Turn {
  if (part.text.trim() === '')
    return turn(session, say(session, besides(session, context.guide, helpCard())));
  const next = { ...session, notes: withPart(session.notes, part) };
  if (context.despair === true)
    return turn(next, say(next, besides(next, context.guide, { blocks: helpLines() })));
  if (session.stage.at === 'sheltered') {
    const kind = 'Thank you for telling me. I keep it, and score nothing. What would you like to do?';
    return turn(next, say(next, besides(next, context.guide, { blocks: [text(kind)] })));
  }
  const line = `${lead(next)}I kept this as a note; it is not part of your answer.`;
  const kept = text(line, ...wayBack(next, context));
  return turn(next, say(next, besides(next, context.guide, { blocks: [kept] })));
}

function lead(session: Session): string {
  return session.stage.at === 'critiquing' ? 'I am still reading. ' : '';
}

function wayBack(session: Session, { guide }: StageContext): Runs {
  const { at } = session.stage;
  if (at === 'paused')
    return [' The practice is paused: ', { typed: 'type go on.', pressed: 'press Go on.' }];
  if (at !== 'reviewing' && at !== 'critiqued') return [];
  if (at === 'reviewing' && asksOwnRating(session) && session.first !== true)
    return [
      {
        typed: ` To rate, type one letter for each of the ${guide.steps.length} steps: c, t or n.`,
        pressed: '',
      },
    ];
  return [
    {
      typed: ` To change a step, type redo 1 to redo ${guide.steps.length}.`,
      pressed: ' To change a step, press Edit in a form.',
    },
  ];
}
