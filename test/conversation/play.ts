import type { Card } from '../../src/card/card.ts';
import { advance } from '../../src/conversation/advance.ts';
import { type Beginning, begin } from '../../src/conversation/begin.ts';
import { draftOf } from '../../src/conversation/draft-of.ts';
import { effectKey } from '../../src/conversation/effect.ts';
import type { Ends, SessionEvent } from '../../src/conversation/event.ts';
import type { Manner, Session } from '../../src/conversation/session.ts';
import { quietKey } from '../../src/conversation/stages/quiet.ts';
import { timeUpKey } from '../../src/conversation/stages/rehearsing.ts';
import { toRead } from '../../src/conversation/to-read.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import type { Guide } from '../../src/guide/guide.ts';
import type { Move } from './any-event.ts';
import { groundedIn } from './any-judgement.ts';
import { plainReading } from './plain-reading.ts';
import { AT, BEGINNING, SEED } from './practice.ts';

/** One event as it was played: the session it met, what followed, and the session it left. */
export interface Played {
  readonly before: Session;
  readonly event: SessionEvent;
  readonly turn: Turn;
  readonly after: Session;
}

/** A message as a move. */
export function say(text: string, ends: Ends = 'now'): Move {
  return { do: 'say', text, ends, early: false };
}

/**
 * Plays any moves, from a fresh practice or from `from`. Messages are numbered as they come, which an edit may run
 * ahead of: from 1 on in a fresh practice, else above all that came before, or after `messages`.
 */
export function play(
  guide: Guide,
  moves: readonly Move[],
  from?: Session,
  how: { readonly messages?: number; readonly manner?: Manner } = {},
): Played[] {
  let session = from ?? freshSession(guide);
  let messages = how.messages ?? (from === undefined ? 0 : FIRST_MESSAGE_AFTER + from.turn);
  let now = Date.parse(AT);
  const cards: number[] = [session.turn];
  return moves.flatMap((move) => {
    if (move.do === 'say') messages += 1;
    if (move.do === 'later') now += move.minutes * 60_000;
    const at = new Date(now).toISOString();
    const made = move.do === 'later' ? undefined : eventOf(move, { session, messages, cards, at, guide });
    if (made === undefined) return [];
    const event = withPlainReading(session, made, guide);
    const before = session;
    const turn = advance(before, event, guide, how.manner);
    session = turn.sessions.at(-1) ?? before;
    for (const effect of turn.effects) {
      if (effect.type === 'say') cards.push(effect.card.origin?.turn ?? 0);
    }
    return [{ before, event, turn, after: session }];
  });
}

/** Messages of a practice that goes on have numbers, and stamps, above all that came before. */
const FIRST_MESSAGE_AFTER = 1_000;

/** A practice that has just begun. */
export function freshSession(guide: Guide, how: Partial<Beginning> = {}): Session {
  const [session] = begin({ seed: SEED, at: AT }, guide, { ...BEGINNING, ...how }).sessions;
  if (session === undefined) throw new Error('no session');
  return session;
}

export function withPlainReading(session: Session, event: SessionEvent, guide: Guide): SessionEvent {
  const wanted = toRead(session, event, guide);
  if (wanted === undefined) return event;
  return { ...event, reading: plainReading(wanted.text, guide) } as SessionEvent;
}

const WAKES: Readonly<Record<'quiet' | 'time' | 'another', (session: Session) => string>> = {
  quiet: quietKey,
  time: timeUpKey,
  another: () => 'reminder-1',
};

/** What a move meets. */
interface Meeting {
  readonly session: Session;
  /** How many messages were sent. */
  readonly messages: number;
  /** The turns of the cards that were shown. */
  readonly cards: readonly number[];
  readonly at: string;
  readonly guide: Guide;
}

function eventOf(
  move: Exclude<Move, { do: 'later' }>,
  { session, messages, cards, at, guide }: Meeting,
): SessionEvent {
  const common = { at, seed: SEED };
  const stampOf = (early: boolean) =>
    String(early ? Math.max(0, messages * 10 - 35) : messages * 10).padStart(6, '0');
  const turnOf = (cardsBack: number | undefined) => {
    const turn = cardsBack === undefined ? undefined : cards.at(-1 - cardsBack);
    return turn === undefined ? {} : { turn };
  };
  switch (move.do) {
    case 'say': {
      const stamp = stampOf(move.early);
      return {
        type: 'said',
        part: { id: `m${messages}`, stamp, text: move.text },
        ends: move.ends,
        ...(move.beforeAsked === true ? { asked: `${stamp}5` } : {}),
        ...common,
      };
    }
    case 'press':
      return { type: 'pressed', action: move.action, ...turnOf(move.cardsBack), ...common };
    case 'fill':
      return {
        type: 'filled',
        action: move.action,
        values: { ...move.values },
        ...turnOf(move.cardsBack),
        ...common,
      };
    case 'fillSteps':
      return {
        type: 'filled',
        action: 'answers',
        values: Object.fromEntries(
          guide.steps.flatMap(({ id }, index) => {
            const value = move.values[index];
            return value === undefined ? [] : [[id, value] as const];
          }),
        ),
        stamp: `${stampOf(move.early)}7`,
        ...common,
      };
    case 'share':
      return {
        type: 'shared',
        to: 'U0GRACE',
        toName: 'Grace',
        fromName: 'Ada',
        turn: session.turn - move.turnsOff,
        ...common,
      };
    case 'speak':
      return { type: 'spoke', seconds: 74, ...common };
    case 'files':
      return { type: 'filesUnread', names: ['answer.pdf'], ...common };
    case 'edit':
      return { type: 'edited', partId: `m${move.message}`, text: move.text, ...common };
    case 'delete':
      return { type: 'deleted', partId: `m${move.message}`, ...common };
    case 'judge':
      return {
        type: 'critiqueReady',
        draftNo: session.drafts + move.off,
        judgement: groundedIn(move.judgement, draftOf(session, guide).text),
        ...common,
      };
    case 'giveUp':
      return { type: 'critiqueFailed', draftNo: session.drafts + move.off, code: 'timeout', ...common };
    case 'wake':
      return { type: 'woke', key: WAKES[move.key](session), ...common };
    case 'attach':
      return { type: 'attached', ...common };
    case 'silence':
      return { type: 'silent', ...common };
    case 'bounce':
      return {
        type: 'deliveryFailed',
        key: effectKey(session.id, Math.max(0, session.turn - move.turnsBack), 1),
        reason: move.reason,
        ...common,
      };
    case 'tooLong':
      return { type: 'tooLong', length: 41_200, ...common };
  }
}

/** The cards a turn shows. */
export function cardsOf(turn: Played['turn']): Card[] {
  return turn.effects.flatMap((effect) => (effect.type === 'say' ? [effect.card] : []));
}
