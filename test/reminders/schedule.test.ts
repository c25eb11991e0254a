import { describe, expect, test } from 'vitest';
import { runLine } from '../cli/stub-app.ts';

const FROM = ['--from', '2027-03-10T00:00:00Z'];
const NEW_YORK = ['--tz', 'America/New_York', ...FROM];
const instantsOf = (out: string): string[] => JSON.parse(out).instants;

describe('coach schedule', () => {
  test('prints instants of whole seconds as JSON, 8:30 on both sides of the change', async () => {
    const { code, out } = await runLine(['schedule', 'weekdays 8:30', ...NEW_YORK, '--count', '4', '--json']);
    expect(code).toBe(0);
    expect(out).toBe(
      '{"instants":["2027-03-10T13:30:00Z","2027-03-11T13:30:00Z","2027-03-12T13:30:00Z","2027-03-15T12:30:00Z"]}\n',
    );
  });

  test('without --json says weekday, date, time and zone beside each instant', async () => {
    const { out } = await runLine(['schedule', 'weekdays 8:30', ...NEW_YORK, '--count', '1']);
    expect(out).toBe('Wednesday 10 March 2027, 8:30 (America/New_York)  2027-03-10T13:30:00Z\n');
  });

  test("counts ten from now in the process's zone where nothing else is said", async () => {
    const parts = { now: () => new Date('2027-06-01T12:00:00.123Z'), zone: 'Asia/Kolkata' };
    const { out } = await runLine(['schedule', 'every day 9:00', '--json'], parts);
    expect(instantsOf(out)).toHaveLength(10);
    expect(instantsOf(out)[0]).toBe('2027-06-02T03:30:00Z');
  });

  test('reads words without quotation marks too', async () => {
    const quoted = await runLine(['schedule', 'every day 9:00', ...NEW_YORK, '--json']);
    expect(await runLine(['schedule', 'every', 'day', '9:00', ...NEW_YORK, '--json'])).toEqual(quoted);
  });

  test('moves what recurs to the end of quiet hours, where they are given', async () => {
    const line = ['schedule', 'every day 22:00', ...NEW_YORK, '--count', '1', '--json'];
    expect(instantsOf((await runLine(line)).out)).toEqual(['2027-03-10T03:00:00Z']);
    expect(instantsOf((await runLine([...line, '--quiet', 'none'])).out)).toEqual(['2027-03-10T03:00:00Z']);
    expect(instantsOf((await runLine([...line, '--quiet', '21:00-8:00'])).out)).toEqual([
      '2027-03-10T13:00:00Z',
    ]);
  });

  test('gives a single moment once, in quiet hours too', async () => {
    const line = ['schedule', 'in 2 hours', ...NEW_YORK, '--json', '--quiet', '20:00-8:00'];
    expect(instantsOf((await runLine(line)).out)).toEqual(['2027-03-10T02:00:00Z']);
  });

  test('counts a step of an interview at --from itself, as it counts what recurs', async () => {
    const line = [
      'schedule',
      'interview on 2027-03-16',
      '--tz',
      'UTC',
      '--from',
      '2027-03-15T18:00:00Z',
      '--json',
    ];
    expect(instantsOf((await runLine(line)).out)).toEqual(['2027-03-15T18:00:00Z', '2027-03-17T18:00:00Z']);
    const daily = ['schedule', 'every day 18:00', ...line.slice(2), '--count', '1'];
    expect(instantsOf((await runLine(daily)).out)).toEqual(['2027-03-15T18:00:00Z']);
  });

  test('a zone in the words goes before --tz', async () => {
    const line = ['schedule', 'every day 9:00 Asia/Tokyo', ...NEW_YORK, '--count', '1'];
    expect((await runLine(line)).out).toBe(
      'Wednesday 10 March 2027, 9:00 (Asia/Tokyo)  2027-03-10T00:00:00Z\n',
    );
  });

  test('takes a zone behind the words, as remind does', async () => {
    const line = ['schedule', 'weekdays 8:30 zone Europe/Berlin', ...FROM, '--count', '1'];
    const berlin = 'Wednesday 10 March 2027, 8:30 (Europe/Berlin)  2027-03-10T07:30:00Z\n';
    expect((await runLine(line)).out).toBe(berlin);
    expect((await runLine([...line, '--tz', 'Europe/Berlin'])).out).toBe(berlin);
    const kolkata = ['schedule', 'every day 9:00 zone Asia/Kolkata', ...FROM, '--tz', 'Asia/Calcutta'];
    expect((await runLine([...kolkata, '--count', '1', '--json'])).out).toContain('2027-03-10T03:30:00Z');
  });

  test('refuses two zones that differ, and asks back with the zone that was named', async () => {
    const two = await runLine(['schedule', 'weekdays 8:30 zone Europe/Berlin', ...NEW_YORK]);
    expect(two).toMatchObject({ code: 1, out: '', faults: [] });
    expect(two.err).toContain('The words name the zone Europe/Berlin, and --tz names America/New_York.');
    const asked = await runLine(['schedule', '03/04/2027 9:00 zone Europe/Berlin', ...FROM]);
    expect(asked.err).toContain('coach schedule "2027-04-03 09:00 zone Europe/Berlin"');
    const several = await runLine(['schedule', 'weekdays 8:30 zone IST', ...FROM]);
    expect(several.err).toContain('coach schedule "weekdays 8:30 zone Asia/Kolkata"');
  });

  test('reads a day that ends with a dot', async () => {
    const { code, err } = await runLine(['schedule', '5.12.', ...NEW_YORK]);
    expect(code).toBe(1);
    expect(err).toContain('At what time on Sunday 5 December 2027?');
  });

  test('takes older and newer names of a zone, in any letters', async () => {
    for (const tz of ['Asia/Kolkata', 'Asia/Calcutta', 'asia/kolkata']) {
      const { out } = await runLine([
        ...['schedule', 'every day 9:00', '--tz', tz, ...FROM, '--count', '1', '--json'],
      ]);
      expect(instantsOf(out)).toEqual(['2027-03-10T03:30:00Z']);
    }
    for (const tz of ['UTC', 'GMT', 'Japan', 'GB', 'CET', 'Europe/Kyiv', 'Etc/GMT+2'])
      expect((await runLine(['schedule', 'every day 9:00', '--tz', tz, ...FROM])).code, tz).toBe(0);
  });

  test('gives ten thousand, and none twice', async () => {
    const { out } = await runLine(['schedule', 'every day 2:30', ...NEW_YORK, '--count', '10000', '--json']);
    expect(new Set(instantsOf(out)).size).toBe(10_000);
  });

  test.each([
    ['a zone that is none', ['--tz', 'Nowhere/Land'], 'Europe/Berlin'],
    ['an offset', ['--tz', 'GMT+2'], '--tz Africa/'],
    ['letters that leave out summer time', ['--tz', 'EST'], 'America/New_York'],
    ['letters that mean several zones', ['--tz', 'IST'], 'Asia/Kolkata'],
    ['a day without an offset', ['--from', '2027-03-10'], '2027-03-10T00:00:00Z'],
    ['a day that does not exist', ['--from', '2027-02-30T00:00:00Z'], '2027-03-10T00:00:00Z'],
    ['a day beyond the calendar', ['--from', '+275760-09-13T00:00:00Z'], '2027-03-10T00:00:00Z'],
    ['a count of none', ['--count', '0'], '1 to 10000'],
    ['a count of too many', ['--count', '10001'], '1 to 10000'],
    ['a count that is no number', ['--count', 'ten'], '1 to 10000'],
    ['quiet hours that are none', ['--quiet', '25:00-8:00'], '21:00-8:00'],
    ['quiet hours that may be two', ['--quiet', '10-7'], '--quiet 22:00-07:00'],
  ])('refuses %s and says what to type', async (_, options, hint) => {
    const { code, out, err, faults } = await runLine(['schedule', 'weekdays 8:30', ...options]);
    expect({ code, out, faults }).toEqual({ code: 1, out: '', faults: [] });
    expect(err).toContain(hint);
  });

  test.each([
    ['03/04/2027 9:00', 'two people read it differently'],
    ['30 February 2028 9:00', 'it does not exist'],
    ['purple elephants', 'it is no time'],
  ])('asks back or refuses "%s", since %s, with lines to type', async (words) => {
    const { code, out, err, faults } = await runLine(['schedule', words, ...NEW_YORK]);
    expect({ code, out, faults }).toEqual({ code: 1, out: '', faults: [] });
    const [, line = ''] = /coach schedule "([^"]+)"/u.exec(err) ?? [];
    expect((await runLine(['schedule', line, ...NEW_YORK])).code).toBe(0);
  });
});
