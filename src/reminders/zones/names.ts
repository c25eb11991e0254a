/**
 * Names that the IANA database has and Node's ICU takes, but does not list: the modern spellings of zones it lists under
 * an old name, and some old ones that people still type. https://www.iana.org/time-zones, file `backward`
 */
const ALIASES: readonly string[] = [
  ...[
    'UTC',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Asia/Ho_Chi_Minh',
    'Asia/Yangon',
    'Asia/Dhaka',
    'Asia/Thimphu',
  ],
  ...['Europe/Kyiv', 'America/Argentina/Buenos_Aires', 'America/Argentina/Cordoba', 'America/Nuuk'],
  ...['America/Indiana/Indianapolis', 'America/Kentucky/Louisville', 'Atlantic/Faroe', 'Pacific/Chuuk'],
  ...[
    'Pacific/Pohnpei',
    'Pacific/Kanton',
    'Africa/Asmara',
    'Asia/Ulaanbaatar',
    'Asia/Ashgabat',
    'Asia/Macau',
  ],
  ...['Asia/Makassar', 'America/Atikokan', 'Asia/Saigon', 'Asia/Calcutta', 'Asia/Katmandu', 'Asia/Rangoon'],
  ...['Europe/Kiev', 'US/Eastern', 'US/Central', 'US/Mountain', 'US/Pacific', 'US/Alaska', 'US/Hawaii'],
  ...['US/Arizona', 'Canada/Atlantic', 'Canada/Eastern', 'Canada/Pacific', 'Europe/Nicosia', 'Asia/Istanbul'],
  ...['America/Buenos_Aires', 'Etc/UTC'],
];

/** What most people mean: offered first. */
export const WELL_KNOWN: readonly string[] = [
  ...['Europe/London', 'Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome', 'Europe/Athens'],
  ...[
    'Europe/Kyiv',
    'Europe/Istanbul',
    'Europe/Moscow',
    'Africa/Lagos',
    'Africa/Cairo',
    'Africa/Johannesburg',
  ],
  ...['Africa/Nairobi', 'Asia/Jerusalem', 'Asia/Dubai', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Dhaka'],
  ...['Asia/Bangkok', 'Asia/Jakarta', 'Asia/Shanghai', 'Asia/Singapore', 'Asia/Manila', 'Asia/Tokyo'],
  ...['Asia/Seoul', 'Australia/Perth', 'Australia/Adelaide', 'Australia/Brisbane', 'Australia/Sydney'],
  ...['Pacific/Auckland', 'America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix'],
  ...['America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu', 'America/Toronto', 'America/Halifax'],
  ...['America/St_Johns', 'America/Mexico_City', 'America/Bogota', 'America/Lima', 'America/Caracas'],
  ...['America/Santiago', 'America/Sao_Paulo', 'America/Argentina/Buenos_Aires', 'UTC'],
];

let names: ReadonlyMap<string, string> | undefined;

/** Each name by its small letters. */
export function namesByKey(): ReadonlyMap<string, string> {
  names ??= new Map(
    [...WELL_KNOWN, ...ALIASES, ...Intl.supportedValuesOf('timeZone')]
      .filter(isTaken)
      .map((name) => [name.toLowerCase(), name]),
  );
  return names;
}

/** Every zone by name, aliases too, sorted. */
export function allZones(): readonly string[] {
  return [...namesByKey().values()].sort();
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
  const typed = name.trim().replace(/\s+/gu, '_');
  const known = namesByKey().get(typed.toLowerCase());
  if (known !== undefined) return known;
  if (!/^[a-z][\w+-]*(?:\/[a-z][\w+-]*){1,2}$/iu.test(typed) || /^etc\//iu.test(typed)) return undefined;
  return isTaken(typed) ? spelled(typed) : undefined;
}

/** As the database spells names: "america/port-au-prince" has its capitals after each mark but "au" and "of". */
function spelled(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[/_-])(\p{L})/gu, (_, mark: string, letter: string) => mark + letter.toUpperCase());
}

/** Whether it is the name of a zone. */
export function isZone(name: string): boolean {
  return zoneNamed(name) !== undefined;
}
