import { fallbackText } from '../../../src/card/fallback.ts';
import { withoutTyping } from '../../../src/card/without-typing.ts';
import type { Looked } from '../../../src/coach/looks.ts';
import { joined } from '../../../src/conversation/part.ts';
import { activeStage, type Session } from '../../../src/conversation/session.ts';
import { standingCard } from '../../../src/conversation/standing.ts';
import { type Guide, stepIndex, stepOf } from '../../../src/guide/guide.ts';
import { encodeCustomId } from '../custom-id.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { writeModal } from '../render/forms.ts';
import { INPUT_CHARACTERS } from '../render/limits.ts';
import { noteOf } from '../render/prefills.ts';

/** What is written in the modal, as its note says it: the step's number, and a hash of what it was filled with. */
export interface WriteNote {
  readonly step: number;
  readonly filled: string | undefined;
}

/** The question that stands, to be answered in a modal. A step that says something already is filled in with it. */
export function writeForm(
  i: InteractionOf<'component'>,
  { session, guide }: Pick<Looked, 'session' | 'guide'>,
): object | string {
  const step = stepAsked(session);
  const words = step === undefined ? '' : joined(session.answers[step] ?? []);
  if (words.length > INPUT_CHARACTERS)
    return 'This part is longer than a form can hold. Edit your messages instead, or begin a message with @ and my name, and then what you want to add.';
  const id = {
    kind: 'form',
    action: 'write',
    userId: i.userId,
    sessionId: session.id,
    turn: session.askedTurn,
    ...(step === undefined ? {} : { note: encodeNote(guide, step, words) }),
  } as const;
  const asked = questionOf(session, guide);
  return writeModal({ ...asked, prefill: words, customId: encodeCustomId(id) });
}

/** What is asked where the practice stands: nobody has to close the form to look. What stands already is in the form itself. */
function questionOf(session: Session, guide: Guide): { readonly title: string; readonly question: string } {
  const stage = activeStage(session);
  if (stage?.at === 'asking') {
    const { name, prompt, nudge } = stepOf(guide, stage.step);
    return { title: name, question: stage.nudged === true ? nudge : prompt };
  }
  return {
    title: 'Your answer',
    question: fallbackText(withoutTyping({ v: 1, ...standingCard(session, guide) })),
  };
}

function stepAsked(session: Session): string | undefined {
  const stage = activeStage(session);
  return stage?.at === 'asking' && !stage.fresh ? stage.step : undefined;
}

function encodeNote(guide: Guide, step: string, words: string): string {
  const number = stepIndex(guide, step) + 1;
  return words === '' ? `${number}` : `${number}_${noteOf(words)}`;
}

/** Reads what `encodeNote` wrote; undefined where the question was about no step. */
export function decodeNote(note: string | undefined): WriteNote | undefined {
  const [, step, filled] = /^(\d{1,2})(?:_(.+))?$/.exec(note ?? '') ?? [];
  return step === undefined ? undefined : { step: Number(step), filled };
}
