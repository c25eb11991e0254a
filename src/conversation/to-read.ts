import type { Guide } from '../guide/guide.ts';
import { asItStands } from './ahead.ts';
import { commandOf } from './command-of.ts';
import type { SessionEvent } from './event.ts';
import { earlierHome } from './late.ts';
import { joined, withPart } from './part.ts';
import { isCopied } from './pasted.ts';
import { activeStage, type Session } from './session.ts';

/**
 * The text that `advance` will want a reading of, if any: the whole open answer when this event ends it. The
 * coach reads it and puts the reading on the event.
 */
export function toRead(session: Session, event: SessionEvent, guide: Guide): string | undefined {
  if (event.type === 'edited' || event.type === 'deleted') {
    return isCopied(session, event.partId) ? joined(changedParts(session, event)) : undefined;
  }
  const said = event.type === 'said' ? asItStands(session, event) : undefined;
  const isCommand = said !== undefined && commandOf(session, said.part.text, guide) !== undefined;
  if (said?.ends === 'quiet' && !isCommand && earlierHome(session, said.part)?.in === 'failure')
    return joined(withPart(session.failure, said.part));
  if (activeStage(session)?.at !== 'choosing') return undefined;
  if (event.type === 'pressed' || event.type === 'woke' || isCommand)
    return orUndefined(joined(session.failure));
  return said?.ends === 'now' ? orUndefined(joined(withPart(session.failure, said.part))) : undefined;
}

function changedParts(session: Session, event: Extract<SessionEvent, { type: 'edited' | 'deleted' }>) {
  if (event.type === 'deleted') return session.failure.filter((part) => part.id !== event.partId);
  return session.failure.map((part) => (part.id === event.partId ? { ...part, text: event.text } : part));
}

function orUndefined(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}
