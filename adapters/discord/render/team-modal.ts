import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Card, Input } from '../../../src/card/card.ts';
import { fallbackText } from '../../../src/card/fallback.ts';
import { MODAL_COMPONENTS, MODAL_TITLE } from './limits.ts';
import { inputLabels, labelled, peopleMenu } from './modal-inputs.ts';
import { escaped, isBlank, safeText } from './safe-text.ts';
import { fitted, labelOf } from './split.ts';
import { takesSeveral, teamInputs } from './team-inputs.ts';

/** By the ids of the inputs, as they come back. */
export type Values = Readonly<Record<string, string>>;

/** Over the inputs, where there is room for it. */
const LEAD_CHARACTERS = 600;
/** What may be as long as this at most is one line. */
const LONG_LINE = 200;

/**
 * A team's form in modals, each of five components at most: one, or two, the first of which holds what is picked with one
 * press each (`picked-note.ts` keeps it until the second is sent). Undefined where two do not hold it.
 */
export function pagesOf(card: Card): readonly (readonly Input[])[] | undefined {
  const inputs = teamInputs(card);
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
  const labels = page.map((input) => withValue(input, values[input.id])).flatMap(labelsOf);
  return {
    title: labelOf(title, MODAL_TITLE),
    custom_id: customId,
    components: [...lead, ...labels.map(optional)],
  };
}

function roomOf(inputs: readonly Input[]): number {
  return inputs.flatMap(labelsOf).length;
}

function labelsOf(input: Input): APILabelComponent[] {
  if (input.type !== 'person' || !takesSeveral(input)) return inputLabels(input);
  const userIds = (input.value ?? '').split(',').filter((id) => id !== '');
  return [labelled(input.label, peopleMenu(input.id, userIds))];
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
    case ComponentType.TextInput: {
      // One line: Enter sends the form.
      const isLine = (component.max_length ?? LONG_LINE + 1) <= LONG_LINE;
      return isLine ? { ...label, component: { ...component, style: TextInputStyle.Short } } : label;
    }
    default:
      return label;
  }
}
