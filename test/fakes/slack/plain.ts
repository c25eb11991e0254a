import { type Fields, fieldsOf, listOf, textOf } from './json.ts';
import type { FakeMessage } from './message.ts';
import { shownDate } from './shown-dates.ts';
import { asSeen } from './typed.ts';

/** Where whoever reads is, as far as times of a message go: somewhere else than anybody who plans. */
const READER_ZONE = 'UTC';

/** What a person reads of a message: one line a block line, buttons as `[label]`. */
export function readMessage(message: FakeMessage): string {
  const blocks = message.blocks ?? [];
  const body = blocks.length === 0 ? asSeen(message.text) : readBlocks(blocks);
  const files = (message.files ?? []).map((file) => {
    const alt = textOf(file.alt_txt);
    return alt === '' ? `(file: ${textOf(file.name)})` : `(picture: ${alt})`;
  });
  return [body, ...files].filter((line) => line !== '').join('\n');
}

/** What a person reads of blocks. */
export function readBlocks(blocks: readonly Fields[]): string {
  return blocks
    .map(readBlock)
    .filter((line) => line !== '')
    .join('\n');
}

function readBlock(block: Fields): string {
  switch (block.type) {
    case 'section':
      return [
        readText(block.text),
        ...listOf(block.fields).map(readText),
        readElement(fieldsOf(block.accessory)),
      ]
        .filter((line) => line !== '')
        .join('\n');
    case 'header':
      return readText(block.text);
    case 'context':
      return listOf(block.elements)
        .map((each) => (each.type === 'image' ? readElement(each) : readText(each)))
        .join(' ');
    case 'actions':
      return listOf(block.elements).map(readElement).join(' ');
    case 'input':
      return `${readText(block.label)}: ${readElement(fieldsOf(block.element))}`;
    case 'image':
      return `(picture: ${textOf(block.alt_text)})`;
    case 'rich_text':
      return listOf(block.elements).map(readPart).join('\n');
    case 'markdown':
      return textOf(block.text);
    default:
      return '';
  }
}

function readText(value: unknown): string {
  const { type, text } = fieldsOf(value);
  return type === 'mrkdwn' ? asSeen(textOf(text)) : textOf(text);
}

function readElement(element: Fields): string {
  switch (element.type) {
    case 'button':
      return `[${readText(element.text)}]`;
    case 'image':
      return `(picture: ${textOf(element.alt_text)})`;
    case 'plain_text_input':
      return `___${textOf(element.initial_value)}`;
    case 'static_select':
    case 'overflow':
    case 'radio_buttons':
    case 'checkboxes':
      return `[${listOf(element.options)
        .map((option) => readText(option.text))
        .join(' | ')}]`;
    case undefined:
      return '';
    default:
      return `[${readText(element.placeholder) || textOf(element.type)}]`;
  }
}

function readPart(part: Fields): string {
  if (part.type === 'rich_text_list') {
    return listOf(part.elements)
      .map((item, at) => `${part.style === 'ordered' ? `${at + 1}.` : '•'} ${readPart(item)}`)
      .join('\n');
  }
  const words = listOf(part.elements).map(readRichElement).join('');
  return part.type === 'rich_text_quote' ? words.replace(/^/gm, '> ') : words;
}

function readRichElement(element: Fields): string {
  switch (element.type) {
    case 'link':
      return textOf(element.text) || textOf(element.url);
    case 'user':
      return `@${textOf(element.user_id)}`;
    case 'broadcast':
      return `@${textOf(element.range)}`;
    case 'emoji':
      return `:${textOf(element.name)}:`;
    case 'date':
      return shownDate(textOf(element.format), Number(element.timestamp), READER_ZONE);
    default:
      return textOf(element.text);
  }
}
