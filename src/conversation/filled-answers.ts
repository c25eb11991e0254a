import { text } from '../card/card.ts';
import { notCarried } from './carried.ts';
import { nextOpenStep } from './draft-of.ts';
import type { SessionEvent } from './event.ts';
import { joined, type Part } from './part.ts';
import { withoutPastedWhole } from './pasted.ts';
import { isActive, isSheltered, type Session } from './session.ts';
import { ask, type StageContext } from './stages/context.ts';
import { meetsDistress, sheltered } from './stages/sheltered.ts';
import { standingCard } from './standing.ts';
import { headed, say, type Turn, turn } from './turn.ts';

type Filled = Extract<SessionEvent, { type: 'filled' }>;

/**
 * The practice with what the form of the steps says. A step whose words did not change keeps its messages, one that is
 * not in the form keeps all it has; what a step said before is kept among what was replaced.
 */
export function withAnswers(session: Session, event: Filled, steps: readonly string[]): Session {
  const changed = steps.filter((step) => {
    const value = event.values[step];
    return value !== undefined && value.trim() !== joined(session.answers[step] ?? []).trim();
  });
  const own = changed.length === 0 ? session : withoutPastedWhole(session);
  return changed.reduce<Session>((before, step) => {
    const parts = before.answers[step] ?? [];
    const value = event.values[step] ?? '';
    const part: Part = {
      id: `form-${session.turn}-${step}`,
      stamp: event.stamp ?? event.at,
      text: value,
    };
    const { undo, ...rest } = notCarried(before, step);
    return {
      ...rest,
      ...(undo === undefined || undo.step === step ? {} : { undo }),
      answers: { ...before.answers, [step]: value.trim() === '' ? [] : [part] },
      replaced: parts.length === 0 ? before.replaced : [...before.replaced, { step, parts }],
      skipped: before.skipped.filter((id) => id !== step),
    };
  }, own);
}

/** The steps were written or edited in a form: they are stored, and the talk goes on where something is open still. */
export function filledAnswers(session: Session, event: Filled, context: StageContext): Turn {
  const { guide } = context;
  const steps = guide.steps.map(({ id }) => id);
  const next = withAnswers(session, event, steps);
  if (next === session || JSON.stringify(next.answers) === JSON.stringify(session.answers))
    return turn(session, say(session, headed(standingCard(session, guide), 'Nothing was changed.')));
  if (meetsDistress(next, context) && (context.despair === true || !isSheltered(next)))
    return sheltered(next, context);
  const { stage } = next;
  if (stage.at === 'asking' || stage.at === 'choosing') {
    const open = nextOpenStep(next, guide, undefined);
    const after: Session['stage'] =
      open === undefined
        ? { at: 'reviewing' }
        : { at: 'asking', step: open, fresh: false, thenReview: false };
    return ask({ ...next, stage: after }, context, [text('Saved.')]);
  }
  if (stage.at === 'critiquing')
    return turn(
      next,
      say(next, {
        blocks: [text('Saved. I am still reading what you had before.')],
        buttons: [],
        asks: 'nothing',
        working: true,
      }),
    );
  // The critique's own card says that it was made before this change.
  const shown: Session =
    next.critique === undefined || stage.at !== 'critiqued'
      ? next
      : { ...next, critique: { ...next.critique, outdated: true } };
  return isActive(shown)
    ? ask(shown, context, [text('Saved.')])
    : turn(shown, say(shown, headed(standingCard(shown, guide), 'Saved.')));
}
