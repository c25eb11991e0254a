import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Card } from '../card/card.ts';
import { erasedCard } from '../conversation/cards/erase-card.ts';
import type { Command } from '../conversation/commands.ts';
import type { Past } from '../conversation/past.ts';
import type { Session } from '../conversation/session.ts';
import type { Stage } from '../conversation/stage.ts';
import type { View } from '../conversation/turn.ts';
import type { Drizzle } from '../store/drizzle.ts';
import { heldAbout } from '../store/held.ts';
import type { Keyring } from '../store/keyring.ts';
import { hasPlan } from '../store/read-plan.ts';
import { type OpenTurn, openTurn, type Wanted } from '../store/turn.ts';
import type { StoredSession } from '../store/turn-person.ts';
import { type PersonRef, personKey } from '../who/person.ts';
import { type Place, parsePlaceKey, placeKey } from '../who/place.ts';
import { aboutItsPractices } from './about-its-practices.ts';
import { askedAt, untilShown } from './asked-at.ts';
import { commandIn, keyIn } from './decide.ts';
import {
  createDecider,
  type Decided,
  type DeciderParts,
  isAboutNothing,
  isTheirs,
  type Prepared,
} from './decider.ts';
import type { Deliverer } from './deliver.ts';
import { isErasing } from './erasing.ts';
import type { Incoming } from './incoming.ts';
import { createLanes } from './lanes.ts';
import { placed } from './placed.ts';
import { isAboutPlan, mayAnswerPlan, mayStart } from './plan-turn.ts';
import { deleteEverywhere } from './teams/delete-everywhere.ts';
import { toEvent } from './to-event.ts';
import { unshownHere } from './unshown-here.ts';
import { welcomed } from './welcomed.ts';
import { withRetries } from './with-retries.ts';

export interface Handled {
  /** `seen`: this event had its turn; `gone`: it is about somebody who was deleted, about nobody, or about a wake that was moved. */
  readonly outcome: 'done' | 'seen' | 'gone';
  /** Where the practice stands after the turn; none in the lobby. */
  readonly stage: Stage['at'] | undefined;
  readonly sessionId: string | undefined;
  /** Where what follows is said. A place that was still to be opened is known once `performed` has resolved. */
  readonly place: () => Place | undefined;
  /** What is to be shown at once, not by the outbox: everything about the person was just deleted, or they asked to be answered alone. */
  readonly reply?: Card;
  /** A practice, or everything, was deleted: what the coach posted for it can be removed now. */
  readonly hasForgotten?: true;
  /** Resolves when the effects this process performs at once are through, or have to wait. */
  readonly performed: Promise<void>;
}

export interface Coach {
  /** One event, one turn. Resolves at the commit. Retries while the database is away; rejects after that. */
  handle(incoming: Incoming): Promise<Handled>;
  /** No more turns; resolves when those under way have ended. */
  stop(): Promise<void>;
}

export interface CoachParts extends DeciderParts {
  readonly pool: pg.Pool;
  readonly db: Drizzle;
  readonly ring: Keyring;
  /** `zone`: the person's, as their platform tells it. */
  readonly view: (command: Command, person: PersonRef, zone?: string) => Promise<View | undefined>;
  /** The person's practices and how they stood, for a card that shows it. */
  readonly past: (person: PersonRef) => Promise<Past>;
  /** The practice they touched last, for what a reminder says of it. */
  readonly latest: (person: PersonRef) => Promise<Session | undefined>;
  readonly deliverer: Deliverer;
  /** Who performs in this process what is for a place. */
  readonly localAt: (place: string) => ReadonlySet<string>;
  readonly holder: string;
  readonly now: () => Date;
}

