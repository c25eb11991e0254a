import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonExport } from '../../src/coach/export.ts';
import { ConfigError, PersonError } from '../../src/errors.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { runCoach } from '../support/run-coach.ts';
import { runLine } from './stub-app.ts';

const LOCAL = { platform: 'terminal', scope: 'local', userId: 'local' };
const EXPORTED: PersonExport = {
  person: 'slack:T1:U1',
  exportedAt: '2026-11-26T09:00:00.000Z',
  settings: { tone: 'gentle' },
  reminders: null,
  practices: [],
  wakes: [],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comeback-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a command line', () => {
  test('hands each command to the product and ends with its code', async () => {
    expect(await runLine(['start'])).toMatchObject({ code: 2, asked: [['start']] });
    expect(await runLine(['practice'])).toMatchObject({ code: 0, asked: [['practice']] });
    expect(await runLine(['history'])).toMatchObject({ code: 0, asked: [['history', LOCAL, undefined]] });
    expect(await runLine(['history', '2'])).toMatchObject({ code: 0, asked: [['history', LOCAL, 2]] });
    expect(await runLine(['progress'])).toMatchObject({
      code: 0,
      asked: [['progress', LOCAL]],
      out: 'a card',
    });
    expect(await runLine(['show', '12'])).toMatchObject({
      code: 0,
      asked: [['show', LOCAL, 12]],
      out: 'a card',
    });
    expect(await runLine(['migrate'])).toMatchObject({
      code: 0,
      asked: [['migrate']],
      out: 'The schema is up to date.\n',
    });
    expect(await runLine(['delete', '--yes'])).toMatchObject({ code: 0, asked: [['delete', LOCAL]] });
  });

  test.each(['history', 'show', 'progress', 'export', 'delete'])(
    '%s serves the person an operator names',
    async (command) => {
      const more =
        { history: [], progress: [], show: ['1'], export: ['--json'], delete: ['--yes'] }[command] ?? [];
      const { asked } = await runLine([command, ...more, '--person', 'slack:T024BE7LD:U2147483697']);
      expect(asked[0]?.[1]).toEqual({ platform: 'slack', scope: 'T024BE7LD', userId: 'U2147483697' });
    },
  );

  test.each([
    [['history', '--person', 'ada'], /Expected PLATFORM:SCOPE:USER, got "ada"\. Example: /],
    [
      ['history', 'older'],
      /Expected the number of a page, got "older"\. Example: npm run coach -- history 2/,
    ],
    [['show', 'two'], /Expected a number from the history, got "two"\. Example: npm run coach -- show 2/],
    [['show'], /missing required argument 'number'/],
    [['shwo', '1'], /unknown command 'shwo'/],
    [['history', '--persn', 'x'], /unknown option '--persn'/],
    [['export'], /Nothing is held about terminal:local:local\./],
  ])('%j says what was wrong, asks nothing of the product, and ends with 1', async (args, wrong) => {
    const { code, err, asked, faults } = await runLine(args);
    expect(err).toMatch(wrong);
    expect(code).toBe(1);
    expect(asked.filter(([name]) => name !== 'export')).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each([
    'start',
    'practice',
    'critique',
    'history',
    'show',
    'progress',
    'export',
    'delete',
    'migrate',
    'doctor',
    'discord',
    'discord register',
  ])('%s --help explains itself and ends with 0', async (command) => {
    const { code, out, asked } = await runLine([...command.split(' '), '--help']);
    expect(out).toMatch(new RegExp(`^Usage: coach ${command}`));
    expect(out.split('\n').length).toBeGreaterThan(3);
    expect({ code, asked }).toEqual({ code: 0, asked: [] });
  });

  test('--help lists every command', async () => {
    const { code, out } = await runLine(['--help']);
    for (const command of [
      'start',
      'practice',
      'critique',
      'history',
      'show',
      'progress',
      'export',
      'delete',
      'migrate',
      'doctor',
      'discord',
    ])
      expect(out).toMatch(new RegExp(`^ {2}${command}`, 'm'));
    expect(code).toBe(0);
  });
});

describe('discord register', () => {
  test('says of each command what was done, and ends with 0', async () => {
    const changes = [
      { name: 'practice-failure', outcome: 'changed' },
      { name: 'Critique this answer', outcome: 'unchanged' },
    ] as const;
    const asked: boolean[] = [];
    const ran = await runLine(['discord', 'register'], {
      registerDiscord: async (isDry) => {
        asked.push(isDry);
        return changes;
      },
    });
    expect(ran).toMatchObject({
      code: 0,
      out: 'practice-failure: changed\nCritique this answer: unchanged\n',
    });
    expect(asked).toEqual([false]);
  });

  test('with --dry-run says what it would do', async () => {
    const asked: boolean[] = [];
    const { out, code } = await runLine(['discord', 'register', '--dry-run'], {
      registerDiscord: async (isDry) => {
        asked.push(isDry);
        return [
          { name: 'practice-failure', outcome: 'created' },
          { name: 'failure', outcome: 'removed' },
          { name: 'Critique this answer', outcome: 'unchanged' },
        ];
      },
    });
    expect(out.split('\n')).toEqual([
      'practice-failure: would be created',
      'failure: would be removed',
      'Critique this answer: unchanged',
      '',
    ]);
    expect({ code, asked }).toEqual({ code: 0, asked: [true] });
  });

  test('ends with 1 where one was not done, with what to do', async () => {
    const cure = 'Discord takes more in 60 s: run this again then.';
    const ran = await runLine(['discord', 'register'], {
      registerDiscord: async () => [{ name: 'practice-failure', outcome: 'not done', cure }],
    });
    expect(ran).toMatchObject({ code: 1, out: `practice-failure: not done. ${cure}\n`, faults: [] });
  });
});

describe('an error', () => {
  test('that a person or an operator can mend is shown as it is', async () => {
    for (const error of [
      new PersonError('x', 'Send it in two parts.'),
      new ConfigError('REDIS_URL', 'is wrong.'),
    ]) {
      const { code, err, faults } = await runLine(['migrate'], { migrate: () => Promise.reject(error) });
      expect({ code, err, faults }).toEqual({ code: 1, err: `${error.message}\n`, faults: [] });
    }
  });

  test('that nobody expected is noted, and only its id in the log is shown', async () => {
    const error = new Error('I agreed the room by phone');
    const { code, err, faults } = await runLine(['history'], { history: () => Promise.reject(error) });
    expect(err).toContain('f00d');
    expect(err).not.toContain('room');
    expect({ code, faults }).toEqual({ code: 1, faults: [error] });
  });
});

describe('export', () => {
  test('writes Markdown and JSON for their owner’s eyes, and names the files', async () => {
    const { code, out } = await runLine(
      ['export', '--out', join(folder, 'a', 'b'), '--person', 'slack:T1:U1'],
      {
        export: async () => EXPORTED,
      },
    );
    expect(code).toBe(0);
    const files = out.trim().split('\n');
    expect(files.map((file) => file.replace(folder, ''))).toEqual([
      '/a/b/comeback-slack-T1-U1.json',
      '/a/b/comeback-slack-T1-U1.md',
    ]);
    expect(JSON.parse(await readFile(files[0] ?? '', 'utf8'))).toEqual(EXPORTED);
    expect(await readFile(files[1] ?? '', 'utf8')).toContain('# Everything held about slack:T1:U1');
    for (const file of files) expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('an export again over an older one that others could read closes it to them', async () => {
    const file = join(folder, 'comeback-terminal-local-local.json');
    await writeFile(file, 'old', { mode: 0o644 });
    await runLine(['export', '--out', folder], { export: async () => EXPORTED });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('--json prints it and writes nothing', async () => {
    const { out } = await runLine(['export', '--json'], { export: async () => EXPORTED });
    expect(JSON.parse(out)).toEqual(EXPORTED);
  });

  test('--json beside --out is refused, with what to type for either, and nothing is asked or written', async () => {
    const { code, out, err, asked } = await runLine(['export', '--json', '--out', folder]);
    expect(err).toContain('--json prints and writes no file, so it does not go with --out.');
    expect(err).toContain('npm run --silent coach -- export --json > FILE');
    expect({ code, out, asked }).toEqual({ code: 1, out: '', asked: [] });
    expect(await readdir(folder)).toEqual([]);
  });

  test('--out that names a file says so', async () => {
    const file = join(folder, 'mine.json');
    await writeFile(file, 'mine');
    const { code, err } = await runLine(['export', '--out', file], { export: async () => EXPORTED });
    expect(code).toBe(1);
    expect(err).toContain(`${file} is a file, not a folder. Name a folder that you may write, with --out.`);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });
});

test('delete asks first, and without a yes nothing is deleted and no database is opened', async () => {
  const home = join(folder, 'home');
  const { code, err } = await runCoach(['delete'], { COACH_HOME: home }, 'no\n');
  expect(code).toBe(1);
  expect(err).toMatch(
    /for good\. Type "delete" to go on: .*Nothing was deleted\..*npm run coach -- delete --yes/s,
  );
  expect((await readdir(home)).filter((name) => name !== 'coach.log')).toEqual([]);
}, 60_000);

describe('doctor', () => {
  test('says what is well and what to mend, and ends with 1 where something is ill', async () => {
    const findings = [
      { what: 'Node.js', state: 'well', says: '20.20.2' },
      { what: 'Queue', state: 'ill', says: 'Redis cannot be reached.', cure: 'Check REDIS_URL.' },
    ] as const;
    const ill = await runLine(['doctor'], { doctor: async () => findings });
    expect(ill).toMatchObject({
      code: 1,
      out: 'ok   Node.js: 20.20.2\nILL  Queue: Redis cannot be reached. Check REDIS_URL.\n',
    });
    expect((await runLine(['doctor'], { doctor: async () => findings.slice(0, 1) })).code).toBe(0);
  });
});

describe('critique', () => {
  test('does not score a story of distress, on the command line neither', async () => {
    const file = join(folder, 'hard.txt');
    await writeFile(file, 'I was fired after my breakdown and I still cannot talk about it.');
    const env = { COACH_HOME: join(folder, 'none') };
    const [plain, json] = await Promise.all([
      runCoach(['critique', file], env),
      runCoach(['critique', file, '--json'], env),
    ]);
    expect([plain.code, json.code]).toEqual([2, 2]);
    expect(plain.out).toContain('I do not score a story like this');
    expect(JSON.parse(json.out)).toEqual({ notScored: true });
  }, 60_000);

  test('answers words of despair with where help is to be had', async () => {
    const file = join(folder, 'despair.txt');
    await writeFile(file, 'I lost the contract. Since then I do not want to live anymore.');
    const hard = { judgement: undefined, guide: catalog.default, isHard: true };
    const run = await runLine(['critique', file], { critique: async () => hard });
    expect(run).toMatchObject({ code: 2 });
    expect(run.out).toContain('findahelpline.com');
    expect(run.out).not.toContain('score');
  });

  test('refuses a file that is not there and a text that is too long, with what to do', async () => {
    const missing = await runLine(['critique', join(folder, 'none.txt')]);
    expect(missing).toMatchObject({ code: 1, faults: [] });
    expect(missing.err).toMatch(
      /none\.txt cannot be read \(ENOENT\)\. Name a text file, or - for standard input\./,
    );
    await writeFile(join(folder, 'long.txt'), 'word '.repeat(8_001));
    const long = await runLine(['critique', join(folder, 'long.txt')]);
    expect(long).toMatchObject({ code: 1, faults: [] });
    expect(long.err).toContain('I can read up to 40000');
  });

  test('end to end: judges a file, and standard input as JSON; no database, nothing stored', async () => {
    const file = join(folder, 'answer.txt');
    const home = join(folder, 'home');
    await writeFile(
      file,
      'Two years ago I agreed the room for our customer day by phone and never got it in writing. The hotel told me it was double booked. I found a smaller place the same day and rang sales myself. I learned to ask for it in writing. Last March I did that with the fair.',
    );
    const env = { COACH_HOME: home };
    const [shown, printed, unread] = await Promise.all([
      runCoach(['critique', file, '--role', 'event manager'], env),
      runCoach(['critique', '-', '--json'], env, await readFile(file, 'utf8')),
      runCoach(['critique', '-'], env, 'ok'),
    ]);
    expect(shown).toMatchObject({ code: 0, err: '' });
    for (const label of ['KEEP', 'STEPS', 'LENGTH', 'NEXT']) expect(shown.out).toContain(label);
    expect(printed).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(printed.out)).toMatchObject({
      critic: 'rubric',
      version: expect.stringMatching(/^rubric-/),
    });
    expect(unread.code).toBe(2);
    expect(unread.out.trim()).not.toBe('');
    expect((await readdir(home)).filter((name) => name !== 'coach.log')).toEqual([]);
    expect(await readFile(join(home, 'coach.log'), 'utf8')).not.toContain('room');
  }, 60_000);
});
