import type { Effect } from '../conversation/effect.ts';
import type { Session } from '../conversation/session.ts';
import type { Turn } from '../conversation/turn.ts';
import type { OpenTurn } from '../store/turn.ts';
import type { StoredSession } from '../store/turn-person.ts';
import { type Place, parsePlaceKey, placeKey } from '../who/place.ts';
import type { Incoming } from './incoming.ts';

export interface Placed {
  /** Where what the turn says is said. */
  readonly place: string;
  /** The stored practice leaves this place for the new one. */
  readonly movesFrom: string | undefined;
  readonly effects: readonly Effect[];
}

/**
 * Where a turn's cards go: where its practice stands; without one, where the person acted. A practice that begins at
 * large, or whose place is gone, is given a new place first. Whoever wrote elsewhere is told where it goes on.
 */
export function placed(made: Turn, open: Pick<OpenTurn, 'current' | 'target'>, incoming: Incoming): Placed {
  const last = made.sessions.at(-1);
  const stored = [open.target, open.current].find(
    (one): one is StoredSession => one !== undefined && one.session.id === last?.id,
  );
  const effects = incoming.unsaid === true ? made.effects.filter(({ type }) => type !== 'say') : made.effects;
  const says = effects.some(({ type }) => type === 'say');
  const moves = effects.some(({ type }) => type === 'open');
  const isNew = last !== undefined && stored === undefined;
  if (last !== undefined && (moves || (isNew && incoming.atLarge === true))) {
    const left = moves && stored !== undefined ? parsePlaceKey(stored.place) : undefined;
    const place = placeKey(placeToOpen(incoming, last, left));
    const opening = moves
      ? effects.map((effect) => calledAfter(effect, last))
      : [calledAfter({ type: 'open' }, last), ...effects];
    return {
      place,
      movesFrom: moves ? stored?.place : undefined,
      effects: pointed(opening, place, incoming),
    };
  }
  const place = stored?.place ?? placeKey(incoming.place);
  const awaits = last?.awaitsQuiet === true && stored?.session.awaitsQuiet !== true;
  return {
    place,
    movesFrom: undefined,
    effects: says || awaits ? pointed(effects, place, incoming) : effects,
  };
}

/**
 * Named before it is opened: where it may be, best first, and a thread that is none yet. For a practice that has to move
 * the way that led to the place it leaves (`left`) is the last one.
 */
function placeToOpen({ person }: Incoming, session: Session, left: Place | undefined): Place {
  const asked = session.ways ?? [person.userId];
  const gone = left === undefined ? undefined : (wayTo(left, asked, person.userId) ?? asked[0]);
  const ways = [...asked.filter((way) => way !== gone), ...asked.filter((way) => way === gone)];
  const thread = `new-${session.id}-${session.turn}`;
  return { platform: person.platform, channel: ways.join('+'), thread };
}

/** A place is no wish where the practice that stands is there already: the same start, once more, begins nothing anew. */
export function wished({ begins, person }: Incoming, current: StoredSession | undefined): Incoming['begins'] {
  if (begins?.insists !== true || current === undefined) return begins;
  if (!isThere(current, begins.ways ?? [], person.userId)) return begins;
  const { insists: _, ...rest } = begins;
  return rest;
}

/** Whether a practice stands, or is being opened, where the first of these ways leads. */
function isThere(stored: StoredSession, ways: readonly string[], userId: string): boolean {
  const place = parsePlaceKey(stored.place);
  const [named] = place.channel.split('+');
  const way = place.thread?.startsWith('new-') === true ? named : wayTo(place, ways, userId);
  return way === ways[0];
}

/** The way that led to a place: its kind, the channel of a thread, or the person themselves; undefined where none of these is one. */
function wayTo({ channel, thread }: Place, ways: readonly string[], userId: string): string | undefined {
  const named = thread === undefined ? undefined : ways.find((way) => way === thread || way === channel);
  return named ?? ways.find((way) => way === userId);
}

function calledAfter(effect: Effect, { purpose }: Session): Effect {
  return effect.type === 'open' && purpose?.kind === 'role' ? { ...effect, called: purpose.name } : effect;
}

function pointed(effects: readonly Effect[], place: string, incoming: Incoming): readonly Effect[] {
  const at = placeKey(incoming.place);
  if (incoming.pointer !== true || at === place) return effects;
  return [...effects, { type: 'point', at, ...(incoming.what.type === 'pressed' ? {} : { kept: true }) }];
}
