import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { allZones, isZone, zoneNamed } from '../../src/reminders/zones/names.ts';
import { completions, zonesMeant } from '../../src/reminders/zones.ts';

/** A Wednesday in winter: it is 14:00 in London, 15:00 in Berlin. */
const now = '2026-11-25T14:00:00Z';

function meant(words: string, own?: string): string | readonly string[] | undefined {
  const found = zonesMeant(words, { now, ...(own === undefined ? {} : { own }) });
  return found === undefined ? undefined : 'zone' in found ? found.zone : found.choices;
}

describe('a name', () => {
  test.each([
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['asia/calcutta', 'Asia/Calcutta'],
    ['EUROPE/KYIV', 'Europe/Kyiv'],
    ['america/argentina/comodrivadavia', 'America/Argentina/ComodRivadavia'],
    ['us/east-indiana', 'US/East-Indiana'],
    ['America/New York', 'America/New_York'],
    ['utc', 'UTC'],
    ['etc/gmt+5', 'Etc/GMT+5'],
  ])('%s is spelled %s', (typed, spelled) => expect(zoneNamed(typed)).toBe(spelled));

  test.each([
    'EST',
    'MST',
    'HST',
    'CET',
    'EET',
    'MET',
    'WET',
    'GMT',
    '+02:00',
    'GMT+2',
    'Mars/Base',
    '',
    'constructor',
  ])('%j is none: it is fixed for ever, or nowhere', (typed) => expect(isZone(typed)).toBe(false));

  test('every zone that Node lists is one, in its own spelling, and can be completed', () => {
    const listed = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
    expect(listed.filter((zone) => zoneNamed(zone.toUpperCase()) !== zone)).toEqual([]);
    expect(listed.filter((zone) => !completions(zone).includes(zone))).toEqual([]);
  });

  test('every zone there is to choose tells a wall time', () => {
    const noon = Temporal.Instant.from(now);
    for (const zone of allZones()) expect(noon.toZonedDateTimeISO(zone).year).toBe(2026);
  });
});

describe('a place', () => {
  test.each([
    ['Berlin', 'Europe/Berlin'],
    ['berlin time', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['NYC', 'America/New_York'],
    ['são paulo', 'America/Sao_Paulo'],
    ['kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
    ['London, UK', 'Europe/London'],
    ['eastern time', 'America/New_York'],
    ['pacific', 'America/Los_Angeles'],
    ['india', 'Asia/Kolkata'],
    ['the uk', 'Europe/London'],
    ['Japan', 'Asia/Tokyo'],
  ])('%s is %s', (typed, zone) => expect(meant(typed)).toBe(zone));

  test('a country with several zones is asked', () => {
    expect(meant('usa')).toContain('America/Chicago');
    expect(meant('Australia')).toContain('Australia/Perth');
  });

  test('half a name offers those that begin like it', () =>
    expect(meant('Ista')).toEqual(['Europe/Istanbul', 'Asia/Istanbul']));

  test.each(['Mars', '', '🙂', 'a', 'x'.repeat(40_000), 'constructor', '__proto__', '\u0000'])(
    'no place: %j',
    (typed) => expect(meant(typed)).toBeUndefined(),
  );
});

describe('what several zones go by is never guessed', () => {
  test('IST offers three, the own first', () => {
    expect(meant('IST')).toEqual(['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']);
    expect(meant('ist', 'Asia/Jerusalem')).toEqual(['Asia/Jerusalem', 'Asia/Kolkata', 'Europe/Dublin']);
  });

  test('EST is not stored as five hours behind for ever: one with summer time and one without are offered', () => {
    expect(meant('EST')).toEqual(expect.arrayContaining(['America/New_York', 'America/Panama']));
  });

  test.each(['CST', 'BST', 'PST', 'CET', 'GMT', 'EST time'])('%s is asked', (typed) =>
    expect(Array.isArray(meant(typed))).toBe(true),
  );

  test.each([
    ['GMT+2', 120],
    ['UTC-5', -300],
    ['+05:30', 330],
    ['utc +5:45', 345],
  ])('%s offers places that are so far now, the well-known first', (typed, minutes) => {
    const choices = meant(typed) as readonly string[];
    expect(choices.length).toBeGreaterThan(0);
    for (const zone of choices)
      expect(Temporal.Instant.from(now).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9).toBe(minutes);
  });
});

describe('a clock they state', () => {
  test.each(['it is 15:02 here', '15:00', '14:55', '3:02 pm', "it's 3 pm", '15h00'])(
    '%s: Berlin is offered',
    (typed) => {
      expect(meant(typed)).toContain('Europe/Berlin');
      expect(meant(typed, 'Europe/Vienna')).toContain('Europe/Vienna');
    },
  );

  test('a quarter past the half hour is Nepal', () => expect(meant('19:45')).toEqual(['Asia/Kathmandu']));

  test('a time that no clock shows now is none', () => {
    expect(meant('14:20')).toBeUndefined();
    expect(meant('25:00')).toBeUndefined();
  });

  test('at another time of the year other zones show it', () => {
    const summer = zonesMeant('16:00', { now: '2026-07-01T14:00:00Z' });
    expect(summer !== undefined && 'choices' in summer && summer.choices).toContain('Europe/Berlin');
  });
});

describe('completion', () => {
  test.each([
    ['ber', 'Europe/Berlin'],
    ['kol', 'Asia/Kolkata'],
    ['ho chi', 'Asia/Ho_Chi_Minh'],
    ['new y', 'America/New_York'],
    ['SÃO', 'America/Sao_Paulo'],
    ['india', 'Asia/Kolkata'],
    ['utc', 'UTC'],
    ['york new', 'America/New_York'],
  ])('%s begins with %s', (typed, first) => expect(completions(typed)[0]).toBe(first));

  test('an empty field shows well-known zones, 25 at most', () => {
    expect(completions('')).toHaveLength(25);
    expect(completions('')).toContain('Africa/Lagos');
    expect(completions('a', 5)).toHaveLength(5);
  });
});

test('whatever is typed, it never throws, and offers at most five names that are zones', () => {
  const typed = fc.oneof(fc.string({ maxLength: 40 }), fc.stringMatching(/^[a-z0-9:+ /-]{1,12}$/u));
  fc.assert(
    fc.property(typed, fc.constantFrom(undefined, 'Europe/Berlin', 'Asia/Kathmandu'), (words, own) => {
      const found = meant(words, own);
      const offered = found === undefined ? [] : typeof found === 'string' ? [found] : found;
      expect(offered.length).toBeLessThanOrEqual(5);
      expect(offered.filter((zone) => !isZone(zone))).toEqual([]);
      expect(completions(words).length).toBeLessThanOrEqual(25);
    }),
    { numRuns: 300 },
  );
}, 30_000);
