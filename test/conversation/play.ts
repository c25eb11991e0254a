import type { Card } from '../../src/card/card.ts';
import { advance } from '../../src/conversation/advance.ts';
import { begin } from '../../src/conversation/begin.ts';
import type { Ends, SessionEvent } from '../../src/conversation/event.ts';
import type { Session } from '../../src/conversation/session.ts';
import { quietKey } from '../../src/conversation/stages/quiet.ts';
import { toRead } from '../../src/conversation/to-read.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { type Move, plainReading } from './any-event.ts';
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

/** Plays any moves, from a fresh practice or from `from`. Messages are numbered as they come, which an edit may run ahead of. */
export function play(guide: Guide, moves: readonly Move[], from?: Session): Played[] {
  let session = from ?? freshSession(guide);
  let messages = from === undefined ? 0 : FIRST_MESSAGE_AFTER + from.turn;
  const cards: number[] = [session.turn];
  return moves.map((move) => {
    if (move.do === 'say') messages += 1;
    const event = withPlainReading(session, eventOf(move, session, messages, cards), guide);
    const before = session;
    const turn = advance(before, event, guide);
    session = turn.sessions.at(-1) ?? before;
    for (const effect of turn.effects) {
      if (effect.type === 'say') cards.push(effect.card.origin?.turn ?? 0);
    }
    return { before, event, turn, after: session };
  });
}

/** Messages of a practice that goes on have numbers, and stamps, above all that came before. */
const FIRST_MESSAGE_AFTER = 1_000;

function freshSession(guide: Guide): Session {
  const [session] = begin({ seed: SEED, at: AT }, guide, BEGINNING).sessions;
  if (session === undefined) throw new Error('no session');
  return session;
}

export function withPlainReading(session: Session, event: SessionEvent, guide: Guide): SessionEvent {
  const text = toRead(session, event, guide);
  return text === undefined ? event : ({ ...event, reading: plainReading(text, guide) } as SessionEvent);
}

function eventOf(move: Move, session: Session, messages: number, cards: readonly number[]): SessionEvent {
  const common = { at: AT, seed: SEED };
  switch (move.do) {
    case 'say': {
      const stamp = String(move.early ? Math.max(0, messages * 10 - 35) : messages * 10).padStart(6, '0');
      return {
        type: 'said',
        part: { id: `m${messages}`, stamp, text: move.text },
        ends: move.ends,
        ...common,
      };
    }
    case 'press': {
      const turn = move.cardsBack === undefined ? undefined : cards.at(-1 - move.cardsBack);
      return { type: 'pressed', action: move.action, ...(turn === undefined ? {} : { turn }), ...common };
    }
    case 'edit':
      return { type: 'edited', partId: `m${move.message}`, text: move.text, ...common };
    case 'delete':
      return { type: 'deleted', partId: `m${move.message}`, ...common };
    case 'judge':
      return {
        type: 'critiqueReady',
        draftNo: session.drafts + move.off,
        judgement: move.judgement,
        ...common,
      };
    case 'giveUp':
      return { type: 'critiqueFailed', draftNo: session.drafts + move.off, code: 'timeout', ...common };
    case 'wake':
      return { type: 'woke', key: move.another ? 'reminder-1' : quietKey(session), ...common };
    case 'attach':
      return { type: 'attached', ...common };
    case 'silence':
      return { type: 'silent', ...common };
    case 'bounce':
      return { type: 'deliveryFailed', key: 'e-1', reason: 'gone', ...common };
    case 'tooLong':
      return { type: 'tooLong', length: 41_200, ...common };
  }
}

/** The cards a turn shows. */
export function cardsOf(turn: Played['turn']): Card[] {
  return turn.effects.flatMap((effect) => (effect.type === 'say' ? [effect.card] : []));
}
