import type { Card } from '../card/card.ts';
import { takeUp, takeUpAt } from '../conversation/begin.ts';
import type { Command } from '../conversation/commands.ts';
import type { Effect } from '../conversation/effect.ts';
import type { SessionEvent } from '../conversation/event.ts';
import { LONGEST_CHOICE_WORDS } from '../conversation/lobby.ts';
import { toldFor } from '../conversation/purpose.ts';
import { isActive, type Session } from '../conversation/session.ts';
import { standingCard } from '../conversation/standing.ts';
import { toRead } from '../conversation/to-read.ts';
import { say, type Turn, type View } from '../conversation/turn.ts';
import type { ToldFor } from '../critique/doubts.ts';
import type { ReadAs } from '../critique/read.ts';
import type { Reading } from '../critique/reading.ts';
import type { Catalog } from '../guide/catalog.ts';
import type { Guide } from '../guide/guide.ts';
import type { OpenTurn } from '../store/turn.ts';
import type { StoredSession } from '../store/turn-person.ts';
import type { PlanWrites } from '../store/turn-plan.ts';
import { countWords } from '../text/words.ts';
import { placeKey } from '../who/place.ts';
import { decide, guideOf } from './decide.ts';
import { withModel } from './house-model.ts';
import type { Happening, Incoming } from './incoming.ts';
import { wished } from './placed.ts';
import { interviewNamed, type PlanAsked, type PlanMade, plannedTurn, practisedTurn } from './plan-turn.ts';
import type { ModelAt, Whereabouts } from './ports.ts';

/** What the coach knows of an event before its turn. */
export interface Prepared {
  readonly incoming: Incoming;
  readonly event: SessionEvent;
  readonly command: Command | undefined;
  readonly view: View | undefined;
  /** The practice they touched last, where the event is about their plan. */
  readonly latest: Session | undefined;
}

/** All that follows from one event: for practices, for the plan, and what is answered at once. */
export interface Decided {
  readonly turn: Turn;
  readonly plan?: PlanWrites;
  readonly reply?: Card;
}

export interface DeciderParts {
  readonly catalog: Catalog;
  readonly read: (text: string, guide: Guide, about?: ToldFor, as?: ReadAs) => Reading;
  readonly whereabouts: Whereabouts;
  /** None where no language model is set up. */
  readonly model?: ModelAt | undefined;
}

const NOTHING: Turn = { sessions: [], effects: [] };

