import { type Block, text } from '../../card/card.ts';
import { type Critique, isCritique } from '../../critique/critique.ts';
import { judgedOf } from '../cards/critique-cards.ts';
import { scorecardBlock } from '../cards/scorecard-of.ts';
import type { SessionEvent } from '../event.ts';
import { isSheltered, type Session } from '../session.ts';
import { type Turn, turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';
import { backToDraft } from './reviewing.ts';

const FAILED: Block = text('The critique did not come through. Your draft is kept: ', {
  typed: 'type go to try again.',
  pressed: 'press Look at it to try again.',
});

/** A critique arrived. One of an older draft is stored; only that of the newest is shown. */
export function critiqueArrived(
  session: Session,
  event: Extract<SessionEvent, { type: 'critiqueReady' }>,
  context: StageContext,
): Turn {
  const { judgement, draftNo } = event;
  // A story of distress is not scored, not even late.
  if (isSheltered(session)) return turn(session);
  const current = draftNo === session.drafts && isCritiquing(session);
  if (!isCritique(judgement)) {
    if (!current) return turn(session);
    return session.stage.at === 'paused'
      ? turn(pausedAt(session, { at: 'reviewing' }))
      : backToDraft(session, text(judgement.advice), context);
  }
  const store = { type: 'storeCritique', draftNo, critique: judgement } as const;
  if (!current) return turn(session, store);
  const { freshDraft: _, ...looked } = session;
  const next: Session = {
    ...looked,
    ...earlierOf(session),
    critique: { draftNo, critique: judgement, outdated: session.changedSinceDraft === true },
  };
  if (next.stage.at === 'paused') return turn(pausedAt(next, { at: 'critiqued' }), store);
  const at: Session = { ...next, stage: { at: 'critiqued' } };
  const judged = judgedOf(at, context.guide, event.past);
  const beside = judged.outdated ? [] : [scorecardBlock(judged, judgement, context.guide, 'drawn')];
  const shown = ask(at, context, [], beside);
  return { ...shown, effects: [store, ...shown.effects] };
}

/**
 * The ratings before this critique: of this practice's last draft, else of the story's last practice. The same text
 * looked at again, because a finding was set aside, has moved nowhere.
 */
function earlierOf({ critique }: Session): Pick<Session, 'earlier'> {
  return critique?.outdated === true ? { earlier: ratingsBefore(critique.critique) } : {};
}

/** A critique's ratings, to be compared with those of a later one. */
export function ratingsBefore({ critic, version, steps }: Critique): NonNullable<Session['earlier']> {
  const scores = Object.entries(steps).map(([id, { score }]) => [id, score] as const);
  return { critic, version, steps: Object.fromEntries(scores) };
}

/** The last try failed: the draft stays, and the person is told how to try again. */
export function critiqueGivenUp(session: Session, draftNo: number, context: StageContext): Turn {
  if (draftNo !== session.drafts || !isCritiquing(session)) return turn(session);
  if (session.stage.at === 'paused') return turn(pausedAt(session, { at: 'reviewing' }));
  return backToDraft(session, FAILED, context);
}

function isCritiquing(session: Session): boolean {
  return (
    session.stage.at === 'critiquing' ||
    (session.stage.at === 'paused' && session.stage.stage.at === 'critiquing')
  );
}

function pausedAt(session: Session, stage: { at: 'reviewing' } | { at: 'critiqued' }): Session {
  return { ...session, stage: { at: 'paused', stage } };
}
