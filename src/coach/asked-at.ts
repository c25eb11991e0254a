import type pg from 'pg';
import { effectKey } from '../conversation/effect.ts';
import type { SessionEvent } from '../conversation/event.ts';
import { isUnanswered } from '../conversation/late.ts';
import type { Session } from '../conversation/session.ts';
import { shownAs } from '../store/outbox.ts';
import type { OpenTurn } from '../store/turn.ts';

/** Later than any stamp: a question nobody has seen is answered by nobody. */
const NOT_SHOWN_YET = '~';

/** A turn has this many effects at most of which one puts the question. */
const MOST_EFFECTS = 8;

/** Less than a platform waits for an acknowledgement: Slack sends again after 3 s, and is told nothing after 2. */
const SETTLES_WITHIN_MS = 1_500;
/** A call under way ends in a moment. After this it is looked for: its process may have died. */
const LOOKED_FOR_AFTER_MS = 200;
const FIRST_LOOK_MS = 10;
const LONGEST_LOOK_MS = 100;

/**
 * When the question that stands was shown, as the platform stamps it: tells to whom a late message belongs, and is looked
 * up only where that matters (undefined elsewhere, and for a question without a stamp). `sending`: it is on its way, or
 * was when its process died; whether the person has seen it is known in a moment.
 */
export async function askedAt(
  on: OpenTurn['looks'],
  session: Session | undefined,
  event: SessionEvent,
): Promise<'sending' | { readonly asked: string } | undefined> {
  if (event.type !== 'said' || event.ends !== 'quiet' || session?.stage.at !== 'asking') return undefined;
  if (session.stage.fresh || !isUnanswered(session, session.stage.step)) return undefined;
  const shown = await shownAs(on, keysOfQuestion(session));
  if (shown === undefined || shown === 'sending') return shown;
  // Of a card of several messages the last one asks.
  return { asked: shown === 'waiting' ? NOT_SHOWN_YET : (shown.ref.split(' ').at(-1) ?? shown.ref) };
}

/** Waits a moment for a question on its way to be there, or not. `sweep`: has what a dead process was sending looked for. */
export async function untilShown(pool: pg.Pool, session: Session, sweep: () => Promise<void>): Promise<void> {
  const keys = keysOfQuestion(session);
  const began = performance.now();
  let isSwept = false;
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(LONGEST_LOOK_MS, wait * 2)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if ((await shownAs(pool, keys)) !== 'sending') return;
    const waited = performance.now() - began;
    if (waited > SETTLES_WITHIN_MS) return;
    if (isSwept || waited < LOOKED_FOR_AFTER_MS) continue;
    isSwept = true;
    void sweep();
  }
}

function keysOfQuestion({ id, askedTurn }: Session): string[] {
  return Array.from({ length: MOST_EFFECTS }, (_, position) => effectKey(id, askedTurn, position));
}