/** Decides on an event with what the turn loaded: the plan of reminders first, then the practice. */
export function createDecider(parts: DeciderParts): (open: OpenTurn, prepared: Prepared) => Decided {
  function decideAll(open: OpenTurn, prepared: Prepared): Decided {
    const { incoming, event, command, latest } = prepared;
    const asked: PlanAsked = { incoming, command, latest, catalog: parts.catalog, at: event.at };
    const planned = plannedTurn(open, asked);
    if (planned?.isOwn === true) return ofPlan(open, prepared, planned);
    const turn = besidePlan(decideTurn(open, prepared), planned);
    const known = planned?.plan ?? open.plan;
    const follows = practisedTurn(open, known, turn, asked) ?? interviewNamed(open, known, turn, asked);
    if (follows === undefined) return { turn, ...planIn(planned) };
    const hours = follows.hours ?? planned?.hours;
    const made = { ...follows, ...(hours === undefined ? {} : { hours }) };
    const says = follows.says.map((card) => ({ type: 'say' as const, card }));
    return { turn: { ...turn, effects: [...turn.effects, ...says, ...follows.effects] }, ...planIn(made) };
  }

  /** What is to be said of the plan comes before what the practice says. */
  function besidePlan(turn: Turn, planned: PlanMade | undefined): Turn {
    const says = planned?.says.map((card) => ({ type: 'say' as const, card })) ?? [];
    return says.length === 0 ? turn : { ...turn, effects: [...says, ...turn.effects] };
  }

  /** The event was the plan's alone; or it begins a practice from a reminder. */
  function ofPlan(open: OpenTurn, prepared: Prepared, planned: PlanMade): Decided {
    const { start, says, effects } = planned;
    const turn = start === undefined ? NOTHING : startedFrom(open, prepared, start);
    const alone = prepared.incoming.repliesAlone === true && says.length > 0;
    const shown = alone
      ? []
      : says.map((card) => ({ type: 'say' as const, card: besideStanding(open, card) }));
    const again = start === undefined && !alone ? standingAgain(open, prepared, planned) : [];
    return {
      turn: { ...turn, effects: [...turn.effects, ...shown, ...effects, ...again] },
      ...planIn(planned),
      ...(alone ? { reply: joined(says) } : {}),
    };
  }

  /** Where the plan asks nothing more, the question of the practice stands last again, where the person looks. */
  function standingAgain({ current }: OpenTurn, { incoming }: Prepared, { plan }: PlanMade): Effect[] {
    const isAsking = plan?.asks?.fresh === true;
    if (incoming.what.type !== 'said' || isAsking || current === undefined || !isActive(current.session))
      return [];
    if (current.place !== placeKey(incoming.place)) return [];
    const { session } = current;
    return [say(session, standingCard(session, guideOf(session, parts.catalog)))];
  }

  /** Free text is still what the question that stands takes. */
  function besideStanding({ current }: OpenTurn, card: Card): Card {
    if (current === undefined || !isActive(current.session) || card.asks !== 'nothing') return card;
    return { ...card, asks: standingCard(current.session, guideOf(current.session, parts.catalog)).asks };
  }

  function startedFrom(open: OpenTurn, prepared: Prepared, how: NonNullable<PlanMade['start']>): Turn {
    const { target, current } = open;
    const { event } = prepared;
    if (target !== undefined && (how.step !== undefined || how.again === true)) {
      const guide = guideOf(target.session, parts.catalog);
      return how.step === undefined
        ? takeUp(target.session, event, guide, current?.session)
        : takeUpAt(target.session, how.step, event, guide, current?.session);
    }
    const { at, seed } = event;
    const start: SessionEvent = { type: 'pressed', action: 'start', at, seed };
    return decideTurn(open, { ...prepared, event: start, command: { name: 'start' }, view: undefined });
  }

  function decideTurn(open: OpenTurn, prepared: Prepared): Turn {
    const { incoming, event, view } = prepared;
    const { what } = incoming;
    const names = 'sessionId' in what && what.sessionId !== undefined;
    const isGone = isAboutNothing(incoming, open);
    if (isGone && what.type !== 'pressed') return { sessions: [], effects: [] };
    const read =
      what.type === 'brought' ? asBrought(event) : withReading(event, names ? open.target : open.current);
    return decide(read, {
      catalog: parts.catalog,
      current: open.current?.session,
      // Loaded for a reminder that plain words may answer: where they do not, they name no practice.
      target: what.type === 'said' && prepared.command === undefined ? undefined : open.target?.session,
      inItsWay: open.inItsWay?.session,
      beginning: {
        readers: parts.whereabouts(incoming.place),
        manner: withModel(open.person.manner, open.person.reader, parts.model),
        isFirst: !open.person.practised,
        ...wished(incoming, open.current),
      },
      startsFresh: what.type === 'said' && what.startsFresh === true,
      isBrought: what.type === 'brought',
      atLarge: incoming.atLarge === true,
      cardIsGone: isGone,
      view,
    });
  }

  /** A whole answer from elsewhere: no practice holds it yet. */
  function asBrought(event: SessionEvent): SessionEvent {
    if (event.type !== 'said' || event.part.text.trim() === '') return event;
    return { ...event, reading: parts.read(event.part.text, parts.catalog.default, {}, 'story') };
  }

  /** The coach reads before it decides: what the answer shows goes with the event that ends it. */
  function withReading(event: SessionEvent, stored: StoredSession | undefined): SessionEvent {
    if (stored === undefined) return withFirstReading(event);
    const guide = guideOf(stored.session, parts.catalog);
    const wanted = toRead(stored.session, event, guide);
    if (wanted === undefined) return event;
    const reading = parts.read(wanted.text, guide, toldFor(stored.session), wanted.as);
    return { ...event, reading } as SessionEvent;
  }

  /** Where no practice stands yet, a story may be told at once: a hard one is met before anything is asked. */
  function withFirstReading(event: SessionEvent): SessionEvent {
    const isTold = event.type === 'said' && countWords(event.part.text) > LONGEST_CHOICE_WORDS;
    return isTold ? asBrought(event) : event;
  }
  return decideAll;
}

/** Who did it: the person, or a job or a clock. */
export function isTheirs({ type }: Happening): boolean {
  return !NOT_THEIRS.has(type);
}

const NOT_THEIRS: ReadonlySet<Happening['type']> = new Set<Happening['type']>([
  'woke',
  'silent',
  'critiqueReady',
  'critiqueFailed',
  'deliveryFailed',
  'shareArrived',
  'reminderDue',
  'planOutdated',
  'reminderFailed',
]);

/** The event names a practice that was deleted. */
export function isAboutNothing({ what }: Incoming, { target }: OpenTurn): boolean {
  return 'sessionId' in what && what.sessionId !== undefined && target === undefined;
}

function planIn(made: PlanMade | undefined): { plan?: PlanWrites } {
  if (made?.plan === undefined) return {};
  return { plan: { plan: made.plan, hours: made.hours } };
}

/** Several cards as one: the choices are those of the last. */
function joined(cards: readonly Card[]): Card {
  const last = cards.at(-1);
  if (last === undefined) throw new Error('no card to join');
  return { ...last, blocks: cards.flatMap(({ blocks }) => blocks) };
}
