import { ComponentType } from 'discord.js';
import type { DiscordMessage, PlainMessage } from '../../../adapters/discord/render/message.ts';
import { liveIn, readIn, withoutOurMarks } from './markdown-model.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Every component of a message or a modal, those inside others too, in order. */
export function componentsIn(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(componentsIn);
  if (!isFields(value)) return [];
  return [value, ...componentsIn(value.components), ...componentsIn(value.component)];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** The texts of a message, as Markdown. */
export function textsOf(message: { readonly components: unknown; readonly content?: string }): string[] {
  const displays = componentsIn(message.components)
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .map(({ content }) => String(content));
  return message.content === undefined ? displays : [message.content, ...displays];
}

/** All that is read of these messages, in order. */
export function seen(messages: readonly (DiscordMessage | PlainMessage)[]): string {
  return messages.flatMap((message) => textsOf(message).map(readIn)).join('\n');
}

/** What acts in these messages beside the marks of the coach's own. */
export function actsIn(messages: readonly (DiscordMessage | PlainMessage)[]): string[] {
  return messages.flatMap((message) => textsOf(message).flatMap((text) => liveIn(withoutOurMarks(text))));
}

/** What Discord would not take of a message of Components V2. Written from its pages, not from `limits.ts`. */
export function refused(message: DiscordMessage): string[] {
  const all = componentsIn(message.components);
  const characters = textsOf(message).reduce((sum, { length }) => sum + length, 0);
  return [
    ...(all.length === 0 || all.length > 40 ? [`${all.length} components`] : []),
    ...(characters > 4_000 ? [`${characters} characters`] : []),
    ...galleries(message),
    ...refusedComponents(message.components),
  ];
}

/** What Discord would not take of a plain message. */
export function refusedPlain(message: PlainMessage): string[] {
  const { content, components } = message;
  return [
    ...(content.trim() === '' || content.length > 2_000 ? [`content of ${content.length}`] : []),
    ...(components.length > 5 ? [`${components.length} rows`] : []),
    ...(components.some(({ type }) => type !== ComponentType.ActionRow) ? ['more than rows'] : []),
    ...refusedComponents(components),
  ];
}

export function refusedComponents(components: unknown): string[] {
  const all = componentsIn(components);
  const ids = all.flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));
  return [
    ...(new Set(ids).size < ids.length ? ['two of one id'] : []),
    ...ids.filter(({ length }) => length < 1 || length > 100).map((id) => `an id: ${id}`),
    ...all.flatMap(refusedOne),
  ];
}

function refusedOne(component: Fields): string[] {
  const { type, content, label, options, components } = component;
  const texts = (least: number, most: number, words: unknown) =>
    typeof words === 'string' && words.trim().length >= least && words.length <= most
      ? []
      : [`${String(type)}: ${String(words)}`];
  switch (type) {
    case ComponentType.TextDisplay:
      return texts(1, 4_000, content);
    case ComponentType.Button:
      return texts(1, 80, label);
    case ComponentType.ActionRow:
      return refusedRow(Array.isArray(components) ? components : []);
    case ComponentType.StringSelect:
    case ComponentType.RadioGroup: {
      const few: readonly Fields[] = Array.isArray(options) ? options : [];
      const [least, most] = type === ComponentType.RadioGroup ? [2, 10] : [1, 25];
      const values = few.map(({ value }) => value);
      return [
        ...(few.length < least || few.length > most ? [`${few.length} options`] : []),
        ...(new Set(values).size < values.length ? ['two options of one value'] : []),
        ...few.flatMap((option) => [...texts(1, 100, option.label), ...texts(1, 100, option.value)]),
      ];
    }
    default:
      return [];
  }
}

function refusedRow(row: readonly Fields[]): string[] {
  const buttons = row.filter(({ type }) => type === ComponentType.Button).length;
  const menus = row.length - buttons;
  return (menus === 1 && buttons === 0) || (menus === 0 && buttons >= 1 && buttons <= 5)
    ? []
    : [`a row of ${buttons} buttons and ${menus} menus`];
}

/** A picture that is shown is sent along, one that is sent along is shown. */
function galleries({ components, pictures = [] }: DiscordMessage): string[] {
  const shown = components.flatMap((each) => (each.type === ComponentType.MediaGallery ? each.items : []));
  const urls = shown.map(({ media }) => media.url).sort();
  const names = pictures.map(({ name }) => `attachment://${name}`).sort();
  return [
    ...(JSON.stringify(urls) === JSON.stringify(names) ? [] : [`pictures: ${urls} and ${names}`]),
    ...shown.flatMap(({ description }) =>
      typeof description === 'string' && description.length >= 1 && description.length <= 1_024
        ? []
        : ['a picture without its words'],
    ),
  ];
}
