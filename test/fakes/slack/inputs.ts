import { type Control, chosen, labelOf } from './controls.ts';
import { type Fields, fieldsOf, listOf, textOf } from './json.ts';

/** Whether this is the input so called: by its block's id, its label, or its action's id. */
export function isInput(block: Fields, name: string): boolean {
  if (block.type !== 'input') return false;
  const label = textOf(fieldsOf(block.label).text);
  return block.block_id === name || label === name || fieldsOf(block.element).action_id === name;
}

/** An input with this in it. As in a client, one cannot type more than it holds nor choose what is not there. */
export function typedInto(
  block: Fields,
  name: string,
  value: string | readonly string[],
  offered?: readonly Fields[],
): Control {
  const element = fieldsOf(block.element);
  const blockId = textOf(block.block_id);
  const all = offered ?? listOf(element.options);
  const optionOf = (wanted: string) => {
    const option = all.find((each) => labelOf(each) === wanted || each.value === wanted);
    if (option === undefined) throw new Error(`${name} has no option ${wanted}`);
    return option;
  };
  if (element.type === 'multi_users_select')
    return { blockId, element, options: [value].flat().map((id) => ({ value: id })) };
  if (typeof value !== 'string') return { blockId, element, options: value.map(optionOf) };
  const most = typeof element.max_length === 'number' ? element.max_length : 3000;
  if (value.length > most) throw new Error(`${name} holds ${most} characters`);
  const isChosen = all.length > 0 || element.type === 'external_select';
  return { blockId, element, option: isChosen ? optionOf(value) : { value: value === '' ? null : value } };
}

/** What `state.values` says of an input. */
export function stateOfInput({ element, option, options }: Control): Fields {
  if (options !== undefined && element.type === 'multi_users_select')
    return { type: element.type, selected_users: options.map((user) => user.value) };
  if (options !== undefined) return { type: element.type, selected_options: options };
  return { type: element.type, ...chosen(element, option) };
}
