import type { Guide } from '../guide/guide.ts';
import { asItStands } from './ahead.ts';
import { carriedBefore } from './carried.ts';
import { commandOf } from './command-of.ts';
import { type Command, commandOfAction } from './commands.ts';
import { draftOf } from './draft-of.ts';
import type { Said, SessionEvent } from './event.ts';
import { earlierHome } from './late.ts';
import { parseRatings } from './own-rating.ts';
import { joined, withPart } from './part.ts';
import { isCopied } from './pasted.ts';
import { activeStage, type Session } from './session.ts';

/**
 * The text that `advance` will want a reading of, if any: the whole open answer when this event ends it, or the
 * draft to speak from. The coach reads it and puts the reading on the event.
 */
export function toRead(session: Session, event: SessionEvent, guide: Guide): string | undefined {
  switch (event.type) {
    case 'edited':
    case 'deleted':
      return isCopied(session, event.partId) ? joined(changedParts(session, event)) : undefined;
    case 'pressed':
      return atCommand(session, commandOfAction(event.action, guide), guide);
    case 'filled':
      return orUndefined(draftOf(session, guide).text);
    case 'woke':
      return orUndefined(openAnswer(session, guide));
    case 'said':
      return ofSaid(session, event, guide);
    default:
      return undefined;
  }
}

function ofSaid(session: Session, event: Said, guide: Guide): string | undefined {
  const said = asItStands(session, event);
  if (said === undefined) return undefined;
  const command = commandOf(session, said.part.text, guide);
  if (command !== undefined) return atCommand(session, command, guide);
  if (said.ends === 'quiet' && earlierHome(session, said.part)?.in === 'failure')
    return joined(withPart(session.failure, said.part));
  const stage = activeStage(session);
  switch (stage?.at) {
    case 'opening':
    case 'finding':
      // A few words can be a story of distress: "My father died."
      return orUndefined(said.part.text);
    case 'choosing': {
      // What the role needs most is one line: it ends with the message.
      const isLine = said.ends === 'now' || stage.doubt?.kind === 'unknown-role';
      return isLine ? orUndefined(joined(withPart(session.failure, said.part))) : undefined;
    }
    case 'asking': {
      if (said.ends !== 'now') return undefined;
      const before = stage.fresh ? [] : carriedBefore(session, stage.step, said.part.text);
      return orUndefined(joined(withPart(before, said.part)));
    }
    case 'reviewing':
      return parseRatings(said.part.text, guide) === undefined ? undefined : draftOf(session, guide).text;
    case 'improving':
      return said.ends === 'now' ? orUndefined(joined(withPart(stage.reply, said.part))) : undefined;
    default:
      return undefined;
  }
}

/** Commands that end the open answer, or have the whole judged. */
const ENDING: readonly Command['name'][] = [
  ...(['next', 'skip', 'redo', 'go', 'back', 'change', 'weakest', 'use', 'not-so'] as const),
];

function atCommand(session: Session, command: Command | undefined, guide: Guide): string | undefined {
  if (command === undefined) return undefined;
  if (command.name === 'aloud') return orUndefined(draftOf(session, guide).text);
  return ENDING.includes(command.name) ? orUndefined(openAnswer(session, guide)) : undefined;
}

/** The answer that is being written, as far as it goes. */
function openAnswer(session: Session, guide: Guide): string {
  const stage = activeStage(session);
  switch (stage?.at) {
    case 'choosing':
      return joined(session.failure);
    case 'asking':
      return joined(session.answers[stage.step] ?? []);
    case 'improving':
      return stage.asks === 'reply'
        ? joined(stage.reply)
        : `${draftOf(session, guide).text}\n\n${joined(stage.reply)}`;
    // Before it is judged, the whole is looked at once more: an edit or a late message may have made it a story that is
    // not scored.
    case 'reviewing':
    case 'critiqued':
      return draftOf(session, guide).text;
    default:
      return '';
  }
}

function changedParts(session: Session, event: Extract<SessionEvent, { type: 'edited' | 'deleted' }>) {
  if (event.type === 'deleted') return session.failure.filter((part) => part.id !== event.partId);
  return session.failure.map((part) => (part.id === event.partId ? { ...part, text: event.text } : part));
}

function orUndefined(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}
