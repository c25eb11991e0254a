import { type Fields, fieldsOf, isFields, listOf, textOf } from './json.ts';
import { checkRichText } from './rich-text-check.ts';
import { escaped, isWhole } from './typed.ts';

/** What Slack would not take, and the error code it answers a message with. */
export interface Wrong {
  readonly code: string;
  readonly says: string;
}

/** https://docs.slack.dev/reference/block-kit/blocks/ and …/block-elements/ */
const KNOWN_BLOCKS = new Set(
  'actions alert card carousel container context context_actions data_table data_visualization divider file header image input markdown plan rich_text section table task_card video'.split(
    ' ',
  ),
);
const IN_VIEWS = new Set(
  'actions alert context divider header image input rich_text section video data_visualization table'.split(
    ' ',
  ),
);
const LONGEST_TEXT = 40_000;
const ALL_BLOCKS_TOGETHER = 13_200;

/** A message's `text`: 40,000 characters. */
export function checkText(text: string): Wrong | undefined {
  if (text.length > LONGEST_TEXT) return { code: 'msg_too_long', says: `text of ${text.length} characters` };
  if (!isWhole(text)) return { code: 'invalid_arguments', says: 'text with half a character' };
  return undefined;
}

/** Everything about these blocks that Slack would not take. */
export function checkBlocks(blocks: readonly Fields[], where: 'message' | 'view'): Wrong[] {
  const wrong: string[] = [];
  const most = where === 'view' ? 100 : 50;
  if (blocks.length > most) wrong.push(`${blocks.length} blocks, at most ${most}`);
  for (const [at, block] of blocks.entries()) {
    wrong.push(...checkBlock(block, where).map((says) => `block ${at} (${textOf(block.type)}): ${says}`));
  }
  wrong.push(
    ...twice(
      'block_id',
      blocks.map((block) => textOf(block.block_id)),
    ),
  );
  wrong.push(...twice('action_id', blocks.flatMap(actionIds)));
  const found: Wrong[] = wrong.map((says) => ({ code: 'invalid_blocks', says }));
  const together = charactersOf(blocks);
  if (where === 'message' && together > ALL_BLOCKS_TOGETHER) {
    found.push({
      code: 'msg_blocks_too_long',
      says: `${together} characters over all blocks, at most ${ALL_BLOCKS_TOGETHER}`,
    });
  }
  return found;
}

/** All that can be read in the blocks, as Slack counts it. */
export function charactersOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each: unknown) => sum + charactersOf(each), 0);
  if (!isFields(value)) return 0;
  let sum = 0;
  for (const [key, each] of Object.entries(value)) {
    if (typeof each === 'string') {
      if (key === 'text') sum += value.type === 'mrkdwn' ? each.length : escaped(each).length;
    } else sum += charactersOf(each);
  }
  return sum;
}

function checkBlock(block: Fields, where: 'message' | 'view'): string[] {
  const type = textOf(block.type);
  if (!KNOWN_BLOCKS.has(type)) return ['no such block'];
  if (where === 'view' && !IN_VIEWS.has(type)) return ['not in a view'];
  const wrong = [...id(block.block_id, 'block_id')];
  switch (type) {
    case 'section': {
      if (block.text === undefined && block.fields === undefined) wrong.push('neither text nor fields');
      if (block.text !== undefined) wrong.push(...text(block.text, 'text', 3000));
      const fields = listOf(block.fields);
      if (block.fields !== undefined && (fields.length === 0 || fields.length > 10)) {
        wrong.push(`${fields.length} fields, 1 to 10`);
      }
      wrong.push(...fields.flatMap((field) => text(field, 'field', 2000)));
      if (block.accessory !== undefined) wrong.push(...element(fieldsOf(block.accessory)));
      break;
    }
    case 'header':
      wrong.push(...text(block.text, 'text', 150, true));
      break;
    case 'actions':
      wrong.push(...count(block.elements, 25), ...listOf(block.elements).flatMap(element));
      break;
    case 'context':
      wrong.push(...count(block.elements, 10));
      for (const each of listOf(block.elements)) {
        wrong.push(...(each.type === 'image' ? image(each) : text(each, 'element', 3000)));
      }
      break;
    case 'image':
      wrong.push(...image(block));
      if (block.title !== undefined) wrong.push(...text(block.title, 'title', 2000, true));
      break;
    case 'input':
      wrong.push(...text(block.label, 'label', 2000, true), ...element(fieldsOf(block.element)));
      if (block.hint !== undefined) wrong.push(...text(block.hint, 'hint', 2000, true));
      break;
    case 'rich_text':
      wrong.push(...checkRichText(block));
      break;
    case 'markdown':
      wrong.push(...within(textOf(block.text), 'text', 12_000));
      break;
    default:
  }
  return wrong;
}

