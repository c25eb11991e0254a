import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';
import type { Input } from '../../../src/card/card.ts';
import { joined } from '../../../src/conversation/part.ts';
import type { Session } from '../../../src/conversation/session.ts';
import { type Guide, type Step, stepIndex } from '../../../src/guide/guide.ts';
import { type CustomId, encodeCustomId } from '../custom-id.ts';
import { INPUT_CHARACTERS, MODAL_COMPONENTS, MODAL_TITLE } from './limits.ts';
import { fileInput, inputLabels, labelled, paragraph, personMenu } from './modal-inputs.ts';
import { notesOf } from './prefills.ts';
import { escaped, isBlank, safeText } from './safe-text.ts';
import { fitted, labelOf } from './split.ts';

type Modal = APIModalInteractionResponseCallbackData;

/** The action in the id of each form: which one was sent. */
export const FORMS = { answers: 'answers', write: 'write', ratings: 'ratings', share: 'share' } as const;

/** The ids of what stands alone in its form. */
export const FIELDS = { text: 'text', file: 'file', to: 'to' } as const;

/** How much is shown of an answer that a form cannot hold: five of them, escaped, fit into the room for texts. */
const SHOWN_OF_LONG = 280;
/** A question is shorter than that; what is quoted in it may not be. */
const SHOWN_OF_QUESTION = 1_000;

/**
 * All answers of a practice in one form, which holds five. An answer longer than an input holds is shown and not asked: it
 * stays as it is. What each is filled with is noted in the form's id (`prefills.ts`).
 */
export function answersModal(form: {
  readonly guide: Guide;
  readonly session: Session;
  readonly owner: Pick<CustomId, 'userId' | 'sessionId' | 'turn'>;
}): Modal {
  const { guide, session, owner } = form;
  const { userId, sessionId, turn } = owner;
  return {
    title: 'Your answers',
    custom_id: encodeCustomId({
      kind: 'form',
      action: FORMS.answers,
      userId,
      ...(sessionId === undefined ? {} : { sessionId }),
      ...(turn === undefined ? {} : { turn }),
      note: notesOf(guide, session),
    }),
    components: guide.steps
      .slice(0, MODAL_COMPONENTS)
      .map((step) => answerField(guide, step, joined(session.answers[step.id] ?? []))),
  };
}

function answerField(guide: Guide, step: Step, answer: string): APILabelComponent | APITextDisplayComponent {
  if (answer.length <= INPUT_CHARACTERS)
    return labelled(step.name, paragraph(step.id, answer, INPUT_CHARACTERS), step.strong);
  const lines = [
    escaped(labelOf(step.name, MODAL_TITLE)),
    escaped(fitted(safeText(answer).trim(), SHOWN_OF_LONG)),
    `This is longer than a form holds: edit your message, or write it anew: redo ${stepIndex(guide, step.id) + 1}, or More.`,
  ];
  return { type: ComponentType.TextDisplay, content: lines.join('\n') };
}

/** One answer, typed or as a text file. `prefill`: what stands already; more than an input holds is not filled in. */
export function writeModal(form: {
  readonly title: string;
  /** What is asked, over the input; nothing stands there where it is empty. */
  readonly question: string;
  readonly prefill?: string;
  readonly customId: string;
}): Modal {
  const { title, question, prefill = '', customId } = form;
  const asked = fitted(safeText(question).trim(), SHOWN_OF_QUESTION);
  return {
    title: labelOf(title, MODAL_TITLE),
    custom_id: customId,
    components: [
      ...(isBlank(asked) ? [] : [textOf(asked)]),
      labelled('Your answer', paragraph(FIELDS.text, prefill, INPUT_CHARACTERS)),
      labelled(
        'Or a text file',
        fileInput(FIELDS.file),
        'For an answer that is longer than this form holds.',
      ),
    ],
  };
}

function textOf(words: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: escaped(words) };
}

/** What a card asks to be filled in: each value comes back under the id of its input. A form holds five. */
export function ratingsModal(inputs: readonly Input[], customId: string): Modal {
  return {
    title: 'In your own view',
    custom_id: customId,
    components: inputs.flatMap(inputLabels).slice(0, MODAL_COMPONENTS),
  };
}

/** Asks who should see it. The person picked comes back under `to`. */
export function shareModal(customId: string): Modal {
  const promise = 'You see exactly what they get before anything is sent.';
  return {
    title: 'Share with a coach',
    custom_id: customId,
    components: [labelled('Who may see it?', personMenu(FIELDS.to, undefined), promise)],
  };
}
