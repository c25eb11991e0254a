import { completions } from '../../../src/reminders/zones.ts';
import type { Choice } from './role-choices.ts';

/** https://discord.com/developers/docs/interactions/application-commands#autocomplete */
const MOST_CHOICES = 25;

/** Pure. Names of time zones that fit what was typed so far, the well-known first. */
export function zoneChoices(typed: string): readonly Choice[] {
  return completions(typed, MOST_CHOICES).map((zone) => ({ name: zone, value: zone }));
}
