import type { Block, Button, Card, Run } from '../card/card.ts';
import { text } from '../card/card.ts';
import type { Effect } from './effect.ts';
import type { Session } from './session.ts';

/** What follows from one event: the sessions as they are now (one that lets a place go stands first), and what to do. */
export interface Turn {
  readonly sessions: readonly Session[];
  readonly effects: readonly Effect[];
}

/** A card before it knows its session and turn. */
export interface CardDraft {
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  readonly asks: Card['asks'];
  readonly working?: boolean;
  readonly standing?: boolean;
  readonly form?: Card['form'];
  readonly share?: boolean;
  readonly clock?: Card['clock'];
}

/** What a command that only looks shows. `buttons`: choices of its own, beside those of what stands. */
export interface View extends Pick<CardDraft, 'blocks'> {
  readonly buttons?: CardDraft['buttons'];
}

/** A card holds no more. */
const MOST_BUTTONS = 6;

/** The choices of a reply before those of the card that stands; what both offer is offered once. */
export function withOwnButtons(
  own: CardDraft['buttons'] = [],
  standing: CardDraft['buttons'] = [],
): CardDraft['buttons'] {
  const others = standing.filter(({ action }) => own.every((button) => button.action !== action));
  return [...own, ...others].slice(0, MOST_BUTTONS);
}

/** The effect that shows a card of this session. */
export function say(session: Session, card: CardDraft): Effect {
  return { type: 'say', card: { v: 1, origin: { sessionId: session.id, turn: session.turn }, ...card } };
}

/** Puts a line of the coach above a card. */
export function headed(card: CardDraft, ...runs: Run[]): CardDraft {
  return { ...card, blocks: [text(...runs), ...card.blocks] };
}

/** A turn that changes one session. */
export function turn(session: Session, ...effects: Effect[]): Turn {
  return { sessions: [session], effects };
}
