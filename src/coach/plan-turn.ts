import { createHash } from 'node:crypto';
import type { Card } from '../card/card.ts';
import type { Command } from '../conversation/commands.ts';
import { draftOf } from '../conversation/draft-of.ts';
import type { Effect } from '../conversation/effect.ts';
import { isActive, type Session } from '../conversation/session.ts';
import type { Turn } from '../conversation/turn.ts';
import { tellsDespair } from '../critique/despair.ts';
import type { Catalog } from '../guide/catalog.ts';
import { advancePlan } from '../reminders/advance-plan.ts';
import type { Practised } from '../reminders/grade.ts';
import { type Hours, isEmpty, type Plan } from '../reminders/plan.ts';
import type { PlanEvent, PlanGrounds, PlanTurn } from '../reminders/plan-event.ts';
import { isStarting } from '../reminders/replies/to-reminder.ts';
import { readWhen } from '../reminders/when/read-when.ts';
import type { OpenTurn } from '../store/turn.ts';
import { personKey } from '../who/person.ts';
import { ownPlace, placeKey } from '../who/place.ts';
import { aboutPractice } from './about-practice.ts';
import { guideOf } from './decide.ts';
import type { Incoming } from './incoming.ts';

/** What is known when an event is looked at for the person's plan. */
export interface PlanAsked {
  readonly incoming: Incoming;
  readonly command: Command | undefined;
  /** Now, ISO 8601 in UTC. */
  readonly at: string;
  /** The practice they touched last. */
  readonly latest: Session | undefined;
  readonly catalog: Catalog;
}

/** What a turn does to the plan, beside what it does to practices. */
export interface PlanMade {
  readonly plan: Plan | undefined;
  readonly hours?: Hours;
  readonly says: readonly Card[];
  readonly effects: readonly Effect[];
  readonly start?: PlanTurn['start'];
  /** The event was the plan's alone. */
  readonly isOwn: boolean;
}

/** Whether an event is about the plan, whatever the plan is: what it needs is read before the turn. */
export function isAboutPlan({ what }: Incoming, command: Command | undefined): boolean {
  return (
    command?.name === 'remind' ||
    what.type === 'reminderDue' ||
    what.type === 'reminderFailed' ||
    (what.type === 'said' && what.toPlan === true) ||
    (what.type === 'pressed' && isOfPlan(what.action))
  );
}

/** A message that asks to be reminded, and what it says of when. */
const WISH = /^(?:please )?remind(?:ers?)?(?: me)? (\S.{0,60})$/iu;

/** Longer than this it is no answer to the plan. */
const LONGEST_REPLY = 100;

/** Commands that are said to a reminder as well: under one that just came, and beside no practice, they are meant for it. */
const REPLIES: ReadonlySet<Command['name']> = new Set(['stop', 'skip', 'back', 'undo'] as const);

/** Whether plain words may answer what the plan asks: what is said of their practice is read before the turn. */
export function mayAnswerPlan({ what }: Incoming, command: Command | undefined): boolean {
  const isPlain = command === undefined || REPLIES.has(command.name);
  return what.type === 'said' && isPlain && what.text.length <= LONGEST_REPLY;
}

/** Whether they may start the practice that a reminder offers. */
export function mayStart(incoming: Incoming, command: Command | undefined): boolean {
  const { what } = incoming;
  return mayAnswerPlan(incoming, command) && what.type === 'said' && isStarting(what.text);
}

function isOfPlan(action: string): boolean {
  return action === 'remind' || action.startsWith('remind:');
}

/** What an event means for the person's plan; undefined where it means nothing. */
export function plannedTurn(open: OpenTurn, asked: PlanAsked): PlanMade | undefined {
  const { hours, known } = hoursNow(open, asked.incoming);
  const grounds = groundsOf(open, asked, hours);
  const stands = known ? open.plan : advancePlan(open.plan, { type: 'moved' }, grounds).plan;
  const event = planEventOf(open, asked);
  if (event === undefined && stands === open.plan) return undefined;
  const made: PlanTurn =
    event === undefined ? { plan: stands, effects: [] } : advancePlan(stands, event, grounds);
  const isOwn =
    event !== undefined && event.type !== 'elsewhere' && event.type !== 'visited' && made.passed !== true;
  const changed = made.hours ?? (known ? undefined : hours);
  return {
    ...effectsOf(made),
    plan: made.plan === open.plan && changed === undefined ? undefined : made.plan,
    ...(changed === undefined ? {} : { hours: changed }),
    ...(made.start === undefined ? {} : { start: made.start }),
    isOwn,
  };
}

