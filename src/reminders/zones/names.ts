import { OLD_NAMES, WITHOUT_PLACE } from './old-names.ts';

/** Names of today that Node's ICU takes but does not list: it lists these zones under an old name. */
const MODERN: readonly string[] = `
  UTC Africa/Asmara America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/Cordoba
  America/Argentina/Jujuy America/Argentina/Mendoza America/Atikokan America/Indiana/Indianapolis
  America/Kentucky/Louisville America/Nuuk Asia/Ashgabat Asia/Dhaka Asia/Ho_Chi_Minh Asia/Kathmandu Asia/Kolkata
  Asia/Macau Asia/Makassar Asia/Thimphu Asia/Ulaanbaatar Asia/Yangon Atlantic/Faroe Europe/Kyiv Europe/Nicosia
  Pacific/Chuuk Pacific/Kanton Pacific/Pohnpei
`
  .trim()
  .split(/\s+/u);

/** What most people mean: offered first. */
export const WELL_KNOWN: readonly string[] = `
  Europe/London Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Athens Europe/Kyiv Europe/Istanbul
  Europe/Moscow Africa/Lagos Africa/Cairo Africa/Johannesburg Africa/Nairobi Asia/Jerusalem Asia/Dubai Asia/Karachi
  Asia/Kolkata Asia/Dhaka Asia/Bangkok Asia/Jakarta Asia/Shanghai Asia/Singapore Asia/Manila Asia/Tokyo Asia/Seoul
  Australia/Perth Australia/Adelaide Australia/Brisbane Australia/Sydney Pacific/Auckland America/New_York
  America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu
  America/Toronto America/Halifax America/St_Johns America/Mexico_City America/Bogota America/Lima America/Caracas
  America/Santiago America/Sao_Paulo America/Argentina/Buenos_Aires UTC
`
  .trim()
  .split(/\s+/u);

/** Valid for Intl, and fixed offsets for ever that people say for a zone with summer time. */
const FIXED = new Set(['EST', 'MST', 'HST', 'CET', 'EET', 'MET', 'WET', 'GMT', 'GMT0']);

let names: ReadonlyMap<string, string> | undefined;

/** Each name by its small letters. */
function namesByKey(): ReadonlyMap<string, string> {
  names ??= new Map(
    [...WELL_KNOWN, ...MODERN, ...OLD_NAMES, ...WITHOUT_PLACE, ...Intl.supportedValuesOf('timeZone')]
      .filter((name) => !FIXED.has(name) && isTaken(name))
      .map((name) => [name.toLowerCase(), name]),
  );
  return names;
}

/** Every zone by name, aliases too, sorted. */
export function allZones(): readonly string[] {
  return [...namesByKey().values()].sort();
}

/** Whether a name is kept for the sake of old machines: another says the same zone. */
export function isOldName(zone: string): boolean {
  return !zone.includes('/') ? zone !== 'UTC' : OLD_NAMES.includes(zone);
}

function isTaken(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The proper spelling of a zone's name, whatever its letters' case; undefined where it is none. Names without a place
 * ("EST", "CET", "+02:00") are none: they are fixed offsets, which know of no summer time.
 */
export function zoneNamed(name: string): string | undefined {
  return namesByKey().get(name.trim().replace(/\s+/gu, '_').toLowerCase());
}

/** Whether it is the name of a zone. */
export function isZone(name: string): boolean {
  return zoneNamed(name) !== undefined;
}
