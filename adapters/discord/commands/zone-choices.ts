import { completions, zonesMeant } from '../../../src/reminders/zones.ts';
import type { Choice } from './role-choices.ts';

/** https://discord.com/developers/docs/interactions/application-commands#autocomplete */
const MOST_CHOICES = 25;

/**
 * Pure. Time zones for what was typed so far: those it means (a clock, "IST"), then names that it stands in, the well-known
 * first; where there is none, what was typed. `now`: ISO 8601 in UTC.
 */
export function zoneChoices(typed: string, now: string): readonly Choice[] {
  const meant = zonesMeant(typed, { now, isStrict: true });
  const first = meant === undefined ? [] : 'choices' in meant ? meant.choices : [meant.zone];
  const zones = [...new Set([...first, ...completions(typed, MOST_CHOICES)])].slice(0, MOST_CHOICES);
  // An empty list reads in Discord as if nothing could be sent; what the words mean is asked back then.
  const offered = zones.length > 0 || typed.trim() === '' ? zones : [typed];
  return offered.map((zone) => ({ name: zone, value: zone }));
}
