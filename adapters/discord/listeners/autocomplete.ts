import { roleChoices } from '../commands/role-choices.ts';
import type { Desk } from '../desk.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { offerChoices } from './answering.ts';

/** While a role is typed: names of jobs the coach knows the core of. Any other is as good. */
export async function takeAutocomplete(desk: Desk, i: InteractionOf<'autocomplete'>): Promise<void> {
  await offerChoices(desk, i, i.focused.name === 'role' ? roleChoices(i.focused.value) : []);
}