function planEventOf(
  open: OpenTurn,
  { incoming, command }: Pick<PlanAsked, 'incoming' | 'command'>,
): PlanEvent | undefined {
  const { plan } = open;
  const { what } = incoming;
  if (what.type === 'reminderDue') return { type: 'woke', dueAt: what.dueAt };
  if (what.type === 'planOutdated') return { type: 'replanned' };
  if (what.type === 'reminderFailed') return { type: 'failed', reason: what.reason };
  if (what.type === 'pressed' && isOfPlan(what.action)) return pressedOf(what.action);
  // Whatever the plan asks, who speaks of not wanting to live is answered as such.
  if (what.type === 'said' && tellsDespair(what.text))
    return plan?.asks?.fresh === true ? { type: 'elsewhere' } : undefined;
  // The one question of the plan that is answered in a form: how the interview went.
  if (what.type === 'said' && what.toPlan === true) return { type: 'asked', words: `asked ${what.text}` };
  if (command?.name === 'remind') return { type: 'asked', words: command.words };
  if (plan?.held !== undefined && VISITS.has(what.type)) return { type: 'visited' };
  // Where no practice asks, a wish to be reminded is no story, whatever it says.
  const wish = what.type === 'said' && command === undefined ? WISH.exec(what.text)?.[1] : undefined;
  if (wish !== undefined && !isAsking(open, placeKey(incoming.place)))
    return { type: 'asked', words: `set ${wish}` };
  if (plan?.asks?.fresh !== true) return undefined;
  if (what.type === 'said' && (command === undefined || isReply(open, incoming, command)))
    return { type: 'said', text: what.text };
  return ELSEWHERE.has(what.type) ? { type: 'elsewhere' } : undefined;
}

/** A command's word, said where a reminder, what was stopped or skipped, or how the interview went is the last that was said. */
function isReply(open: OpenTurn, { place }: Incoming, { name }: Command): boolean {
  const about = open.plan?.asks?.about.what;
  const isTaken = about === 'reminder' || about === 'undo' || about === 'after';
  return isTaken && REPLIES.has(name) && !isAsking(open, placeKey(place));
}

/** What is followed by a card of the practice: the plan's question is not the last that was said any more. */
const ELSEWHERE: ReadonlySet<Incoming['what']['type']> = new Set([
  ...(['said', 'pressed', 'filled', 'brought', 'critiqueReady', 'critiqueFailed', 'woke'] as const),
]);

/** What shows that the person is here. */
const VISITS: ReadonlySet<Incoming['what']['type']> = new Set([
  'said',
  'pressed',
  'attached',
  'filled',
] as const);

/** `remind:pick:3-2`: the second choice of question 3; `remind:yes:3`, `remind:stop`. */
function pressedOf(action: string): PlanEvent {
  const [, verb = '', of = ''] = action.split(':');
  const [seq, nth] = of.split('-').map(Number);
  return {
    type: 'pressed',
    verb,
    seq: of === '' ? undefined : seq,
    ...(nth === undefined ? {} : { nth }),
  };
}

function groundsOf(open: OpenTurn, { incoming, at, latest, catalog }: PlanAsked, hours: Hours): PlanGrounds {
  const { person } = incoming;
  const ways = (incoming.begins?.ways ?? latest?.ways ?? [person.userId]).filter((way) => way !== 'answers');
  const home = ways.length === 0 ? ownPlace(person) : { ...ownPlace(person), channel: ways.join('+') };
  return {
    at,
    hours,
    personKey: personKey(person),
    here: isWithThem(incoming) ? (open.plan?.place ?? placeKey(home)) : placeKey(incoming.place),
    home: placeKey(home),
    isBeside: isAsking(open, placeKey(incoming.place)),
    isPractising: isPractising(open, at),
    waitsForThem: person.platform === 'terminal',
    lastActiveAt: open.person.lastActiveAt.toISOString(),
    about: aboutPractice(latest, catalog),
  };
}

