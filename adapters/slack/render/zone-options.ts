import type { PlainTextOption } from '@slack/types';
import { isZone } from '../../../src/reminders/zones/names.ts';
import { completions, zonesMeant } from '../../../src/reminders/zones.ts';
import { option } from './forms.ts';

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object: what a select may be answered with. */
const MOST_OPTIONS = 100;

/**
 * Time zones for what was typed so far: those it means (a clock, "IST"), then names that it stands in, the well-known
 * first. `now`: ISO 8601 in UTC.
 */
export function zoneOptions(typed: string, now: string): PlainTextOption[] {
  const meant = zonesMeant(typed, { now, isStrict: true });
  const first = meant === undefined ? [] : 'choices' in meant ? meant.choices : [meant.zone];
  const zones = new Set([...first, ...completions(typed, Number.POSITIVE_INFINITY)]);
  return [...zones].filter(isOffered).slice(0, MOST_OPTIONS).map(zoneOption);
}

/** Old names without a place ("Japan", "EST5EDT") are no zone where they stand behind a time. */
export function isOffered(zone: string): boolean {
  return isZone(zone) && (zone === 'UTC' || zone.includes('/'));
}

export function zoneOption(zone: string): PlainTextOption {
  return option(zone, zone);
}