function element(value: Fields): string[] {
  const type = textOf(value.type);
  const wrong = [...id(value.action_id, 'action_id')];
  if (value.placeholder !== undefined) wrong.push(...text(value.placeholder, 'placeholder', 150, true));
  if (value.confirm !== undefined) {
    const { title, text: question, confirm, deny } = fieldsOf(value.confirm);
    wrong.push(...text(title, 'confirm title', 100, true), ...text(question, 'confirm text', 300));
    wrong.push(...text(confirm, 'confirm button', 30, true), ...text(deny, 'deny button', 30, true));
  }
  if (type === 'button') {
    wrong.push(...text(value.text, 'button text', 75, true));
    if (textOf(value.value).length > 2000) wrong.push('button value over 2,000');
    if (textOf(value.accessibility_label).length > 75) wrong.push('accessibility_label over 75');
    const style = value.style;
    if (style !== undefined && style !== 'primary' && style !== 'danger')
      wrong.push(`no style ${String(style)}`);
  }
  if (type === 'plain_text_input') {
    for (const name of ['max_length', 'min_length']) {
      if (typeof value[name] === 'number' && value[name] > 3000) wrong.push(`${name} over 3,000`);
    }
    const initial = value.initial_value;
    if (initial !== undefined) wrong.push(...within(textOf(initial), 'initial_value', 3000));
    const most = value.max_length;
    if (typeof most === 'number' && textOf(initial).length > most)
      wrong.push('initial_value over max_length');
  }
  if (type === 'external_select') {
    const { text: label, value: chosen } = fieldsOf(value.initial_option);
    if (value.initial_option !== undefined)
      wrong.push(...text(label, 'option text', 75), ...within(textOf(chosen), 'option value', 150));
  }
  const time = value.initial_time;
  if (type === 'timepicker' && time !== undefined && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(textOf(time)))
    wrong.push(`initial_time ${textOf(time)}`);
  const most: Record<string, number> = { overflow: 5, radio_buttons: 10, checkboxes: 10 };
  if (value.options !== undefined) wrong.push(...options(value, most[type] ?? 100));
  return wrong;
}

function options(value: Fields, most: number): string[] {
  const all = listOf(value.options);
  const wrong = all.length === 0 || all.length > most ? [`${all.length} options, 1 to ${most}`] : [];
  for (const option of all) {
    wrong.push(...text(option.text, 'option text', 75), ...within(textOf(option.value), 'option value', 150));
    if (option.description !== undefined) wrong.push(...text(option.description, 'description', 75));
  }
  const initial = value.initial_option;
  if (initial !== undefined && !all.some((each) => JSON.stringify(each) === JSON.stringify(initial))) {
    wrong.push('initial_option is none of the options');
  }
  return wrong;
}

function image(value: Fields): string[] {
  const wrong = within(textOf(value.alt_text), 'alt_text', 2000);
  if (value.image_url === undefined && value.slack_file === undefined) wrong.push('no picture');
  return wrong;
}

/** A text object, measured as Slack stores it: plain text is escaped first. */
export function text(value: unknown, name: string, most: number, plainOnly = false): string[] {
  const { type, text: written } = fieldsOf(value);
  if (type !== 'plain_text' && type !== 'mrkdwn') return [`${name} is no text object`];
  if (plainOnly && type !== 'plain_text') return [`${name} must be plain_text`];
  return within(type === 'plain_text' ? escaped(textOf(written)) : textOf(written), name, most);
}

function within(written: string, name: string, most: number): string[] {
  if (written.length === 0) return [`${name} is empty`];
  if (!isWhole(written)) return [`${name} has half a character`];
  return written.length > most ? [`${name} of ${written.length} characters, at most ${most}`] : [];
}

function count(value: unknown, most: number): string[] {
  const { length } = listOf(value);
  return length === 0 || length > most ? [`${length} elements, 1 to ${most}`] : [];
}

function id(value: unknown, name: string): string[] {
  return textOf(value).length > 255 ? [`${name} over 255`] : [];
}

function twice(name: string, ids: readonly string[]): string[] {
  const given = ids.filter((each) => each !== '');
  return [...new Set(given.filter((each, at) => given.indexOf(each) !== at))].map(
    (each) => `${name} ${each} twice`,
  );
}

function actionIds(block: Fields): string[] {
  const within = [...listOf(block.elements), fieldsOf(block.accessory), fieldsOf(block.element)];
  return within.map((each) => textOf(each.action_id));
}