/** In their private messages, in no practice's thread, or by a command: what is asked there stands where their reminders come. */
function isWithThem({ place, overheard, atLarge }: Incoming): boolean {
  return (place.thread === undefined || atLarge === true) && overheard !== true;
}

/** A practice is open here. */
function isAsking({ current }: OpenTurn, here: string): boolean {
  return current !== undefined && current.place === here && isActive(current.session);
}

/** So long after their last word they are still at it. */
const AT_IT_MS = 10 * 60_000;

function isPractising({ current }: OpenTurn, at: string): boolean {
  const touched = current !== undefined && isActive(current.session) ? current.session.touchedAt : undefined;
  return touched !== undefined && Date.parse(at) - Date.parse(touched) < AT_IT_MS;
}

/** Nobody's clock: what a server says of its own zone, not of the person's. */
const NOBODYS = /^(?:UTC|GMT|Etc\/.*)$/u;

/** What the platform tells counts until they say otherwise. */
function hoursNow({ person }: OpenTurn, { zone }: Incoming): { hours: Hours; known: boolean } {
  const { hours } = person;
  const isNews = zone !== undefined && !NOBODYS.test(zone) && hours.source !== 'asked' && hours.zone !== zone;
  return isNews ? { hours: { ...hours, zone, source: 'platform' }, known: false } : { hours, known: true };
}

function effectsOf(made: PlanTurn): Pick<PlanMade, 'says' | 'effects'> {
  const to = made.plan?.place;
  return {
    says: made.effects.flatMap((effect) => (effect.type === 'say' ? [effect.card] : [])),
    effects: made.effects.flatMap((effect): Effect[] =>
      effect.type === 'remind' && to !== undefined ? [{ type: 'remind', card: effect.card, to }] : [],
    ),
  };
}

/**
 * What a practice's turn means for the plan: a run aloud, or a critique of an answer. Of several the last counts. Without a
 * plan it means nothing.
 */
export function practisedTurn(
  open: OpenTurn,
  plan: Plan | undefined,
  made: Turn,
  asked: PlanAsked,
): PlanMade | undefined {
  const session = made.sessions.at(-1);
  if (plan === undefined || isEmpty(plan) || session === undefined) return undefined;
  const event = made.effects.flatMap((effect) => practisedIn(effect, session, asked.catalog)).at(-1);
  if (event === undefined) return undefined;
  const { hours } = hoursNow(open, asked.incoming);
  const turn = advancePlan(plan, event, groundsOf(open, { ...asked, latest: session }, hours));
  return { ...effectsOf(turn), plan: turn.plan, isOwn: false };
}

function practisedIn(effect: Effect, session: Session, catalog: Catalog): PlanEvent[] {
  const guide = guideOf(session, catalog);
  if (effect.type === 'storeRun') {
    const { seconds, took, said } = effect;
    const steps = guide.steps.length - session.skipped.length;
    return [{ type: 'practised', practised: { kind: 'run', seconds, took, said: [...said], steps } }];
  }
  if (effect.type !== 'storeCritique') return [];
  const { verdict, findings } = effect.critique;
  const practised: Practised = { kind: 'critique', verdict, findings: findings.length, changed: true };
  const words = draftOf(session, guide).text.replace(/\s+/gu, ' ').trim();
  return [{ type: 'practised', practised, text: createHash('sha256').update(words).digest('hex') }];
}

/**
 * They said at the end of a practice when their interview is: a plan back from that day is offered, and nothing is armed.
 * Only where the words are a day, and their zone is known.
 */
export function interviewNamed(
  open: OpenTurn,
  plan: Plan | undefined,
  made: Turn,
  asked: PlanAsked,
): PlanMade | undefined {
  const named = made.sessions.at(-1)?.interview;
  const { hours } = hoursNow(open, asked.incoming);
  const before = [open.current, open.target].find((one) => one?.session.id === made.sessions.at(-1)?.id);
  if (named === undefined || hours.zone === undefined || named.id === before?.session.interview?.id)
    return undefined;
  const words = `interview on ${named.text}`;
  if (readWhen(words, { now: asked.at, zone: hours.zone }).read !== 'wish') return undefined;
  const turn = advancePlan(plan, { type: 'asked', words }, groundsOf(open, asked, hours));
  return { ...effectsOf(turn), plan: turn.plan, hours, isOwn: false };
}
