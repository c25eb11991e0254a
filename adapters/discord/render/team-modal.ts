import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';
import type { Card, Input } from '../../../src/card/card.ts';
import { fallbackText } from '../../../src/card/fallback.ts';
import { MODAL_COMPONENTS, MODAL_TITLE } from './limits.ts';
import { inputLabels } from './modal-inputs.ts';
import { escaped, isBlank, safeText } from './safe-text.ts';
import { fitted, labelOf } from './split.ts';

/** By the ids of the inputs, as they come back. */
export type Values = Readonly<Record<string, string>>;

/** Over the inputs, where there is room for it. */
const LEAD_CHARACTERS = 600;

/**
 * A team's form in modals, each of five components at most: one, or two, the first of which holds what is picked with one
 * press each (`picked-note.ts` keeps it until the second is sent). Undefined where two do not hold it.
 */
export function pagesOf(card: Card): readonly (readonly Input[])[] | undefined {
  const inputs = card.blocks.flatMap((block) => (block.kind === 'input' ? [block.input] : []));
  if (roomOf(inputs) <= MODAL_COMPONENTS) return [inputs];
  const picked = inputs.filter(isPicked);
  const rest = inputs.filter((input) => !isPicked(input));
  const fits = [picked, rest].every((page) => page.length > 0 && roomOf(page) <= MODAL_COMPONENTS);
  return fits ? [picked, rest] : undefined;
}

/** One of several is picked. */
export function isPicked(input: Input): input is Extract<Input, { type: 'choice' }> {
  return input.type === 'choice' && input.many !== true;
}

/** One page of a form. `values`: what was filled in before, where that is known; it stands in it. */
export function teamModal(form: {
  readonly title: string;
  readonly card: Card;
  readonly page: readonly Input[];
  readonly values: Values;
  readonly customId: string;
}): APIModalInteractionResponseCallbackData {
  const { title, card, page, values, customId } = form;
  const lead = roomOf(page) < MODAL_COMPONENTS ? leadOf(card) : [];
  const labels = page.map((input) => withValue(input, values[input.id])).flatMap(inputLabels);
  return {
    title: labelOf(title, MODAL_TITLE),
    custom_id: customId,
    components: [...lead, ...labels.map(optional)],
  };
}

function roomOf(inputs: readonly Input[]): number {
  return inputs.flatMap(inputLabels).length;
}

function leadOf(card: Card): APITextDisplayComponent[] {
  const blocks = card.blocks.filter(({ kind }) => kind !== 'input');
  const words = fitted(safeText(fallbackText({ ...card, blocks })).trim(), LEAD_CHARACTERS);
  return isBlank(words) ? [] : [{ type: ComponentType.TextDisplay, content: escaped(words) }];
}

function withValue(input: Input, value: string | undefined): Input {
  if (value === undefined) return input;
  return input.type === 'text' || input.type === 'choice' || input.type === 'person'
    ? { ...input, value }
    : input;
}

/** What has to be filled in is for the core to say, with what to do next; Discord would only refuse to send it. */
function optional(label: APILabelComponent): APILabelComponent {
  const { component } = label;
  switch (component.type) {
    case ComponentType.RadioGroup:
      return { ...label, component: { ...component, required: false } };
    case ComponentType.StringSelect:
      return { ...label, component: { ...component, required: false, min_values: 0 } };
    case ComponentType.UserSelect:
      return { ...label, component: { ...component, required: false, min_values: 0 } };
    default:
      return label;
  }
}
