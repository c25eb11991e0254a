import type { App } from './app.ts';
import { text } from './block-kit-limits.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from './json.ts';
import { acceptBlocks, blocksOf } from './posting.ts';
import { refuse } from './refusal.ts';

/** A view as it was sent, with ids where none were chosen; refuses what Slack would: https://docs.slack.dev/reference/views/ */
export function acceptView(app: App, method: string, value: unknown, type: 'modal' | 'home'): Fields {
  if (!isFields(value)) return refuse('invalid_arguments');
  const blocks = blocksOf(app.world, value.blocks) ?? [];
  const wrong: string[] = [];
  if (value.type !== type) wrong.push(`a view of type ${textOf(value.type)}`);
  for (const name of ['title', 'submit', 'close']) {
    if (value[name] !== undefined) wrong.push(...text(value[name], name, 24, true));
  }
  if (type === 'modal' && value.title === undefined) wrong.push('a modal without a title');
  if (textOf(value.private_metadata).length > 3000) wrong.push('private_metadata over 3,000');
  if (textOf(value.callback_id).length > 255) wrong.push('callback_id over 255');
  const inputs = blocks.some((block) => block.type === 'input');
  if (type === 'modal' && inputs && value.submit === undefined) wrong.push('inputs without submit');
  if (JSON.stringify(value).length > 250_000) wrong.push('over 250 kB');
  if (wrong.length > 0) {
    if (app.strict) app.violations.push(...wrong.map((says) => `${method}: ${says}`));
    refuse('invalid_arguments', { response_metadata: { messages: wrong.map((says) => `[ERROR] ${says}`) } });
  }
  acceptBlocks(app, method, blocks, 'view');
  return { ...value, blocks };
}

/** What the inputs of these blocks hold as long as nobody touched them, as Slack's `state.values`. */
export function untouched(blocks: readonly Fields[]): Record<string, Fields> {
  const values: Record<string, Fields> = {};
  for (const block of blocks) {
    const candidates = [...listOf(block.elements), fieldsOf(block.accessory), fieldsOf(block.element)].filter(
      (each) => each.action_id !== undefined && each.type !== 'button' && each.type !== 'overflow',
    );
    for (const element of candidates) {
      const at = textOf(block.block_id);
      values[at] = { ...values[at], [textOf(element.action_id)]: initialState(element) };
    }
  }
  return values;
}

function initialState(element: Fields): Fields {
  const type = textOf(element.type);
  const [key, initial] = STATE_OF[type] ?? ['value', 'initial_value'];
  const several = key.endsWith('s') ? [] : null;
  return { type, [key]: element[initial] ?? several };
}

/** By element: what its state is called, and what it begins with. */
export const STATE_OF: Readonly<Record<string, readonly [string, string]>> = {
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_static_select: ['selected_options', 'initial_options'],
  users_select: ['selected_user', 'initial_user'],
  multi_users_select: ['selected_users', 'initial_users'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
};
