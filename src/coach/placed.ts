import type { Effect } from '../conversation/effect.ts';
import type { Session } from '../conversation/session.ts';
import type { Turn } from '../conversation/turn.ts';
import type { OpenTurn } from '../store/turn.ts';
import type { StoredSession } from '../store/turn-person.ts';
import { type Place, placeKey } from '../who/place.ts';
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
    const place = placeKey(placeToOpen(incoming, last, moves && !isNew));
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
 * Named before it is opened: where it may be, best first, and a thread that is none yet. The way that was taken first is
 * the last one for a practice that has to move: its place is gone.
 */
function placeToOpen({ person }: Incoming, session: Session, moves: boolean): Place {
  const [first = person.userId, ...others] = session.ways ?? [];
  const ways = moves ? [...others, first] : [first, ...others];
  const thread = `new-${session.id}-${session.turn}`;
  return { platform: person.platform, channel: ways.join('+'), thread };
}

function calledAfter(effect: Effect, { purpose }: Session): Effect {
  return effect.type === 'open' && purpose?.kind === 'role' ? { ...effect, called: purpose.name } : effect;
}

function pointed(effects: readonly Effect[], place: string, incoming: Incoming): readonly Effect[] {
  const at = placeKey(incoming.place);
  return incoming.pointer === true && at !== place ? [...effects, { type: 'point', at }] : effects;
}
