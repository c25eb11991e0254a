import { type Fields, fieldsOf, listOf, textOf } from '../slack/json.ts';
import { COMPONENT, flat } from './controls.ts';

/**
 * What Discord takes in one component, wherever it stands: https://discord.com/developers/docs/components/reference.
 * Lengths are counted in UTF-16 code units: never less than Discord counts.
 */

const ALL_SELECTS: ReadonlySet<number> = new Set([3, 5, 6, 7, 8]);

export function isSelect(component: Fields): boolean {
  return ALL_SELECTS.has(Number(component.type));
}

/** A text that has to say something, of so many characters at most. */
export function text(value: unknown, name: string, most: number): string[] {
  if (typeof value !== 'string') return [`${name} is missing`];
  if (value.trim() === '') return [`${name} is empty`];
  return longest(value, name, most);
}

/** A text that may be left out. */
export function optionalText(value: unknown, name: string, most: number): string[] {
  if (value === undefined || value === null) return [];
  return typeof value === 'string' ? longest(value, name, most) : [`${name} is no text`];
}

/** So many of something. */
export function count(value: unknown, name: string, least: number, most: number): string[] {
  const { length } = listOf(value);
  return length < least || length > most ? [`${length} ${name}, ${least} to ${most}`] : [];
}

/** Names what stands there more than once. */
export function twice(values: readonly string[], name: string): string[] {
  const doubled = values.filter((each, at) => each !== '' && values.indexOf(each) !== at);
  return [...new Set(doubled)].map((each) => `${name} ${each} twice`);
}

/** Ids of components: those the bot reads back, and the numbers Discord gives. */
export function ids(components: readonly Fields[]): string[] {
  const all = flat(components);
  return [
    ...twice(
      all.map(({ custom_id }) => textOf(custom_id)),
      'custom_id',
    ),
    ...twice(
      all.map(({ id }) => (id === 0 ? '' : textOf(id))),
      'id',
    ),
  ];
}

/** …#action-row: up to five buttons, or one select. */
export function checkRow(row: Fields): string[] {
  const inside = listOf(row.components);
  const buttons = inside.filter(({ type }) => type === COMPONENT.button);
  const selects = inside.filter(isSelect);
  const isFitting =
    buttons.length + selects.length === inside.length &&
    (selects.length === 0 ? buttons.length >= 1 && buttons.length <= 5 : inside.length === 1);
  return [
    ...(isFitting
      ? []
      : [`a row of ${inside.length} components: 1 to 5 buttons or one select, and nothing else`]),
    ...buttons.flatMap(checkButton),
    ...selects.flatMap((each) => checkSelect(each, 'message')),
  ];
}

const STYLE = { link: 5, premium: 6 } as const;

/** …#button */
export function checkButton(button: Fields): string[] {
  const { style, custom_id: customId, url, label, emoji } = button;
  const wrong = optionalText(label, 'button label', 80);
  if (typeof style !== 'number' || style < 1 || style > STYLE.premium) wrong.push('a button without a style');
  if (style === STYLE.premium) return wrong;
  if (textOf(label).trim() === '' && emoji === undefined) wrong.push('a button that says nothing');
  if (style === STYLE.link) {
    if (customId !== undefined) wrong.push('a link button with a custom_id');
    return [...wrong, ...text(url, 'button url', 512)];
  }
  if (url !== undefined) wrong.push('a url in a button that is no link');
  return [...wrong, ...text(customId, 'custom_id', 100)];
}

/** …#string-select and the four others. Of a select in a modal it counts whether it has to be answered. */
export function checkSelect(select: Fields, where: 'message' | 'modal'): string[] {
  const { min_values: least = 1, max_values: most = 1 } = select;
  const wrong = [
    ...text(select.custom_id, 'custom_id', 100),
    ...optionalText(select.placeholder, 'placeholder', 150),
    ...range(least, most, 25),
  ];
  if (where === 'modal') {
    wrong.push(...answerable(select));
    if (select.disabled !== undefined) wrong.push('a select of a modal cannot be disabled');
  }
  const given = listOf(select.default_values).length;
  if (given > 0 && (given < Number(least) || given > Number(most)))
    wrong.push(`${given} default values, ${Number(least)} to ${Number(most)}`);
  if (select.type !== COMPONENT.stringSelect) return wrong;
  if (Number(most) > listOf(select.options).length) wrong.push('max_values is over the number of options');
  return [...wrong, ...checkOptions(select.options, 1, 25, Number(most))];
}

/** Options of a select, of a radio group or of checkboxes. */
export function checkOptions(options: unknown, least: number, most: number, chosen: number): string[] {
  const all = listOf(options);
  const preset = all.filter((option) => option.default === true).length;
  return [
    ...count(options, 'options', least, most),
    ...all.flatMap((option) => [
      ...text(option.label, 'option label', 100),
      ...text(option.value, 'option value', 100),
      ...optionalText(option.description, 'option description', 100),
    ]),
    ...twice(
      all.map(({ value }) => textOf(value)),
      'option value',
    ),
    ...(preset > chosen ? [`${preset} options are chosen before, at most ${chosen}`] : []),
  ];
}

/** Fewest and most that can be chosen. */
export function range(least: unknown, most: unknown, limit: number): string[] {
  const [low, high] = [Number(least), Number(most)];
  const isSound = low >= 0 && high >= 1 && low <= high && high <= limit;
  return isSound ? [] : [`min_values ${low} and max_values ${high}, at most ${limit}`];
}

/** In a modal: none at all may be chosen only where it is not asked for. */
export function answerable({ min_values: least, required }: Fields): string[] {
  return least === 0 && required !== false ? ['min_values is 0, and required is not false'] : [];
}

/** A picture or a file: an address, or a file that is sent with it. `known`: undefined where that cannot be told. */
export function checkMedia(media: unknown, name: string, known: ReadonlySet<string> | undefined): string[] {
  const url = textOf(fieldsOf(media).url);
  if (url.startsWith('attachment://')) {
    const file = url.slice('attachment://'.length);
    return known === undefined || known.has(file) ? [] : [`${name}: no file ${file} is sent with it`];
  }
  return /^https?:\/\//.test(url) ? longest(url, `${name} url`, 2048) : [`${name} has no address`];
}

function longest(value: string, name: string, most: number): string[] {
  return value.length > most ? [`${name} of ${value.length} characters, at most ${most}`] : [];
}
