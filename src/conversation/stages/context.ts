import type { Reading } from '../../critique/reading.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Past } from '../past.ts';
import type { Session } from '../session.ts';
import { standingCard } from '../standing.ts';
import { type CardDraft, say, type Turn, turn } from '../turn.ts';
import { withoutQuiet } from './quiet.ts';

/** What a stage may look at besides the session: nothing of it is a clock, a network or chance. */
export interface StageContext {
  readonly guide: Guide;
  /** The instant of the event, ISO 8601. */
  readonly at: string;
  /** What the open answer shows as a whole, where it was read. */
  readonly reading: Reading | undefined;
  /** The person's practices, where they were read for this turn. */
  readonly past?: Past | undefined;
  /** What was just written speaks of not wanting to live: help is named, whatever stands. */
  readonly despair?: boolean;
}

/** Puts the question of the stage the session is in now, with blocks above and below it: from here on older cards are old. */
export function ask(
  session: Session,
  context: StageContext,
  above: CardDraft['blocks'] = [],
  below: CardDraft['blocks'] = [],
): Turn {
  const { session: still, effects } = withoutQuiet(session);
  const asked = { ...still, askedTurn: session.turn };
  const card = standingCard(asked, context.guide);
  return turn(asked, ...effects, say(asked, { ...card, blocks: [...above, ...card.blocks, ...below] }));
}
