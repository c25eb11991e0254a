import { type Fields, fieldsOf, isTrue, listOf, textOf } from './json.ts';

/** What is looked for: a label, or an action's id. A bare string is either, or the first word of the button's value. */
export type Wanted = string | { readonly actionId?: string; readonly label?: string };

/** Something that can be pressed, and what is chosen by it. */
export interface Control {
  readonly blockId: string;
  readonly element: Fields;
  readonly option?: Fields;
  /** Of boxes, all that are ticked. */
  readonly options?: readonly Fields[];
}

/** The first control of these blocks that is wanted. `value`: which option of it, by its label or value. */
export function findControl(blocks: readonly Fields[], wanted: Wanted, value?: string): Control | undefined {
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const blockId = textOf(block.block_id);
      const all = listOf(element.options);
      if (value !== undefined && fits(element, wanted)) {
        const option = all.find((each) => labelOf(each) === value || each.value === value);
        if (all.length === 0) return { blockId, element, option: { value } };
        if (option !== undefined) return { blockId, element, option };
      }
      if (value !== undefined) continue;
      if (element.type === 'button' && fits(element, wanted)) return { blockId, element };
      const option = all.find((each) => optionFits(element, each, wanted));
      if (option !== undefined) return { blockId, element, option };
    }
  }
  return undefined;
}

/** All labels in these blocks, to say what there was instead. */
export function labelsOf(blocks: readonly Fields[]): string[] {
  return blocks.flatMap(elementsOf).flatMap((element) => {
    const options = listOf(element.options).map(labelOf);
    return options.length > 0 ? options : [labelOf(element) || textOf(element.action_id)];
  });
}

/** What the payload of a press says of the control. */
export function actionOf({ blockId, element, option }: Control, actionTs: string): Fields {
  const type = textOf(element.type);
  const base = { action_id: element.action_id, block_id: blockId, type, action_ts: actionTs };
  if (type === 'button') {
    const { text, value, style, url } = element;
    return {
      ...base,
      text,
      ...(value === undefined ? {} : { value }),
      ...(style === undefined ? {} : { style }),
      ...(url === undefined ? {} : { url }),
    };
  }
  return { ...base, ...chosen(element, option) };
}

/** What a select, a picker or a list of boxes holds after this choice: also its part of `state.values`. */
export function chosen(element: Fields, option: Fields | undefined): Fields {
  const type = textOf(element.type);
  const value = option?.value ?? null;
  if (type === 'checkboxes' || type.startsWith('multi_'))
    return { selected_options: option === undefined ? [] : [option] };
  if (type === 'users_select') return { selected_user: value };
  if (type === 'conversations_select') return { selected_conversation: value };
  if (type === 'datepicker') return { selected_date: value };
  if (type === 'timepicker') return { selected_time: value };
  const isChoice = /^(?:static_select|external_select|radio_buttons|overflow)$/.test(type);
  return isChoice ? { selected_option: option ?? null } : { value };
}

export function labelOf(thing: Fields): string {
  return textOf(fieldsOf(thing.text).text);
}

/** Elements that send something when touched: an input does only where it says so. */
function elementsOf(block: Fields): readonly Fields[] {
  const inputs = isTrue(block.dispatch_action) ? [fieldsOf(block.element)] : [];
  const all = [...listOf(block.elements), fieldsOf(block.accessory), ...inputs];
  return block.type === 'context' || block.type === 'rich_text'
    ? []
    : all.filter((each) => 'action_id' in each);
}

function fits(element: Fields, wanted: Wanted): boolean {
  if (typeof wanted !== 'string') {
    const { actionId, label } = wanted;
    if (actionId !== undefined && element.action_id !== actionId) return false;
    return label === undefined || same(labelOf(element), label);
  }
  const [word] = textOf(element.value).split('|');
  return same(labelOf(element), wanted) || element.action_id === wanted || word === wanted;
}

function optionFits(element: Fields, option: Fields, wanted: Wanted): boolean {
  if (typeof wanted !== 'string') {
    if (wanted.label === undefined || !same(labelOf(option), wanted.label)) return false;
    return wanted.actionId === undefined || wanted.actionId === element.action_id;
  }
  const [word] = textOf(option.value).split('|');
  return same(labelOf(option), wanted) || word === wanted;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