/** The one way in: an event, the pure machine, one transaction, and then the effects. */
export function createCoach(parts: CoachParts): Coach {
  const lanes = createLanes();
  const decideAll = createDecider(parts);
  let stopped = false;

  async function handle(incoming: Incoming): Promise<Handled> {
    if (stopped) throw new Error('the coach is stopping');
    return lanes.run(personKey(incoming.person), () =>
      withRetries(async (tries) => {
        const all = await aboutItsPractices(parts.db, parts.ring, incoming);
        for (const one of all.slice(0, -1)) await turnOf(one, tries);
        return turnOf(all.at(-1) ?? incoming, tries);
      }),
    );
  }

  async function turnOf(incoming: Incoming, tries: number, hasWaited = false): Promise<Handled> {
    if (isErasing(incoming.what, parts.catalog.default)) return erased(incoming);
    const happened = toEvent(incoming.what, parts.now(), randomBytes(16).toString('hex'));
    const command = incoming.what.type === 'brought' ? undefined : commandIn(happened, parts.catalog.default);
    const showsPast = command?.name === 'more' && (happened.type === 'said' || happened.type === 'pressed');
    const event = showsPast ? { ...happened, past: await parts.past(incoming.person) } : happened;
    const view = command === undefined ? undefined : await viewFor(command, incoming);
    const latest = (await looksAtLatest(incoming, command)) ? await parts.latest(incoming.person) : undefined;
    const prepared: Prepared = { incoming, event, command, view, latest };
    const opened = await openTurn(parts.pool, parts.ring, incoming.person, incoming.id, wantedBy(prepared));
    if (opened.found === 'seen') return seen(incoming, opened.current, tries);
    if (opened.found === 'turn')
      return runTurn(opened.turn, prepared, hasWaited ? undefined : () => turnOf(incoming, tries, true));
    if (opened.found === 'moved') return nothing('gone');
    if (!(await welcomed(incoming, parts))) return nothing('gone');
    const again = await openTurn(parts.pool, parts.ring, incoming.person, incoming.id, wantedBy(prepared));
    return again.found === 'turn' ? runTurn(again.turn, prepared) : nothing('seen');
  }

  /** Most messages are an answer's, and most people have no plan: they wait for no more than one look. */
  async function looksAtLatest(incoming: Incoming, command: Command | undefined): Promise<boolean> {
    if (isAboutPlan(incoming, command)) return true;
    return mayAnswerPlan(incoming, command) && hasPlan(parts.db, incoming.person);
  }

  function viewFor(command: Command, { person, overheard, zone }: Incoming): ReturnType<CoachParts['view']> {
    const unshown = overheard === true ? unshownHere(command) : undefined;
    return unshown === undefined ? parts.view(command, person, zone) : Promise.resolve(unshown);
  }

  /** It had its turn. If that was a try of ours whose answer was lost, its effects were never handed over. */
  function seen(incoming: Incoming, current: StoredSession | undefined, tries: number): Handled {
    const { deliverer } = parts;
    const performed = tries > 1 ? deliverer.takeBack(incoming.person) : deliverer.sweep();
    const session = current?.session;
    return {
      outcome: 'seen',
      stage: session?.stage.at,
      sessionId: session?.id,
      place: () => (current === undefined ? undefined : parsePlaceKey(current.place)),
      performed: performed.catch(() => undefined),
    };
  }

  /** Everything about the person goes, in their lane: nothing of theirs is under way meanwhile. */
  async function erased(incoming: Incoming): Promise<Handled> {
    const held = await heldAbout(parts.db, incoming.person);
    const all = { ...parts, guide: parts.catalog.default };
    const wasThere = await deleteEverywhere(all, incoming.person, parts.now);
    const none = nothing('gone');
    if (!wasThere) return none;
    const performed = parts.deliverer.dropJobs();
    return { ...none, reply: { v: 1, ...erasedCard(held) }, hasForgotten: true, performed };
  }

  /** `again`: where the question that stands is just being sent, the turn lets go of everything and is taken in a moment. */
  async function runTurn(open: OpenTurn, asked: Prepared, again?: () => Promise<Handled>): Promise<Handled> {
    const given = atLargeWhereNone(open, asked);
    const current = open.current?.session;
    let prepared = given;
    let decided: Decided | undefined;
    try {
      const shown = await askedAt(open.looks, current, given.event);
      prepared = withStamp(given, shown);
      if (shown !== 'sending' || again === undefined) decided = decideAll(open, prepared);
    } catch (error) {
      await open.abort();
      throw error;
    }
    if (decided === undefined) {
      await open.abort();
      if (current !== undefined) await untilShown(parts.pool, current, parts.deliverer.sweep);
      return again === undefined ? nothing('gone') : again();
    }
    const { incoming, event } = prepared;
    const { turn: made, plan, reply } = decided;
    const { place, movesFrom, effects } = placed(made, open, incoming);
    const performer = incoming.person.platform;
    const rows = await open.commit({
      place,
      movesFrom,
      sessions: made.sessions,
      effects: effects.map((effect, position) => ({
        key: keyIn(made, event, position),
        effect,
        performer: effect.type === 'requestCritique' ? 'jobs' : performer,
      })),
      now: parts.now(),
      local: parts.localAt(place),
      holder: parts.holder,
      ...(plan === undefined ? {} : { plan: { ...plan, bellKey: keyIn(made, event, effects.length) } }),
      notTheirs: !isTheirs(incoming.what),
      sentAt: open.plan?.sent === undefined ? undefined : Date.parse(open.plan.sent.at),
      wokeKey: wakeOf(incoming.what)?.key,
      supersede: incoming.what.type === 'attached',
    });
    const session = made.sessions.at(-1);
    const hasForgotten = effects.some(({ type }) => type === 'forget');
    return {
      // A button of a card that is still there is answered; whatever else names a practice that is gone did nothing.
      outcome: isAboutNothing(incoming, open) && incoming.what.type !== 'pressed' ? 'gone' : 'done',
      stage: session?.stage.at,
      sessionId: session?.id,
      place: () => parsePlaceKey(parts.deliverer.placeNow(place)),
      performed: parts.deliverer.performSent(rows),
      ...(reply === undefined ? {} : { reply }),
      ...(hasForgotten ? { hasForgotten } : {}),
    };
  }

  /** A question that is still on its way after a moment was most likely seen: a message counts for it. */
  function withStamp(prepared: Prepared, shown: Awaited<ReturnType<typeof askedAt>>): Prepared {
    const { event } = prepared;
    if (event.type !== 'said' || shown === undefined || shown === 'sending') return prepared;
    return { ...prepared, event: { ...event, asked: shown.asked } };
  }

  return {
    handle,
    async stop() {
      stopped = true;
      await lanes.idle();
    },
  };
}

