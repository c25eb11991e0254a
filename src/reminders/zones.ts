import { Temporal } from 'temporal-polyfill';
import { ABBREVIATIONS, REGIONS } from './zones/meanings.ts';
import { allZones, isOldName, WELL_KNOWN, zoneNamed } from './zones/names.ts';

/** What is typed for a time zone: a zone, or zones to choose from and why. */
export type ZonesMeant =
  | { readonly zone: string }
  | { readonly choices: readonly string[]; readonly why: string };

export interface MeantAt {
  /** Now, ISO 8601 in UTC. */
  readonly now: string;
  /** Their own zone, where it is known: first among those that fit. */
  readonly own?: string;
  /** Only what is a zone's name or meaning as a whole: nothing that merely begins like one. */
  readonly isStrict?: boolean;
}

/** As many as a card has buttons for. */
const MOST_CHOICES = 5;
/** A clock on a wall is so far off, in minutes. */
const CLOCK_OFF = 7;
const DAY_MINUTES = 24 * 60;

/** Longer than this nothing is the name of a zone. */
const LONGEST = 60;

/**
 * What somebody means who types a zone: its name, a city, a region, an offset, or what their clock shows now. Three letters
 * that several zones go by, offsets and clocks are never guessed from: they give choices. Undefined where it is none.
 */
export function zonesMeant(words: string, at: MeantAt): ZonesMeant | undefined {
  if (words.length > LONGEST) return undefined;
  const typed = plainly(words);
  if (typed === '') return undefined;
  const abbreviated = ABBREVIATIONS.get(typed.replace(/ (?:time|timezone|zone)$/u, ''));
  if (abbreviated !== undefined)
    return asked(abbreviated, `"${words.trim().slice(0, 20)}" means several zones. Which is yours?`, at);
  if (/^(?:utc|etc\/utc)$/u.test(typed)) return { zone: 'UTC' };
  const offset = offsetIn(typed);
  if (offset !== undefined) {
    const why = 'An offset changes with summer time, a place does not. Which is nearest to you?';
    return fitting((minutes) => minutes === offset, why, at);
  }
  const clocks = clocksIn(typed);
  if (clocks !== undefined)
    return fitting(showing(clocks, at.now), 'Your clock shows that in these. Which is yours?', at);
  if (typed.includes('/')) return oneOf(zoneNamed(words));
  return placed(typed, at) ?? oneOf(zoneNamed(words)) ?? (at.isStrict ? undefined : roughly(typed, at));
}

/** A region or a city: "Berlin time", "the UK". */
function placed(typed: string, at: MeantAt): ZonesMeant | undefined {
  const bare = typed.replace(/^the /u, '').replace(/ (?:time|timezone|time zone|standard time)$/u, '');
  const region = REGIONS.get(bare);
  if (region !== undefined)
    return one(region) ?? asked(region, 'There are several zones. Which is yours?', at);
  return one(withoutOldNames(zonesByCity().get(bare) ?? []));
}

let cities: ReadonlyMap<string, readonly string[]> | undefined;

/** Made once: every word of a sentence may be looked up. */
function zonesByCity(): ReadonlyMap<string, readonly string[]> {
  if (cities !== undefined) return cities;
  const made = new Map<string, string[]>();
  for (const zone of allZones())
    if (!isOldName(zone)) made.set(cityOf(zone), [...(made.get(cityOf(zone)) ?? []), zone]);
  cities = made;
  return made;
}

/** "London, UK" is London; else names that begin like it. */
function roughly(typed: string, at: MeantAt): ZonesMeant | undefined {
  const [city = '', ...country] = typed.split(/ ?, ?/u);
  const before = country.length === 0 ? undefined : placed(city, at);
  if (before !== undefined) return before;
  const begins = completions(city, Number.POSITIVE_INFINITY).filter((zone) =>
    plainly(zone)
      .split(/[\s/]/u)
      .some((part) => part.startsWith(city.split(' ')[0] ?? city)),
  );
  return city.length < 3 || begins.length === 0 ? undefined : asked(begins, 'Which of these is yours?', at);
}

function oneOf(zone: string | undefined): ZonesMeant | undefined {
  return zone === undefined ? undefined : { zone };
}

function fitting(fits: (offset: number) => boolean, why: string, at: MeantAt): ZonesMeant | undefined {
  const zones = zonesWhere(fits, at);
  return zones.length === 0 ? undefined : asked(zones, why, at);
}

