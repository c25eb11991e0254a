import { describe, expect, test } from 'vitest';
import { completed } from '../../../adapters/terminal/completion.ts';
import { showOffered } from '../../../adapters/terminal/offered.ts';
import { allZones } from '../../../src/reminders/zones/names.ts';

const NOW = '2027-03-01T12:00:00Z';
const beside = (...words: string[]) => ({ words, now: NOW });
const textOf = (typed: string, ...words: string[]) => completed(typed, beside(...words))?.text;
const choicesOf = (typed: string, ...words: string[]) => completed(typed, beside(...words))?.choices;

describe('a time zone that is typed behind "remind zone"', () => {
  test.each([
    ['its city', 'remind zone kolk', 'remind zone Asia/Kolkata'],
    ['an old name of it', 'remind zone calc', 'remind zone Asia/Calcutta'],
    ['words of its name', 'remind zone new york', 'remind zone America/New_York'],
    ['its name, in any letters', 'Remind zone europe/ber', 'Remind zone Europe/Berlin'],
    ['a blank in its name', 'remind zone America/new y', 'remind zone America/New_York'],
    ['a city of its region', 'remind zone mumbai', 'remind zone Asia/Kolkata'],
    ['a country', 'remind zone japan', 'remind zone Asia/Tokyo'],
    ['a city that is an old name alone', 'remind zone sing', 'remind zone Asia/Singapore'],
    ['a time before it', 'remind weekdays 8:30 zone zuri', 'remind weekdays 8:30 zone Europe/Zurich'],
    ['me and a comma', 'remind me Mon, Thu 9:00 zone tokyo', 'remind me Mon, Thu 9:00 zone Asia/Tokyo'],
    ['nothing missing', 'remind zone Europe/Berlin', 'remind zone Europe/Berlin'],
  ])('is found by %s', (_, typed, text) => {
    expect(textOf(typed)).toBe(text);
    expect(choicesOf(typed)).toHaveLength(1);
  });

  test.each([
    ['continents', 'remind zone eur', 'remind zone Europe/', 'Europe/Berlin'],
    ['beginnings that all share', 'remind zone North_D', 'remind zone America/North_Dakota/', undefined],
    ['several cities', 'remind zone Ber', 'remind zone Ber', 'Atlantic/Bermuda'],
    ['letters that several zones go by', 'remind zone IST', 'remind zone IST', 'Europe/Dublin'],
    ['a country whose name others begin with', 'remind zone India', 'remind zone India', 'Asia/Kolkata'],
    ['what a clock shows', 'remind zone 13:00', 'remind zone 13:00', 'Europe/Berlin'],
    ['an offset', 'remind zone UTC+2', 'remind zone UTC+2', 'Africa/Cairo'],
    ['nothing yet', 'remind zone ', 'remind zone ', 'Europe/London'],
  ])('is chosen from several for %s, and nothing that was typed is lost', (_, typed, text, among) => {
    expect(textOf(typed)).toBe(text);
    expect(choicesOf(typed)?.length).toBeGreaterThan(1);
    if (among !== undefined) expect(choicesOf(typed)).toContain(among);
  });

  test('by the whole of its name is that zone, for all of them', () => {
    const lost = allZones().filter((zone) => {
      const found = completed(`remind zone ${zone}`, beside());
      // A name without a place becomes the place it stands for.
      return found === undefined || (zone.includes('/') && !found.choices.includes(zone));
    });
    expect(lost).toEqual([]);
  });

  test('alone is completed where the card asks which one', () => {
    expect(textOf('kolk', 'remind zone Asia/Kolkata', 'remind zone Asia/Jerusalem')).toBe('Asia/Kolkata');
    expect(textOf('kolk')).toBeUndefined();
  });
});

describe('everything else', () => {
  test.each([
    ['an answer', 'We work in the zone Eur'],
    ['an answer that begins like a command', 'Remind customers in zone ber'],
    ['what is told of an interview', 'remind asked they spoke of the zone Ber'],
    ['a zone that is none', 'remind zone xyzzy'],
    ['words that no card has', 'I wr'],
    ['nothing', ''],
    ['blanks', '   '],
  ])('is not completed: %s', (_, typed) => {
    expect(completed(typed, beside('next', 'skip'))).toBeUndefined();
  });

  test('but a word of the card or of the coach is', () => {
    expect(textOf('rem')).toBe('remind');
    expect(textOf('NE', 'next', 'skip')).toBe('next');
    expect(completed('st', beside('story', 'stop'))).toEqual({
      text: 'sto',
      choices: ['story', 'stop', 'stories'],
    });
  });
});

test('of many names a few are shown, within the width, and the number of the rest', () => {
  const shown = showOffered(allZones(), 40);
  expect(shown).toMatch(/and \d+ more\n$/);
  for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  expect(showOffered(['Asia/Kolkata', 'Asia/Jerusalem'], 40)).toBe('Asia/Kolkata  Asia/Jerusalem\n');
});
