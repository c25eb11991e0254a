import { type Fields, fieldsOf, isFields, listOf, textOf } from '../slack/json.ts';
import {
  checkButton,
  checkMedia,
  checkRow,
  count,
  ids,
  optionalText,
  text,
  twice,
} from './component-limits.ts';
import { COMPONENT, flat } from './controls.ts';
import { FLAGS } from './message.ts';

/**
 * What Discord takes in a message, beyond what its OpenAPI says:
 * https://discord.com/developers/docs/resources/message#create-message and …/components/reference.
 */

/**
 * `posted`: Create Message. `answered`: of an interaction, at once or later. `edited`: a message that stands.
 * `answerEdited`: such an answer, of which nobody knows here whether it says anything yet.
 */
export type MessageKind = 'posted' | 'answered' | 'edited' | 'answerEdited';

/** A file beside the body, as far as it matters here. */
export interface NamedFile {
  readonly name: string;
  readonly bytes?: Buffer;
}

const SUPPRESS_EMBEDS = 1 << 2;
const SILENT = 1 << 12;
const VOICE = 1 << 13;
const POSTED = SUPPRESS_EMBEDS | SILENT | VOICE | FLAGS.componentsV2;
const SETTABLE: Readonly<Record<MessageKind, number>> = {
  posted: POSTED,
  answered: POSTED | FLAGS.ephemeral,
  edited: SUPPRESS_EMBEDS | FLAGS.componentsV2,
  answerEdited: SUPPRESS_EMBEDS | FLAGS.componentsV2,
};
const CONTENT = 2_000;
const ALL_TEXT = 4_000;
const COMPONENTS = 40;
const ROWS = 5;
const FILES = 10;
/** For a bot in a server without boosts: https://discord.com/developers/docs/reference#uploading-files */
const FILE_BYTES = 10 * 1024 * 1024;

/** Everything about this message that Discord would not take. */
export function checkMessage(body: Fields, files: readonly NamedFile[], kind: MessageKind): string[] {
  const components = listOf(body.components);
  const flags = Number(body.flags ?? 0);
  const isV2 = (flags & FLAGS.componentsV2) !== 0 || staysV2(body, kind);
  return [
    ...optionalText(body.content, 'content', CONTENT),
    ...((flags & ~SETTABLE[kind]) === 0 ? [] : [`flags ${flags} cannot be set here`]),
    ...checkNonce(body, kind),
    ...checkMentions(body),
    ...checkFiles(body, files, kind),
    ...(isV2 ? checkV2(body, files, kind) : checkPlain(components)),
    ...components.flatMap((each) => checkComponent(each, namesOf(body, files, kind))),
    ...ids(components),
    ...(saysSomething(body, files, kind) ? [] : ['an empty message']),
  ];
}

function isEdit(kind: MessageKind): boolean {
  return kind === 'edited' || kind === 'answerEdited';
}

/** An edit may leave out the flag, which stays: then components alone tell what the message is. */
function staysV2({ content, flags, components }: Fields, kind: MessageKind): boolean {
  return (
    kind === 'edited' &&
    (flags === undefined || flags === null) &&
    (content === undefined || content === null) &&
    listOf(components).some(({ type }) => type !== COMPONENT.row)
  );
}

function checkV2(body: Fields, files: readonly NamedFile[], kind: MessageKind): string[] {
  const components = listOf(body.components);
  const all = flat(components);
  const texts = all.filter(({ type }) => type === COMPONENT.textDisplay);
  const together = texts.reduce((sum, { content }) => sum + textOf(content).length, 0);
  const besides = ['content', 'embeds', 'poll', 'sticker_ids', 'stickers'].filter((name) =>
    isGiven(body[name]),
  );
  const shown = new Set(mediaIn(all).map((url) => url.replace('attachment://', '')));
  return [
    ...besides.map((name) => `${name} beside Components V2`),
    ...(all.length > COMPONENTS ? [`${all.length} components, at most ${COMPONENTS}`] : []),
    ...(together > ALL_TEXT ? [`${together} characters over all texts, at most ${ALL_TEXT}`] : []),
    ...(isEdit(kind) && body.components === undefined
      ? []
      : // …/components/reference: attachments are not shown unless a component shows them.
        files
          .filter(({ name }) => !shown.has(name))
          .map(({ name }) => `no component shows the file ${name}`)),
  ];
}

/** …/components/reference#legacy-message-component-behavior */
function checkPlain(components: readonly Fields[]): string[] {
  const others = components.filter(({ type }) => type !== COMPONENT.row);
  return [
    ...others.map(({ type }) => `a component of type ${textOf(type)} without the flag of Components V2`),
    ...(components.length > ROWS ? [`${components.length} rows, at most ${ROWS}`] : []),
  ];
}

const IN_CONTAINER: ReadonlySet<unknown> = new Set([
  COMPONENT.row,
  COMPONENT.textDisplay,
  COMPONENT.section,
  COMPONENT.gallery,
  COMPONENT.separator,
  COMPONENT.file,
]);

