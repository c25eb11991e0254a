import { type Fields, fieldsOf, listOf, textOf } from '../slack/json.ts';
import { COMPONENT } from './controls.ts';
import { type FakeMessage, FLAGS } from './message.ts';

/** What a person reads of a message: text as it looks, buttons as `[label]`, pictures by their description. */
export function readMessage(message: FakeMessage): string {
  if ((message.flags & FLAGS.loading) !== 0) return '(thinking)';
  const shown = new Set(mediaOf(message.components));
  const files = message.attachments
    .filter(({ url }) => !shown.has(textOf(url)))
    .map(({ filename, description }) =>
      description === undefined ? `(file: ${textOf(filename)})` : `(picture: ${textOf(description)})`,
    );
  return [asSeen(message.content), ...message.components.map(readComponent), ...files]
    .filter((line) => line !== '')
    .join('\n');
}

/** What a person reads of components, in a message or a modal. */
export function readComponent(component: Fields): string {
  const inside = () => listOf(component.components).map(readComponent);
  switch (component.type) {
    case COMPONENT.row:
      return inside().join(' ');
    case COMPONENT.container:
      return lines(inside());
    case COMPONENT.section:
      return lines([...inside(), readComponent(fieldsOf(component.accessory))]);
    case COMPONENT.textDisplay:
      return asSeen(textOf(component.content));
    case COMPONENT.button:
      return `[${textOf(component.label)}]`;
    case COMPONENT.stringSelect:
    case COMPONENT.radio:
    case COMPONENT.checkboxes:
      return `[${listOf(component.options)
        .map(({ label }) => textOf(label))
        .join(' | ')}]`;
    case COMPONENT.userSelect:
      return `[${textOf(component.placeholder) || 'choose a person'}]`;
    case COMPONENT.gallery:
      return lines(listOf(component.items).map(({ description }) => `(picture: ${textOf(description)})`));
    case COMPONENT.thumbnail:
      return `(picture: ${textOf(component.description)})`;
    case COMPONENT.label:
      return `${textOf(component.label)}: ${readComponent(fieldsOf(component.component))}`;
    case COMPONENT.textInput:
      return `___${textOf(component.value)}`;
    case COMPONENT.upload:
      return '[choose a file]';
    default:
      return '';
  }
}

function lines(all: readonly string[]): string {
  return all.filter((line) => line !== '').join('\n');
}

function mediaOf(components: readonly Fields[]): string[] {
  return components.flatMap((each) => [
    ...listOf(each.items).map(({ media }) => textOf(fieldsOf(media).url)),
    ...mediaOf(listOf(each.components)),
  ]);
}

/** A moment as a reader sees it who reads British English, and whose clock is none of those who plan. */
function shownTime(second: number, style: string): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'F' ? { dateStyle: 'full', timeStyle: 'short' } : { timeStyle: 'short' };
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(second * 1_000);
}

/** Escaped characters are put aside while the marks are taken out. */
const ASIDE = 0xe000;

/** Discord's markdown as it looks: marks gone, escapes resolved, quotes and lists as plain lines. */
export function asSeen(written: string): string {
  const kept: string[] = [];
  const marked = written.replaceAll(/\\([!-/:-@[-`{-~])/g, (_whole, sign: string) => {
    kept.push(sign);
    return String.fromCodePoint(ASIDE + kept.length - 1);
  });
  const bare = marked
    .replaceAll(/^(?:>>> |> |#{1,3} |-# )/gm, '')
    // A quote may hold a heading or a small line.
    .replaceAll(/^(?:#{1,3} |-# )/gm, '')
    .replaceAll(/\[([^\]\n]+)\]\((?:<)?(https?:[^)\s>]+)(?:>)?\)/g, '$1')
    .replaceAll(/<(https?:[^>\s]+)>/g, '$1')
    .replaceAll(/\*\*\*([^*]+)\*\*\*/g, '$1')
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll(/__([^_]+)__/g, '$1')
    .replaceAll(/~~([^~]+)~~/g, '$1')
    .replaceAll(/\|\|([^|]+)\|\|/g, '$1')
    .replaceAll(/\*([^*\n]+)\*/g, '$1')
    .replaceAll(/(?<![\p{L}\p{N}_])_([^_\n]+)_(?![\p{L}\p{N}_])/gu, '$1')
    .replaceAll(/`([^`\n]+)`/g, '$1')
    .replaceAll(/<t:(\d+):([Ft])>/g, (_whole, second: string, style: string) =>
      shownTime(Number(second), style),
    );
  return bare.replaceAll(/[\ue000-\uf8ff]/g, (sign) => kept[(sign.codePointAt(0) ?? 0) - ASIDE] ?? sign);
}
