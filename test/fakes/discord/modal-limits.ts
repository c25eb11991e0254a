import { type Fields, fieldsOf, listOf, textOf } from '../slack/json.ts';
import {
  answerable,
  checkOptions,
  checkSelect,
  count,
  ids,
  isSelect,
  optionalText,
  range,
  text,
} from './component-limits.ts';
import { COMPONENT } from './controls.ts';

/**
 * What Discord takes in a modal:
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal and
 * …/components/reference#label.
 */
const INPUT = 4_000;

/** Everything about this modal that Discord would not take. */
export function checkModal(modal: Fields): string[] {
  const components = listOf(modal.components);
  return [
    ...(modal.flags === undefined ? [] : ['a modal carries no flags']),
    ...text(modal.title, 'modal title', 45),
    ...text(modal.custom_id, 'custom_id', 100),
    ...count(modal.components, 'components in a modal', 1, 5),
    ...components.flatMap(checkTop),
    ...ids(components),
  ];
}

function checkTop(component: Fields): string[] {
  switch (component.type) {
    case COMPONENT.textDisplay:
      return text(component.content, 'text display', INPUT);
    case COMPONENT.label:
      return [
        ...text(component.label, 'label', 45),
        ...(component.description === undefined || component.description === null
          ? []
          : text(component.description, 'label description', 100)),
        ...checkInput(fieldsOf(component.component)),
      ];
    default:
      // Rows of text inputs are deprecated; ours are labels.
      return [`a component of type ${textOf(component.type)} in a modal`];
  }
}

function checkInput(input: Fields): string[] {
  if (isSelect(input)) return checkSelect(input, 'modal');
  const id = text(input.custom_id, 'custom_id', 100);
  switch (input.type) {
    case COMPONENT.textInput:
      return [...id, ...checkTextInput(input)];
    case COMPONENT.upload:
      return [
        ...id,
        ...range(input.min_values ?? 1, input.max_values ?? 1, 10),
        ...answerable(input),
        ...checkFileTypes(input.file_types),
      ];
    case COMPONENT.radio:
      return [...id, ...checkOptions(input.options, 2, 10, 1)];
    case COMPONENT.checkboxes: {
      const all = listOf(input.options).length;
      const most = Number(input.max_values ?? all);
      return [
        ...id,
        ...range(input.min_values ?? 1, most, Math.min(all, 10)),
        ...answerable(input),
        ...checkOptions(input.options, 1, 10, most),
      ];
    }
    case COMPONENT.checkbox:
      return id;
    default:
      return [`a component of type ${textOf(input.type)} under a label`];
  }
}

function checkTextInput(input: Fields): string[] {
  const { style, min_length: least = 0, max_length: most = INPUT, value } = input;
  const wrong = [
    ...optionalText(value, 'value', INPUT),
    ...optionalText(input.placeholder, 'placeholder', 100),
  ];
  if (style !== 1 && style !== 2) wrong.push('a text input without a style');
  if (input.label !== undefined) wrong.push('a text input under a label has none of its own');
  const [low, high] = [Number(least), Number(most)];
  if (!(low >= 0 && low <= high && high >= 1 && high <= INPUT))
    wrong.push(`min_length ${low} and max_length ${high}, at most ${INPUT}`);
  if (textOf(value).length > high) wrong.push(`value of ${textOf(value).length} characters over max_length`);
  if (textOf(value) !== '' && textOf(value).length < low) wrong.push('value is under min_length');
  return wrong;
}

/** https://discord.com/developers/docs/reference#file-type-filtering */
function checkFileTypes(types: unknown): string[] {
  if (types === undefined) return [];
  const all: readonly unknown[] = Array.isArray(types) ? types : [];
  const isSound =
    all.length <= 10 &&
    all.every((each) => typeof each === 'string' && /^(?:image|video|audio|\.[a-z0-9]+)$/.test(each));
  return isSound ? [] : ['file_types: at most 10 of image, video, audio or .extension'];
}