function checkComponent(component: Fields, known: ReadonlySet<string> | undefined): string[] {
  const inside = listOf(component.components);
  switch (component.type) {
    case COMPONENT.row:
      return checkRow(component);
    case COMPONENT.textDisplay:
      return text(component.content, 'text display', ALL_TEXT);
    case COMPONENT.section: {
      const accessory = fieldsOf(component.accessory);
      return [
        ...count(component.components, 'texts in a section', 1, 3),
        ...inside.flatMap((each) =>
          each.type === COMPONENT.textDisplay ? checkComponent(each, known) : ['a section holds only texts'],
        ),
        ...(accessory.type === COMPONENT.button
          ? checkButton(accessory)
          : accessory.type === COMPONENT.thumbnail
            ? checkPicture(accessory, 'thumbnail', known)
            : ['a section without a button or a picture']),
      ];
    }
    case COMPONENT.gallery:
      return [
        ...count(component.items, 'pictures', 1, 10),
        ...listOf(component.items).flatMap((item) => checkPicture(item, 'picture', known)),
      ];
    case COMPONENT.file:
      return textOf(fieldsOf(component.file).url).startsWith('attachment://')
        ? checkMedia(component.file, 'file', known)
        : ['a file component shows only a file that is sent with it'];
    case COMPONENT.separator:
      return component.spacing === undefined || component.spacing === 1 || component.spacing === 2
        ? []
        : ['a separator of another size'];
    case COMPONENT.container:
      return [
        ...count(component.components, 'components in a container', 1, COMPONENTS),
        ...inside.flatMap((each) =>
          IN_CONTAINER.has(each.type) ? checkComponent(each, known) : ['a component that no container holds'],
        ),
      ];
    default:
      return [`a component of type ${textOf(component.type)} in a message`];
  }
}

function checkPicture(picture: Fields, name: string, known: ReadonlySet<string> | undefined): string[] {
  return [
    ...(picture.description === undefined || picture.description === null
      ? []
      : text(picture.description, `${name} description`, 1024)),
    ...checkMedia(picture.media, name, known),
  ];
}

/** Files a component may name; undefined where an edit keeps files of which nobody knows the names here. */
function namesOf(body: Fields, files: readonly NamedFile[], kind: MessageKind) {
  if (isEdit(kind) && keptOf(body, files) !== 0) return undefined;
  return new Set(files.map(({ name }) => name));
}

/** How many attachments an edit keeps; -1 where it says nothing and all stay. */
function keptOf(body: Fields, files: readonly NamedFile[]): number {
  if (!Array.isArray(body.attachments)) return -1;
  return listOf(body.attachments).filter(({ id }) => !isNumberOf(id, files)).length;
}

/** …/resources/message#attachment-object-attachment-request-structure: the n of `files[n]`. */
function isNumberOf(id: unknown, files: readonly NamedFile[]): boolean {
  return /^\d{1,2}$/.test(textOf(id)) && Number(id) < files.length;
}

function checkFiles(body: Fields, files: readonly NamedFile[], kind: MessageKind): string[] {
  const described = listOf(body.attachments);
  const strangers = isEdit(kind) ? [] : described.filter(({ id }) => !isNumberOf(id, files));
  return [
    ...(files.length > FILES ? [`${files.length} files, at most ${FILES}`] : []),
    ...files
      .filter(({ bytes }) => (bytes?.length ?? 0) > FILE_BYTES)
      .map(({ name }) => `the file ${name} is over 10 MiB`),
    ...twice(
      files.map(({ name }) => name),
      'a file',
    ),
    ...strangers.map(({ id }) => `attachment ${textOf(id)} is no file of this message`),
    ...described.flatMap(({ description }) => optionalText(description, 'file description', 1024)),
  ];
}

function checkNonce({ nonce, enforce_nonce: enforced }: Fields, kind: MessageKind): string[] {
  const wrong: string[] = [];
  if (nonce !== undefined && kind !== 'posted') wrong.push('a nonce is of a message that is posted');
  if (textOf(nonce).length > 25) wrong.push(`nonce of ${textOf(nonce).length} characters, at most 25`);
  if (nonce !== undefined && enforced !== true) wrong.push('a nonce does nothing without enforce_nonce');
  if (enforced !== undefined && typeof enforced !== 'boolean') wrong.push('enforce_nonce is no boolean');
  if (enforced === true && textOf(nonce) === '') wrong.push('enforce_nonce without a nonce');
  return wrong;
}

/** Not Discord's rule but ours: nothing that a person wrote rings for anybody. */
function checkMentions({ allowed_mentions: allowed }: Fields): string[] {
  const { parse, ...others } = fieldsOf(allowed);
  const isQuiet = Array.isArray(parse) && parse.length === 0 && Object.keys(others).length === 0;
  return isQuiet ? [] : ['our own rule: allowed_mentions is { parse: [] } in every message'];
}

function saysSomething(body: Fields, files: readonly NamedFile[], kind: MessageKind): boolean {
  const held = ['components', 'embeds', 'sticker_ids', 'poll'] as const;
  if (textOf(body.content).trim() !== '' || files.length > 0 || held.some((name) => isGiven(body[name])))
    return true;
  // What an edit does not name stays.
  return isEdit(kind) && (body.content === undefined || body.components === undefined);
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isFields(value) || textOf(value) !== '';
}

function mediaIn(all: readonly Fields[]): string[] {
  return all.flatMap((each) => [
    ...listOf(each.items).map(({ media }) => textOf(fieldsOf(media).url)),
    textOf(fieldsOf(each.media).url),
    textOf(fieldsOf(each.file).url),
  ]);
}
