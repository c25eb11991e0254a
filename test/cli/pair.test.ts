import { describe, expect, test } from 'vitest';
import { runLine } from './stub-app.ts';

const line = (words: string) => runLine(words.split(' '));

describe('coach pair', () => {
  test('prints groups, repeats and coverage as JSON', async () => {
    const { code, out, err, asked } = await line('pair --people 4 --sessions 4 --json');
    expect({ code, err, asked }).toEqual({ code: 0, err: '', asked: [] });
    expect(out).toBe(
      '{"sessions":[[["p1","p4"],["p2","p3"]],[["p1","p2"],["p3","p4"]],[["p1","p3"],["p2","p4"]],[["p1","p4"],["p2","p3"]]],"repeats":2,"coverage":1}\n',
    );
  });

  test('draws the same absences for the same seed, and others for another', async () => {
    const once = await line('pair --people 7 --sessions 12 --absent 0.2 --seed 1 --json');
    expect(await line('pair --people 7 --sessions 12 --absent 0.2 --seed 1 --json')).toEqual(once);
    expect((await line('pair --people 7 --sessions 12 --absent 0.2 --seed 2 --json')).out).not.toBe(once.out);
    expect(JSON.parse(once.out).sessions).toHaveLength(12);
  });

  test('never groups two who avoid each other, and does not count them as a pair that could meet', async () => {
    const { out } = await line('pair --people 4 --sessions 2 --avoid 1-2,4-3 --json');
    expect(JSON.parse(out)).toEqual({
      sessions: [
        [
          ['p1', 'p4'],
          ['p2', 'p3'],
        ],
        [
          ['p1', 'p3'],
          ['p2', 'p4'],
        ],
      ],
      repeats: 0,
      coverage: 1,
    });
  });

  test('gives an empty session where nobody is there, and a group of one where one is', async () => {
    const { out } = await line('pair --people 3 --sessions 2 --absent 1 --json');
    expect(out).toBe('{"sessions":[[],[]],"repeats":0,"coverage":0}\n');
    expect((await line('pair --people 1 --sessions 1 --json')).out).toBe(
      '{"sessions":[[["p1"]]],"repeats":0,"coverage":1}\n',
    );
  });

  test('without --json says who meets, who was away, and after how many sessions all have met', async () => {
    const { out } = await line('pair --people 4 --sessions 3');
    expect(out).toBe(
      [
        'Session 1  p1 + p4,  p2 + p3',
        'Session 2  p1 + p2,  p3 + p4',
        'Session 3  p1 + p3,  p2 + p4',
        '',
        'Nobody met the same partner twice. All who may meet had met after 3 sessions.',
        '',
      ].join('\n'),
    );
    expect((await line('pair --people 7 --sessions 2 --absent 0.3 --seed 2')).out).toMatch(
      / {3}away: p\d.*\n\n.* (\d+) of 21 pairs have met \(\d+ %\); not all yet\.\n$/s,
    );
    expect((await line('pair --people 2 --sessions 2 --absent 1')).out).toMatch(
      /Session 1 {2}nobody was there {3}away: p1, p2\n/,
    );
    expect((await line('pair --people 2 --sessions 1 --avoid 1-2')).out).toBe(
      'Session 1  p1 alone,  p2 alone\n\nNobody met the same partner twice. There are no two who may meet.\n',
    );
  });

  test.each([
    ['--people 0', '--people: "0" cannot be. Write a whole number from 1 to 2000, such as --people 7.'],
    ['--people 2001', '--people: "2001" cannot be.'],
    ['--people -3', '--people: "-3" cannot be.'],
    ['--sessions 1.5', '--sessions: "1.5" cannot be. Write a whole number from 1 to 1000'],
    ['--absent 20%', '--absent: "20%" cannot be. Write a number from 0 to 1, such as --absent 0.2'],
    ['--absent 1.1', '--absent: "1.1" cannot be.'],
    ['--seed x', '--seed: "x" cannot be. Write a whole number from 0 to 4294967295'],
    ['--avoid 1', '--avoid: "1" is no pair. Write people\'s numbers, such as --avoid 1-2,3-4.'],
    ['--avoid 1-2,', '--avoid: "" is no pair.'],
    ['--avoid 1-9', '--avoid: there is no person 9. With --people 5 their numbers are 1 to 5.'],
    ['--avoid 0-1', '--avoid: there is no person 0.'],
    ['--avoid 1-1', '--avoid: 1-1 is the same person twice.'],
  ])('says what to type instead of %s', async (option, wrong) => {
    const { code, out, err, faults } = await line(`pair --people 5 --sessions 2 ${option}`);
    expect(err).toContain(wrong);
    expect({ code, out, faults }).toEqual({ code: 1, out: '', faults: [] });
  });
});
