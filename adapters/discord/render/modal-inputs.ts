import {
  type APIComponentInLabel,
  type APIFileUploadComponent,
  type APILabelComponent,
  type APITextInputComponent,
  type APIUserSelectComponent,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import type { Input } from '../../../src/card/card.ts';
import { unreachable } from '../../../src/errors.ts';
import {
  INPUT_CHARACTERS,
  INPUT_DESCRIPTION,
  INPUT_LABEL,
  MENU_OPTIONS,
  OPTION_LABEL,
  RADIO_OPTIONS,
} from './limits.ts';
import { labelOf } from './split.ts';

/** What is picked from. */
interface Option {
  readonly label: string;
  readonly value: string;
  readonly default?: boolean;
  /** What it means, in a smaller line under it. */
  readonly description?: string;
}

/** An input with its name over it, and a short line that explains it. */
export function labelled(
  label: string,
  component: APIComponentInLabel,
  description?: string,
): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: labelOf(label, INPUT_LABEL),
    ...(description === undefined ? {} : { description: labelOf(description, INPUT_DESCRIPTION) }),
    component,
  };
}

/** An input of a card, for a form. A moment is two: its time comes back under `<id>-time`. */
export function inputLabels(input: Input): APILabelComponent[] {
  switch (input.type) {
    case 'rating': {
      const options = input.choices.map((label, index) => ({
        ...option(label, String(index), index === input.value),
        ...described(input.meanings?.[index]),
      }));
      return [labelled(input.label, picker(input.id, options))];
    }
    case 'choice': {
      const options = input.options.map(({ label, value }) => option(label, value, value === input.value));
      return [labelled(input.label, picker(input.id, options, input.many))];
    }
    case 'text':
      return [
        labelled(input.label, paragraph(input.id, input.value, Math.min(input.maxLength, INPUT_CHARACTERS))),
      ];
    case 'person':
      return [labelled(input.label, personMenu(input.id, input.value))];
    case 'moment':
      return [
        labelled(input.label, shortInput(input.id, input.date, '2027-03-14')),
        labelled(input.label, shortInput(`${input.id}-time`, input.time, '18:30'), input.zone),
      ];
    default:
      return unreachable(input);
  }
}

/** A few options are seen at once, many are a menu. */
function picker(id: string, options: readonly Option[], many?: true): APIComponentInLabel {
  const { least, most } = RADIO_OPTIONS;
  if (many !== true && options.length >= least && options.length <= most)
    return { type: ComponentType.RadioGroup, custom_id: id, options: [...options] };
  const few = options.slice(0, MENU_OPTIONS);
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    options: few,
    ...(many === true ? { min_values: 1, max_values: few.length } : {}),
  };
}

function option(label: string, value: string, isChosen: boolean): Option {
  return { label: labelOf(label, OPTION_LABEL), value, ...(isChosen ? { default: true } : {}) };
}

/** https://discord.com/developers/docs/components/reference#radio-group: of an option, as long as its label. */
function described(words: string | undefined): Pick<Option, 'description'> {
  return words === undefined ? {} : { description: labelOf(words, OPTION_LABEL) };
}

/**
 * The text in it is what was typed, letter for letter: what is saved unchanged must change nothing. A longer one than it
 * holds is not filled in.
 */
export function paragraph(id: string, value: string, most: number): APITextInputComponent {
  return {
    type: ComponentType.TextInput,
    custom_id: id,
    style: TextInputStyle.Paragraph,
    max_length: most,
    required: false,
    ...(value === '' || value.length > most ? {} : { value }),
  };
}

/** A line. `example`: what stands in it while it is empty. */
export function shortInput(id: string, value: string | undefined, example: string): APITextInputComponent {
  return {
    type: ComponentType.TextInput,
    custom_id: id,
    style: TextInputStyle.Short,
    placeholder: example,
    max_length: 20,
    ...(value === undefined || value === '' ? {} : { value }),
  };
}

export function personMenu(id: string, userId: string | undefined): APIUserSelectComponent {
  return {
    type: ComponentType.UserSelect,
    custom_id: id,
    placeholder: 'Pick a person',
    ...(userId === undefined
      ? {}
      : { default_values: [{ id: userId, type: SelectMenuDefaultValueType.User }] }),
  };
}

/** Several people, or none. `userIds`: who stands in it; what is more than it holds is left out. */
export function peopleMenu(id: string, userIds: readonly string[]): APIUserSelectComponent {
  const picked = userIds.slice(0, MENU_OPTIONS);
  return {
    type: ComponentType.UserSelect,
    custom_id: id,
    placeholder: 'Pick people',
    min_values: 0,
    max_values: MENU_OPTIONS,
    required: false,
    ...(picked.length === 0
      ? {}
      : { default_values: picked.map((userId) => ({ id: userId, type: SelectMenuDefaultValueType.User })) }),
  };
}

/** One text file, or none. */
export function fileInput(id: string): APIFileUploadComponent {
  return {
    type: ComponentType.FileUpload,
    custom_id: id,
    min_values: 0,
    max_values: 1,
    required: false,
    file_types: ['.txt', '.md'],
  };
}
