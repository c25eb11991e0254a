import type { ReadAs } from '../critique/read.ts';
import type { Guide } from '../guide/guide.ts';
import { countWords } from '../text/words.ts';
import { asItStands, edited } from './ahead.ts';
import { carriedBefore } from './carried.ts';
import { commandOf } from './command-of.ts';
import { type Command, commandOfAction } from './commands.ts';
import { draftOf } from './draft-of.ts';
import type { Said, SessionEvent } from './event.ts';
import { withAnswers } from './filled-answers.ts';
import { earlierHome } from './late.ts';
import { parseRatings } from './own-rating.ts';
import { joined, withPart } from './part.ts';
import { isCopied } from './pasted.ts';
import { activeStage, type Session } from './session.ts';
import { FEWEST_ADDED } from './stages/choosing.ts';

/** A text that `advance` will want a reading of, and what it wants to know of it. */
export interface ToRead {
  readonly text: string;
  readonly as: ReadAs;
}

/**
 * What is to be read before this event is decided on, if anything: the whole open answer when the event ends it, or the
 * draft to speak from or to judge. The coach reads it and puts the reading on the event.
 */
export function toRead(session: Session, event: SessionEvent, guide: Guide): ToRead | undefined {
  switch (event.type) {
    case 'edited':
    case 'deleted':
      return isCopied(session, event.partId) ? story(joined(changedParts(session, event))) : undefined;
    case 'pressed':
      return atCommand(session, commandOfAction(event.action, guide), guide);
    case 'filled':
      return draft(
        event.action === 'answers'
          ? withAnswers(
              session,
              event,
              guide.steps.map(({ id }) => id),
            )
          : session,
        guide,
      );
    case 'shared':
      return draft(session, guide);
    case 'woke':
      return openAnswer(session, guide);
    case 'said':
      return ofSaid(session, event, guide);
    default:
      return undefined;
  }
}

function ofSaid(session: Session, event: Said, guide: Guide): ToRead | undefined {
  const said = asItStands(session, event);
  if (said === undefined) return undefined;
  const command = commandOf(session, said.part.text, guide);
  if (command !== undefined) return atCommand(session, command, guide);
  if (said.ends === 'quiet' && earlierHome(session, said.part, said.asked)?.in === 'failure')
    return { text: joined(withPart(session.failure, said.part)), as: 'story' };
  if (said.ends === 'quiet' && earlierHome(session, said.part, said.asked) !== undefined)
    return glance(said.part.text);
  const stage = activeStage(session);
  switch (stage?.at) {
    case 'opening':
    case 'finding':
      // A few words can be a story of distress: "My father died."
      return story(said.part.text);
    case 'choosing': {
      // What the role needs most is one line: it ends with the message.
      const isLine = said.ends === 'now' || stage.doubt?.kind === 'unknown-role';
      if (stage.doubt !== undefined && countWords(said.part.text) < FEWEST_ADDED)
        return story(`${joined(session.failure)}\n${said.part.text}`);
      const told = joined(withPart(session.failure, said.part));
      return isLine ? story(told) : glance(told);
    }
    case 'asking': {
      const before = stage.fresh ? [] : carriedBefore(session, stage.step, said.part.text);
      const told = joined(withPart(before, said.part));
      return said.ends === 'now' ? answer(told) : glance(told);
    }
    case 'reviewing':
      return parseRatings(said.part.text, guide) === undefined
        ? glance(said.part.text)
        : draft(session, guide);
    case 'improving': {
      const told = joined(withPart(stage.reply, said.part));
      return said.ends === 'now' ? answer(told) : glance(told);
    }
    default:
      return glance(said.part.text);
  }
}

/** Commands that end the open answer, or have the whole judged. */
const ENDING: readonly Command['name'][] = [
  ...(['next', 'skip', 'redo', 'go', 'back', 'change', 'weakest', 'use', 'not-so'] as const),
];
/** These take up a practice that rests: its messages may have been edited meanwhile. */
const TAKING_UP: readonly Command['name'][] = ['resume', 'next', 'go'];

function atCommand(session: Session, command: Command | undefined, guide: Guide): ToRead | undefined {
  if (command === undefined) return undefined;
  if (command.name === 'aloud') return draft(session, guide);
  if (session.stage.at === 'paused' && TAKING_UP.includes(command.name)) return draft(session, guide);
  return ENDING.includes(command.name) ? openAnswer(session, guide) : undefined;
}

/**
 * The answer that is being written, as far as it goes; before it is judged the whole, since an edit or a late message
 * may have made it a story that is not scored.
 */
function openAnswer(session: Session, guide: Guide): ToRead | undefined {
  const stage = activeStage(session);
  switch (stage?.at) {
    case 'choosing':
      return story(joined(session.failure));
    case 'asking':
      return answer(joined(session.answers[stage.step] ?? []));
    case 'improving': {
      const reply = joined(stage.reply);
      return answer(stage.asks === 'reply' ? reply : `${draftOf(session, guide).text}\n\n${reply}`);
    }
    case 'reviewing':
    case 'critiqued':
      return draft(session, guide);
    default:
      return undefined;
  }
}

function changedParts(session: Session, event: Extract<SessionEvent, { type: 'edited' | 'deleted' }>) {
  if (event.type === 'deleted') return session.failure.filter((part) => part.id !== event.partId);
  return session.failure.map((part) =>
    part.id === event.partId ? edited(part, event.text, event.stamp) : part,
  );
}

function story(text: string): ToRead | undefined {
  return unlessBlank(text, 'story');
}

function answer(text: string): ToRead | undefined {
  return unlessBlank(text, 'answer');
}

/** What is not over yet, or no answer at all, is only looked at for what must not be quoted. */
function glance(text: string): ToRead | undefined {
  return unlessBlank(text, 'draft');
}

function draft(session: Session, guide: Guide): ToRead | undefined {
  return unlessBlank(draftOf(session, guide).text, 'draft');
}

function unlessBlank(text: string, as: ReadAs): ToRead | undefined {
  return text.trim() === '' ? undefined : { text, as };
}