/** A reply in a thread that is no practice's is like a message outside every thread. */
function atLargeWhereNone({ holdsNone }: OpenTurn, prepared: Prepared): Prepared {
  const { incoming } = prepared;
  const isAtLarge = holdsNone && incoming.atLargeIfNone === true;
  return isAtLarge ? { ...prepared, incoming: { ...incoming, atLarge: true } } : prepared;
}

/** The wake that rang with it. */
function wakeOf(what: Incoming['what']): { readonly key: string; readonly dueAt: string } | undefined {
  return what.type === 'woke' || what.type === 'reminderDue' ? what : undefined;
}

/** The practice an event names, beside the one in its place. */
function wantedBy({ incoming, command, latest }: Prepared): Wanted {
  const place = placeKey(incoming.place);
  const { what } = incoming;
  const anywhere = incoming.atLarge === true || (incoming.atLargeIfNone === true && ('ifNone' as const));
  if (what.type === 'woke') return { place, sessionId: what.sessionId, wake: what };
  if (what.type === 'reminderDue') return { place, anywhere: true, wake: what };
  if (isAboutPlan(incoming, command)) return { place, anywhere: true, sessionId: latest?.id };
  if (mayStart(incoming, command)) return { place, anywhere, sessionId: latest?.id };
  if ('sessionId' in what) return { place, anywhere, sessionId: what.sessionId };
  return { place, anywhere, number: command?.name === 'resume' ? command.number : undefined };
}

function nothing(outcome: 'seen' | 'gone'): Handled {
  return {
    outcome,
    stage: undefined,
    sessionId: undefined,
    place: () => undefined,
    performed: Promise.resolve(),
  };
}
