import { type Fields, listOf, textOf } from './json.ts';
import { TOKENS, tokensIn } from './shown-dates.ts';
import { isWhole } from './typed.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block/ */
const PARTS = new Set(['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted']);
const ELEMENTS = new Set('text link emoji user usergroup channel broadcast color date'.split(' '));

/** What in a rich_text block Slack would not take. */
export function checkRichText(block: Fields): string[] {
  const parts = listOf(block.elements);
  if (parts.length === 0) return ['no elements'];
  return parts.flatMap(checkPart);
}

function checkPart(part: Fields): string[] {
  const type = textOf(part.type);
  if (!PARTS.has(type)) return [`no part ${type}`];
  const elements = listOf(part.elements);
  if (elements.length === 0) return [`an empty ${type}`];
  if (type === 'rich_text_list') {
    const { style } = part;
    return [
      ...(style === 'bullet' || style === 'ordered' ? [] : ['a list without a style']),
      ...elements.flatMap((each) =>
        each.type === 'rich_text_section' ? checkPart(each) : ['a list holds sections only'],
      ),
    ];
  }
  return elements.flatMap((element) => checkElement(element, type === 'rich_text_preformatted'));
}

function checkElement(element: Fields, preformatted: boolean): string[] {
  const type = textOf(element.type);
  if (!ELEMENTS.has(type)) return [`no element ${type}`];
  if (type === 'date') return checkDate(element);
  if (preformatted && type !== 'text' && type !== 'link') return [`${type} in preformatted text`];
  if (type !== 'text') return [];
  const text = textOf(element.text);
  if (text === '') return ['an empty text element'];
  return isWhole(text) ? [] : ['text with half a character'];
}

/** https://docs.slack.dev/reference/block-kit/block-elements/date-element: Slack says "must provide an integer" of all else. */
function checkDate({ timestamp, format, fallback }: Fields): string[] {
  return [
    ...(Number.isInteger(timestamp) ? [] : ['must provide an integer: timestamp']),
    ...(tokensIn(textOf(format)).length > 0 ? [] : ['a format without a token']),
    ...tokensIn(textOf(format)).flatMap((token) => (token in TOKENS ? [] : [`no token ${token}`])),
    ...(fallback === undefined || textOf(fallback) !== '' ? [] : ['an empty fallback']),
  ];
}
