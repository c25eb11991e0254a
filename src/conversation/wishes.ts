import { type Beginning, begin } from './begin.ts';
import { hasText } from './part.ts';
import type { Session } from './session.ts';
import type { Turn } from './turn.ts';

/** What was asked for with the start, and a practice that is open does not have. */
function wishedFor({ role: named, ways, insists }: Beginning, open?: Session): Session['wishes'] {
  const isSame = open?.purpose?.kind === 'role' && open.purpose.name === named;
  const role = isSame ? undefined : named;
  const isPlaced = insists === true && ways !== undefined;
  if (role === undefined && !isPlaced) return undefined;
  return { ...(role === undefined ? {} : { role }), ...(isPlaced ? { ways } : {}) };
}

/** Nothing was told yet, so that nothing is left behind. */
function isUntouched(session: Session): boolean {
  return session.stage.at === 'opening' && !hasText(session.failure) && session.notes.length === 0;
}

/**
 * Somebody begins while a practice is open: what they asked for is kept for as long as "start fresh" or "another story"
 * are offered. One in which nothing was told yet gives way at once.
 */
export function withWishes(
  made: Turn,
  open: Session,
  event: { seed: string; at: string },
  guide: Parameters<typeof begin>[1],
  beginning: Beginning,
): Turn {
  const wishes = wishedFor(beginning, open);
  if (wishes === undefined) return made;
  if (isUntouched(open)) return begin(event, guide, beginning, open);
  return {
    ...made,
    sessions: made.sessions.map((session) => (session.id === open.id ? { ...session, wishes } : session)),
  };
}

/** Wishes stand as long as the buttons beside them: until a question is put anew. */
export function withoutOldWishes(before: Session, session: Session): Session {
  return session.askedTurn === before.askedTurn ? session : withoutWishes(session);
}

/** How a practice begins that is chosen on the card of one that holds wishes. */
export function asWished(beginning: Beginning, from: Session | undefined): Beginning {
  const isAsked = wishedFor(beginning) !== undefined;
  if (from?.wishes === undefined || isAsked) return beginning;
  const { role, ways } = from.wishes;
  return {
    ...beginning,
    ...(role === undefined ? {} : { role }),
    ...(ways === undefined ? {} : { ways }),
  };
}

/**
 * A practice that was wished to be elsewhere is given a place of its own, wherever its button stood. With it the wishes
 * are fulfilled: the practice they were left with holds them no longer.
 */
export function openedAsWished(made: Turn, from: Session | undefined): Turn {
  const last = made.sessions.at(-1);
  const isNew = last !== undefined && last.id !== from?.id && last.turn === 1;
  if (from?.wishes === undefined || !isNew) return made;
  const sessions = withFulfilled(made.sessions, from);
  return from.wishes.ways === undefined
    ? { ...made, sessions }
    : { sessions, effects: [{ type: 'open' }, ...made.effects] };
}

/** The practice that held the wishes is stored without them, also where the turn left it as it was: paused, say. */
function withFulfilled(sessions: Turn['sessions'], from: Session): Turn['sessions'] {
  const isHere = sessions.some(({ id }) => id === from.id);
  const all = isHere ? sessions : [{ ...from, turn: from.turn + 1 }, ...sessions];
  return all.map((session) => (session.id === from.id ? withoutWishes(session) : session));
}

function withoutWishes({ wishes: _, ...rest }: Session): Session {
  return rest;
}
