import type { Guide } from '../guide/guide.ts';
import { commandOf } from './command-of.ts';
import type { SessionEvent } from './event.ts';
import { joined, withPart } from './part.ts';
import { activeStage, type Session } from './session.ts';

/**
 * The text that `advance` will want a reading of, if any: the whole open answer when this event ends it. The
 * coach reads it and puts the reading on the event.
 */
export function toRead(session: Session, event: SessionEvent, guide: Guide): string | undefined {
  const stage = activeStage(session);
  if (event.type === 'edited' || event.type === 'deleted') {
    return session.pastedSteps === undefined ? undefined : joined(withoutOrEdited(session, event));
  }
  if (stage?.at !== 'choosing') return undefined;
  switch (event.type) {
    case 'said':
      if (commandOf(session, event.part.text, guide) !== undefined)
        return orUndefined(joined(session.failure));
      return event.ends === 'now' ? orUndefined(joined(withPart(session.failure, event.part))) : undefined;
    case 'pressed':
    case 'woke':
      return orUndefined(joined(session.failure));
    default:
      return undefined;
  }
}

function withoutOrEdited(session: Session, event: Extract<SessionEvent, { type: 'edited' | 'deleted' }>) {
  if (event.type === 'deleted') return session.failure.filter((part) => part.id !== event.partId);
  return session.failure.map((part) => (part.id === event.partId ? { ...part, text: event.text } : part));
}

function orUndefined(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}
