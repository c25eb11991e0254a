import { roleChoices } from '../commands/role-choices.ts';
import { zoneChoices } from '../commands/zone-choices.ts';
import type { Desk } from '../desk.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { offerChoices } from './answering.ts';

/**
 * While a role is typed: names of jobs the coach knows the core of; any other is as good. While a time zone is: zones of
 * the IANA database, those first whose clock shows what was typed, or that go by its letters.
 */
export async function takeAutocomplete(desk: Desk, i: InteractionOf<'autocomplete'>): Promise<void> {
  const { name, value } = i.focused;
  const now = () => new Date(desk.now()).toISOString();
  const choices = name === 'role' ? roleChoices(value) : name === 'zone' ? zoneChoices(value, now()) : [];
  await offerChoices(desk, i, choices);
}
