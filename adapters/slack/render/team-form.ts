import type { InputBlock, ModalView } from '@slack/types';
import type { Card, Input } from '../../../src/card/card.ts';
import { labelOf } from './card-buttons.ts';
import { FORMS, filledBlocks, modal, option, words } from './forms.ts';
import { CHECKBOXES, INPUT_LABEL, MODAL_TITLE, VIEW_BLOCKS } from './limits.ts';
import { renderCard } from './render.ts';

/** A line this short is one line: Enter sends the form. */
const ONE_LINE = 200;

/** It is announced where it was asked for: that is in the note, and a place's key is nothing to read. */
const KNOWN_BY_NOTE = 'channel';
/** The one input that takes several people. */
const SEVERAL_PEOPLE = 'people';

/**
 * A card of a team as a form: its words, its inputs, and its button as what sends it. Nothing has to be filled in for Slack:
 * what is missing the coach says in its own words, under the input.
 */
export function teamModal(form: {
  readonly title: string;
  readonly card: Card;
  readonly privateMetadata: string;
}): ModalView {
  const { title, card, privateMetadata } = form;
  const said: Card = {
    v: 1,
    blocks: card.blocks.filter(({ kind }) => kind !== 'input'),
    buttons: [],
    asks: 'nothing',
  };
  const inputs = card.blocks.flatMap((block) => (block.kind === 'input' ? [block.input] : []));
  return {
    ...modal(title, { submit: labelOf(card.buttons[0]?.label ?? 'Send', MODAL_TITLE), close: 'Close' }),
    callback_id: FORMS.team,
    private_metadata: privateMetadata,
    blocks: [
      ...renderCard(said, { userId: '' }).flatMap(({ blocks }) => blocks),
      ...inputs.filter(({ id }) => id !== KNOWN_BY_NOTE).flatMap(optionalBlocks),
    ].slice(0, VIEW_BLOCKS),
  };
}

function optionalBlocks(input: Input): InputBlock[] {
  const several = severalOf(input);
  if (several !== undefined)
    return [
      {
        type: 'input',
        block_id: input.id,
        optional: true,
        label: words(labelOf(input.label, INPUT_LABEL)),
        element: several,
      },
    ];
  return filledBlocks(input).map(({ element, ...block }) => ({
    ...block,
    optional: true,
    element:
      element.type === 'plain_text_input' && (element.max_length ?? ONE_LINE + 1) <= ONE_LINE
        ? { ...element, multiline: false }
        : element,
  }));
}

/** What takes more than one answer; undefined for all else. */
function severalOf(input: Input): InputBlock['element'] | undefined {
  if (input.type === 'choice' && input.many === true) {
    const options = input.options.map(({ label, value }) => option(label, value));
    if (options.length <= CHECKBOXES) return { type: 'checkboxes', action_id: input.id, options };
    return { type: 'multi_static_select', action_id: input.id, options };
  }
  if (input.type !== 'person' || input.id !== SEVERAL_PEOPLE) return undefined;
  const users = (input.value ?? '').split(',').filter((id) => id !== '');
  return {
    type: 'multi_users_select',
    action_id: input.id,
    placeholder: words('Pick people'),
    ...(users.length === 0 ? {} : { initial_users: users }),
  };
}
