import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { runLine } from '../cli/stub-app.ts';
import { type Change, changesIn } from './luxon-oracle.ts';

/** Zones whose clocks change in 2027: gaps of half an hour, one and two hours, at midnight, in Ramadan, south and north. */
const ZONES = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/El_Aaiun',
  'America/Havana',
  'America/Los_Angeles',
  'America/New_York',
  'America/Nuuk',
  'America/Port-au-Prince',
  'America/Santiago',
  'America/Scoresbysund',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Jerusalem',
  'Atlantic/Azores',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Europe/Berlin',
  'Europe/Chisinau',
  'Europe/Dublin',
  'Europe/London',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Easter',
  'Pacific/Norfolk',
];

interface Row {
  readonly zone: string;
  readonly change: string;
  readonly wall: string;
  readonly coach: string;
  readonly luxon: string;
  /** The day before and the day after stand beside it: one a day, none twice. */
  readonly isDaily: boolean;
}

test('at every clock change of 2027, coach schedule prints what luxon answers for the time that is missing or doubled', {
  timeout: 60_000,
}, async () => {
  const rows: Row[] = [];
  for (const zone of ZONES) {
    const changes = changesIn(zone, 2027);
    expect(changes.length, zone).toBeGreaterThan(0);
    for (const change of changes) rows.push(await rowOf(zone, change));
  }
  console.log(asTable(rows));
  for (const { zone, wall, coach, luxon, isDaily } of rows)
    expect({ coach, isDaily }, `${zone} ${wall}`).toEqual({ coach: luxon, isDaily: true });
  expect(new Set(rows.map(({ zone }) => zone)).size).toBeGreaterThanOrEqual(20);
});

/** The middle of the gap or the fold, asked for every day, over the four days around it; the change's own is shown. */
async function rowOf(zone: string, change: Change): Promise<Row> {
  const { at, before, after } = change;
  const middle = (Math.min(before, after) + Math.abs(after - before) / 2) * 60_000;
  const wall = DateTime.fromMillis(at + middle, { zone: 'utc' }).startOf('minute');
  const from = wall.minus({ days: 2 }).startOf('day').toMillis() - 13 * 3_600_000;
  const ran = await runLine([
    ...['schedule', `every day ${wall.toFormat('HH:mm')}`, '--json', '--count', '6'],
    ...['--tz', zone, '--from', new Date(from).toISOString()],
  ]);
  expect(ran.err).toBe('');
  const ours: string[] = JSON.parse(ran.out).instants;
  const theirs = [-1, 0, 1].map((days) => luxonAt(wall.plus({ days }), zone));
  const first = ours.indexOf(theirs[0] ?? '');
  const [, coach = 'none', next] = ours.slice(Math.max(first, 0));
  return {
    zone,
    change: `${after > before ? 'gap ' : 'fold'} ${Math.abs(after - before)} min, ${new Date(at).toISOString().slice(0, 16)}Z`,
    wall: wall.toFormat('yyyy-MM-dd HH:mm'),
    coach,
    luxon: theirs[1] ?? 'none',
    isDaily: first >= 0 && next === theirs[2],
  };
}

/** Luxon's own reading of a wall time; of two, the first. */
function luxonAt({ year, month, day, hour, minute }: DateTime, zone: string): string {
  const [first] = DateTime.fromObject({ year, month, day, hour, minute }, { zone }).getPossibleOffsets();
  return first?.toUTC().toISO({ suppressMilliseconds: true }) ?? 'none';
}

function asTable(rows: readonly Row[]): string {
  const lines = [
    ['zone', 'change', 'every day at', 'coach schedule', 'luxon', ''],
    ...rows.map(({ zone, change, wall, coach, luxon }) => [
      zone,
      change,
      wall,
      coach,
      luxon,
      coach === luxon ? 'same' : 'DIFFERENT',
    ]),
  ];
  const widths = lines[0]?.map((_, n) => Math.max(...lines.map((line) => line[n]?.length ?? 0))) ?? [];
  return lines.map((line) => line.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  ')).join('\n');
}