function one(zones: readonly string[]): ZonesMeant | undefined {
  const [first, ...others] = zones;
  return first !== undefined && others.length === 0 ? { zone: first } : undefined;
}

function asked(zones: readonly string[], why: string, { own }: MeantAt): ZonesMeant {
  const ordered =
    own !== undefined && zones.includes(own) ? [own, ...zones.filter((zone) => zone !== own)] : zones;
  return { choices: ordered.slice(0, MOST_CHOICES), why };
}

/** Names of zones in which each word that was typed stands, the well-known first: for completion. Case, blanks and accents do not matter. */
export function completions(typed: string, limit = 25): readonly string[] {
  if (typed.length > LONGEST) return [];
  const wanted = plainly(typed)
    .split(/[\s/_]+/u)
    .filter((word) => word !== '');
  const regions = REGIONS.get(plainly(typed)) ?? [];
  const fitting = allZones()
    .filter((zone) => wanted.every((word) => plainly(zone).includes(word)))
    .map((zone) => ({ zone, rank: rankOf(zone, wanted) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ zone }) => zone);
  return [...new Set([...regions, ...fitting])].slice(0, limit);
}

/** 0: its city begins so and it is well known; then well-known, then beginning so, then the rest. */
function rankOf(zone: string, [first = '']: readonly string[]): number {
  const begins = cityOf(zone).startsWith(first) ? 0 : 2;
  return begins + (WELL_KNOWN.includes(zone) ? 0 : 1) + (isOldName(zone) ? 4 : 0);
}

/** "America/Argentina/Buenos_Aires" is "buenos aires". */
function cityOf(zone: string): string {
  return plainly(zone.split('/').at(-1) ?? zone);
}

/** Of two names of one zone the one that is well known, else the first. */
function withoutOldNames(zones: readonly string[]): readonly string[] {
  const known = zones.filter((zone) => WELL_KNOWN.includes(zone));
  return known.length > 0 ? known : zones.slice(0, 1);
}

function plainly(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[_\s]+/gu, ' ')
    .replace(/[.!?]+$/u, '');
}

/** "GMT+2", "UTC-5:30", "+02:00" in minutes. */
function offsetIn(typed: string): number | undefined {
  const [, sign, hours, minutes = '0'] =
    /^(?:gmt|utc)? ?([+\-−]) ?(\d{1,2})(?::?(\d\d))?$/u.exec(typed) ?? [];
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}

/** "it is 14:20 here", "2:20 pm" in minutes of the day; "2:20" alone may be either. */
function clocksIn(typed: string): readonly number[] | undefined {
  const found =
    /^(?:it'?s |it is |my clock (?:says|shows) |(?:the )?time is |now )?(\d{1,2})(?:[:.h](\d\d))? ?(am|pm)?(?: here| now| o'?clock)*$/u.exec(
      typed,
    );
  const [, hour, minute = '0', half] = found ?? [];
  if (hour === undefined || Number(minute) > 59) return undefined;
  const said = Number(hour);
  if (half === undefined) {
    if (said > 23) return undefined;
    const at = said * 60 + Number(minute);
    return said > 12 || hour.startsWith('0') ? [at] : [at, (at + DAY_MINUTES / 2) % DAY_MINUTES];
  }
  if (said < 1 || said > 12) return undefined;
  return [((said % 12) + (half === 'pm' ? 12 : 0)) * 60 + Number(minute)];
}

function showing(clocks: readonly number[], now: string): (offset: number) => boolean {
  const { hour, minute } = Temporal.Instant.from(now).toZonedDateTimeISO('UTC');
  const utc = hour * 60 + minute;
  return (offset) =>
    clocks.some((clock) => {
      const off = (((utc + offset - clock) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
      return off <= CLOCK_OFF || off >= DAY_MINUTES - CLOCK_OFF;
    });
}

/** Zones whose offset now fits, in minutes: their own, then the well-known. */
function zonesWhere(fits: (offset: number) => boolean, { now, own }: MeantAt): readonly string[] {
  const instant = Temporal.Instant.from(now);
  const isFitting = (zone: string) => fits(instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9);
  const known = [...(own === undefined ? [] : [own]), ...WELL_KNOWN.filter((zone) => zone !== 'UTC')];
  const first = [...new Set(known.filter(isFitting))];
  if (first.length >= MOST_CHOICES) return first;
  const others = allZones().filter((zone) => !isOldName(zone) && !first.includes(zone) && isFitting(zone));
  return [...first, ...others];
}
