import { type Control, chosen, labelOf } from './controls.ts';
import { type Fields, fieldsOf, listOf, textOf } from './json.ts';

/** Whether this is the input so called: by its block's id, its label, or its action's id. */
export function isInput(block: Fields, name: string): boolean {
  if (block.type !== 'input') return false;
  const label = textOf(fieldsOf(block.label).text);
  return block.block_id === name || label === name || fieldsOf(block.element).action_id === name;
}

/** An input with this in it. As in a client, one cannot type more than it holds nor choose what is not there. */
export function typedInto(block: Fields, name: string, value: string): Control {
  const element = fieldsOf(block.element);
  const most = typeof element.max_length === 'number' ? element.max_length : 3000;
  if (value.length > most) throw new Error(`${name} holds ${most} characters`);
  const all = listOf(element.options);
  const option = all.find((each) => labelOf(each) === value || each.value === value);
  if (all.length > 0 && option === undefined) throw new Error(`${name} has no option ${value}`);
  const filled = option ?? { value: value === '' ? null : value };
  return { blockId: textOf(block.block_id), element, option: filled };
}

/** What `state.values` says of an input. */
export function stateOfInput({ element, option }: Control): Fields {
  return { type: element.type, ...chosen(element, option) };
}
