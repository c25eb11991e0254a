import { text } from '../card/card.ts';
import type { Guide } from '../guide/guide.ts';
import { idFrom } from './ids.ts';
import { withNotice } from './notice.ts';
import { roleFrom } from './purpose.ts';
import { resting } from './resting.ts';
import { isActive, type Manner, type Session } from './session.ts';
import { redoStep } from './stages/asking.ts';
import { ask } from './stages/context.ts';
import { ratingsBefore } from './stages/critiquing.ts';
import { withoutQuiet } from './stages/quiet.ts';
import type { Turn } from './turn.ts';

/** What a practice begins with, besides the event. */
export interface Beginning {
  /** Who can read this here, in one sentence. */
  readonly readers: string;
  readonly manner: Manner;
  /** The person never had a critique. */
  readonly isFirst: boolean;
  /** The job it is for, where that was said with the start: it is not asked then. */
  readonly role?: string;
  /** Where its place may be opened, best first; kept for when that place is gone. */
  readonly ways?: readonly string[];
  /** The person chose the first of these ways themselves. */
  readonly insists?: true;
}

/** A new practice of this guide; its ids come from the event's chance. */
export function newSession(seed: string, guide: Guide, beginning: Beginning): Session {
  const { role = '', ways } = beginning;
  const purpose = roleFrom({ id: `role-${idFrom(seed, 8)}`, stamp: '0', text: role });
  return {
    v: 1,
    id: idFrom(seed, 0),
    storyId: idFrom(seed, 16),
    guide: { id: guide.id, version: guide.version },
    stage: { at: 'opening', asks: 'door' },
    turn: 0,
    askedTurn: 0,
    readers: beginning.readers,
    manner: beginning.manner,
    ...(beginning.manner.model?.told === false ? { notice: 'due' } : {}),
    ...(beginning.isFirst ? { first: true } : {}),
    ...(purpose.kind === 'role' ? { purpose } : {}),
    ...(ways === undefined ? {} : { ways }),
    failure: [],
    answers: {},
    skipped: [],
    replaced: [],
    notes: [],
    seeds: [],
    carried: [],
    nudged: [],
    setAside: [],
    runs: [],
    rounds: 0,
    drafts: 0,
  };
}

/** Begins a practice. One that is open in the same place is paused and kept. */
export function begin(
  event: { seed: string; at: string },
  guide: Guide,
  beginning: Beginning,
  open?: Session,
): Turn {
  return behind(open, firstTurn(event, guide, beginning));
}

/** The first turn of a practice, at its door; where the person is still to be told where words go, they are not told yet. */
export function firstTurn(event: { seed: string; at: string }, guide: Guide, beginning: Beginning): Turn {
  const fresh = { ...newSession(event.seed, guide, beginning), turn: 1, touchedAt: event.at };
  return ask(fresh, { guide, at: event.at, reading: undefined });
}

/** A new practice of a story that was told before: what it is for and the story itself stand there already. */
export function beginFresh(
  event: { seed: string; at: string },
  guide: Guide,
  beginning: Beginning,
  from: Session,
  open?: Session,
): Turn {
  const made = from.critique?.critique;
  const fresh: Session = {
    ...newSession(event.seed, guide, beginning),
    turn: 1,
    touchedAt: event.at,
    storyId: from.storyId,
    door: 'story',
    ...(from.purpose === undefined || beginning.role !== undefined ? {} : { purpose: from.purpose }),
    failure: from.failure,
    doubted: true,
    ...(made === undefined ? {} : { earlier: ratingsBefore(made) }),
    stage: { at: 'choosing' },
  };
  return behind(open, ask(fresh, { guide, at: event.at, reading: undefined }));
}

/**
 * Another story, after one that is not to be told here: what it is for is known, from the start that asked for it or from
 * the first, so that only the story is asked.
 */
export function beginAnother(
  event: { seed: string; at: string },
  guide: Guide,
  beginning: Beginning,
  from: Session,
): Turn {
  const fresh: Session = {
    ...newSession(event.seed, guide, beginning),
    turn: 1,
    touchedAt: event.at,
    door: 'story',
    ...(from.purpose === undefined || beginning.role !== undefined ? {} : { purpose: from.purpose }),
    stage: { at: 'choosing' },
  };
  const line = text('Another one, then. The first stays closed, and is not scored.');
  return behind(from, ask(fresh, { guide, at: event.at, reading: undefined }, [line]));
}

/** Goes on with a practice that was paused or ended; one that is open in the same place is paused instead. */
export function takeUp(target: Session, event: { at: string }, guide: Guide, open?: Session): Turn {
  const context = { guide, at: event.at, reading: undefined };
  const { offer: _, wishes: __, ...rest } = target;
  const next: Session = { ...rest, turn: target.turn + 1, touchedAt: event.at };
  if (next.stage.at !== 'paused' && next.stage.at !== 'done') return behind(open, ask(next, context));
  return behind(open, ask({ ...next, stage: next.stage.stage }, context, [text('Here we go on.')]));
}

/** One step of a practice once more, from wherever it stands: then its draft. One that is open in the same place is paused. */
export function takeUpAt(
  target: Session,
  step: string,
  event: { at: string },
  guide: Guide,
  open?: Session,
): Turn {
  const { offer: _, wishes: __, ...rest } = target;
  const next: Session = { ...rest, turn: target.turn + 1, touchedAt: event.at };
  return behind(open, redoStep(next, step, true, { guide, at: event.at, reading: undefined }));
}

/** Fourteen days without a word, or another practice in its place: paused, announced nowhere. */
export function paused(session: Session): Turn {
  if (session.stage.at === 'paused' || session.stage.at === 'done') return { sessions: [], effects: [] };
  const { offer: _, wishes: __, ...rest } = session;
  const { session: still, effects } = withoutQuiet(rest);
  return {
    sessions: [
      { ...still, turn: session.turn + 1, stage: { at: 'paused', stage: resting(session, session.stage) } },
    ],
    effects,
  };
}

/**
 * A turn that opens a practice in a place: the one that was open there is paused first. With a new practice the person is
 * told where words go, if they do not know.
 */
export function behind(open: Session | undefined, made: Turn): Turn {
  const first = withNotice(made);
  if (open === undefined || !isActive(open) || first.sessions.some((session) => session.id === open.id))
    return first;
  const left = paused(open);
  return { sessions: [...left.sessions, ...first.sessions], effects: [...left.effects, ...first.effects] };
}
