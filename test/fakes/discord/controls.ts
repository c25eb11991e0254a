import { type Fields, fieldsOf, isFields, listOf, textOf } from '../slack/json.ts';

/** https://discord.com/developers/docs/components/reference#component-object-component-types */
export const COMPONENT = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  upload: 19,
  radio: 21,
  checkboxes: 22,
  checkbox: 23,
} as const;

/** Every component with those inside it, in the order they are shown. */
export function flat(components: readonly Fields[]): Fields[] {
  return components.flatMap((each) => [
    each,
    ...flat(listOf(each.components)),
    ...(isFields(each.accessory) ? flat([each.accessory]) : []),
    ...(isFields(each.component) ? flat([each.component]) : []),
  ]);
}

/** The first button that has this label, this custom id, or this word as the action of its custom id. */
export function findButton(components: readonly Fields[], wanted: string): Fields | undefined {
  const buttons = flat(components).filter(
    ({ type, custom_id, disabled }) =>
      type === COMPONENT.button && custom_id !== undefined && disabled !== true,
  );
  return (
    buttons.find(({ label }) => same(textOf(label), wanted)) ??
    buttons.find(({ custom_id }) => custom_id === wanted || actionOf(textOf(custom_id)) === wanted)
  );
}

/** The first menu that offers all of these, each by its label or its value; and their values. */
export function findMenu(
  components: readonly Fields[],
  wanted: readonly string[],
): { menu: Fields; values: readonly string[] } | undefined {
  for (const menu of flat(components)) {
    if (menu.type !== COMPONENT.stringSelect || menu.disabled === true) continue;
    const options = listOf(menu.options);
    const values = wanted.flatMap((each) => {
      const option = options.find(({ label, value }) => same(textOf(label), each) || value === each);
      return option === undefined ? [] : [textOf(option.value)];
    });
    if (values.length === wanted.length) return { menu, values };
  }
  return undefined;
}

export function findPicker(components: readonly Fields[]): Fields | undefined {
  return flat(components).find(({ type }) => type === COMPONENT.userSelect);
}

/** What can be touched, to say what there was instead. */
export function labelsOf(components: readonly Fields[]): string[] {
  return flat(components).flatMap((each) => {
    if (each.type === COMPONENT.button) return [textOf(each.label)];
    if (each.type === COMPONENT.stringSelect) return listOf(each.options).map(({ label }) => textOf(label));
    return [];
  });
}

/** The label above an input of a modal. */
export function labelOver(components: readonly Fields[], input: Fields): string {
  const label = flat(components).find(
    ({ type, component }) => type === COMPONENT.label && fieldsOf(component).custom_id === input.custom_id,
  );
  return textOf(label?.label ?? input.label);
}

/** The third part of a custom id of ours: see `adapters/discord/custom-id.ts`. */
function actionOf(customId: string): string | undefined {
  return customId.split('~')[2];
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
