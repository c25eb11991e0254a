import type { InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';
import type { Card, Input } from '../../../src/card/card.ts';
import { joined } from '../../../src/conversation/part.ts';
import type { Session } from '../../../src/conversation/session.ts';
import { unreachable } from '../../../src/errors.ts';
import { type Guide, type Step, stepIndex } from '../../../src/guide/guide.ts';
import { labelOf } from './card-buttons.ts';
import {
  INPUT_CHARACTERS,
  INPUT_LABEL,
  MODAL_TITLE,
  OPTION_LABEL,
  RADIO_OPTIONS,
  TEXT_CHARACTERS,
  VIEW_BLOCKS,
} from './limits.ts';
import { renderCard, renderPlain } from './render.ts';
import { linkBlock, plain, sectionBlocks } from './rich-text.ts';
import { safeText } from './safe-text.ts';
import { fitted } from './split.ts';

/** The `callback_id` of each form: which one was sent. */
export const FORMS = {
  answers: 'answers',
  ratings: 'ratings',
  share: 'share',
  sharePreview: 'share-send',
  when: 'when',
  team: 'team',
} as const;

/** How much is shown of an answer that a form cannot hold. */
const SHOWN_OF_LONG = 600;

/** All answers of a practice in one form. An answer longer than an input holds is shown and not asked: it stays as it is. */
export function answersModal(form: {
  readonly guide: Guide;
  readonly session: Session;
  readonly privateMetadata: string;
}): ModalView {
  const { guide, session, privateMetadata } = form;
  return {
    ...modal('Your answers', { submit: 'Save', close: 'Close' }),
    callback_id: FORMS.answers,
    private_metadata: privateMetadata,
    blocks: guide.steps.flatMap((step) => answerBlocks(guide, step, joined(session.answers[step.id] ?? []))),
  };
}

function answerBlocks(guide: Guide, step: Step, answer: string): KnownBlock[] {
  if (answer.length > INPUT_CHARACTERS) {
    const redo = `Longer than a form holds: edit your message, or type redo ${stepIndex(guide, step.id) + 1}.`;
    return [
      { type: 'section', text: words(fitted(step.name, TEXT_CHARACTERS)) },
      { type: 'section', text: words(fitted(safeText(answer), SHOWN_OF_LONG)) },
      { type: 'context', elements: [words(redo)] },
    ];
  }
  return [
    {
      type: 'input',
      block_id: step.id,
      optional: true,
      label: words(labelOf(step.name, INPUT_LABEL)),
      hint: words(labelOf(step.strong, INPUT_LABEL)),
      element: textInput(step.id, answer, INPUT_CHARACTERS),
    },
  ];
}

/** Shown at once, while what belongs into it is fetched: a trigger lasts three seconds. */
export function loadingModal(): ModalView {
  return noticeModal('One moment', ['I am fetching it.']);
}

/** What a card asks to be filled in, as a form: each value comes back under the id of its input. */
export function ratingModal(inputs: readonly Input[], privateMetadata: string): ModalView {
  return {
    ...modal('In your own view', { submit: 'Save', close: 'Close' }),
    callback_id: FORMS.ratings,
    private_metadata: privateMetadata,
    blocks: inputs.flatMap(filledBlocks).slice(0, VIEW_BLOCKS),
  };
}

/** An input as a form has it: each value comes back under the id of its block. */
export function filledBlocks(input: Input): InputBlock[] {
  const block = {
    type: 'input',
    block_id: input.id,
    label: words(labelOf(input.label, INPUT_LABEL)),
  } as const;
  switch (input.type) {
    case 'rating': {
      const options = input.choices.map((label, index) => option(label, String(index)));
      return [{ ...block, element: picker(input.id, options, options[input.value ?? -1]) }];
    }
    case 'choice': {
      const options = input.options.map(({ label, value }) => option(label, value));
      return [
        {
          ...block,
          element: picker(
            input.id,
            options,
            options.find(({ value }) => value === input.value),
          ),
        },
      ];
    }
    case 'text':
      return [
        {
          ...block,
          optional: true,
          element: textInput(input.id, input.value, Math.min(input.maxLength, INPUT_CHARACTERS)),
        },
      ];
    case 'person':
      return [{ ...block, element: personPicker(input.id, input.value) }];
    case 'moment':
      return [
        {
          ...block,
          element: {
            type: 'datepicker',
            action_id: input.id,
            ...(input.date === undefined ? {} : { initial_date: input.date }),
          },
        },
        {
          ...block,
          block_id: `${input.id}-time`,
          hint: words(labelOf(input.zone, INPUT_LABEL)),
          element: {
            type: 'timepicker',
            action_id: `${input.id}-time`,
            ...(input.time === undefined ? {} : { initial_time: input.time }),
          },
        },
      ];
    default:
      return unreachable(input);
  }
}

/** A few options are seen at once, many are a menu. */
function picker(
  id: string,
  options: PlainTextOption[],
  chosen: PlainTextOption | undefined,
): InputBlock['element'] {
  const initial = chosen === undefined ? {} : { initial_option: chosen };
  if (options.length <= RADIO_OPTIONS) return { type: 'radio_buttons', action_id: id, options, ...initial };
  return { type: 'static_select', action_id: id, options, ...initial };
}

function personPicker(id: string, user: string | undefined): InputBlock['element'] {
  return {
    type: 'users_select',
    action_id: id,
    placeholder: words('Pick a person'),
    ...(user === undefined ? {} : { initial_user: user }),
  };
}

/** The text in it is what was typed, letter for letter: what is saved unchanged must change nothing. */
function textInput(id: string, value: string, most: number): InputBlock['element'] {
  return {
    type: 'plain_text_input',
    action_id: id,
    multiline: true,
    max_length: most,
    ...(value === '' || value.length > most ? {} : { initial_value: value }),
  };
}

export function option(label: string, value: string): PlainTextOption {
  return { text: words(labelOf(label, OPTION_LABEL)), value };
}

/** A few lines to read, and a link of ours under them. */
export function noticeModal(
  title: string,
  lines: readonly string[],
  link?: { readonly label: string; readonly url: string },
): ModalView {
  return {
    ...modal(title, { close: 'Close' }),
    blocks: [
      ...lines.flatMap((line) => sectionBlocks(plain(line))),
      ...(link === undefined ? [] : [linkBlock(link.label, link.url)]),
    ].slice(0, VIEW_BLOCKS),
  };
}

/** Asks who should see it. The person picked comes back under `to`. */
export function shareModal(privateMetadata: string): ModalView {
  return {
    ...modal('Share with a coach', { submit: 'Next', close: 'Not now' }),
    callback_id: FORMS.share,
    private_metadata: privateMetadata,
    blocks: [
      ...sectionBlocks(plain('You see exactly what they get before anything is sent.')),
      {
        type: 'input',
        block_id: 'to',
        label: words('Who may see it?'),
        element: personPicker('to', undefined),
      },
    ],
  };
}

const TOO_LONG_TO_SHARE =
  'This is longer than I can show you here, so I do not send it. To give it to somebody, type export.';

/** The card that will be sent, to read and not to press, with the name of who gets it. */
export function sharePreviewModal(card: Card, toName: string, privateMetadata: string): ModalView {
  const head = sectionBlocks(plain(`${labelOf(toName, OPTION_LABEL)} gets exactly this:`));
  const blocks = card.blocks.filter(({ kind }) => kind !== 'input');
  const shown: Card = { v: 1, blocks, buttons: [], asks: 'nothing' };
  const toRead = [renderCard, renderPlain].map((render) =>
    render(shown, { userId: '' }).flatMap((message) => message.blocks),
  );
  const fits = toRead.find(({ length }) => length < VIEW_BLOCKS - head.length);
  // What cannot be shown before is not sent.
  if (fits === undefined) return noticeModal('Too long to show', [TOO_LONG_TO_SHARE]);
  return {
    ...modal('Send this?', { submit: 'Send', close: 'Not now' }),
    callback_id: FORMS.sharePreview,
    private_metadata: privateMetadata,
    blocks: [...head, { type: 'divider' }, ...fits],
  };
}

export function modal(title: string, buttons: { submit?: string; close: string }): Omit<ModalView, 'blocks'> {
  return {
    type: 'modal',
    title: words(labelOf(title, MODAL_TITLE)),
    ...(buttons.submit === undefined ? {} : { submit: words(buttons.submit) }),
    close: words(buttons.close),
  };
}

export function words(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
