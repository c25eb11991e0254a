import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, PlatformError } from '../src/errors.ts';
import { openLog } from '../src/log.ts';

const WORDS = 'I agreed the room by phone';
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comeback-log-'));
  file = join(folder, 'deep', 'coach.log');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function lines(text: string): Record<string, unknown>[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('a fault', () => {
  test.each([
    ['an error', new Error(WORDS)],
    [
      'an error of several lines',
      new Error(`failed\n    at ${WORDS}\n    at the (customer.ts:1:2)\n${WORDS}`),
    ],
    ['an error whose message is in its stack twice', new TypeError(`TypeError: ${WORDS}`)],
    ['a cause', new Error('outer', { cause: new Error(WORDS) })],
    ['a platform’s error', new PlatformError('slack', 'not_in_channel', { cause: new Error(WORDS) })],
    ['an error with a long list', Object.assign(new Error(WORDS), { errors: [WORDS], input: WORDS })],
    ['a text that was thrown', WORDS],
    ['an object that was thrown', { message: WORDS }],
    ['an error without a stack', Object.assign(new Error(WORDS), { stack: undefined })],
    [
      'an error whose stack is not its own',
      Object.assign(new Error('other'), { stack: `Error: ${WORDS}\n    at ${WORDS}` }),
    ],
  ])('of %s leaves its words out and an id to find it by', async (_, error) => {
    const log = openLog('info', file);
    const id = log.fault(error);
    log.flush();
    const written = await readFile(file, 'utf8');
    expect(written).not.toContain('room');
    expect(written).not.toContain('customer');
    expect(lines(written)).toMatchObject([{ id, msg: 'fault' }]);
  });

  test('keeps the code, the cause’s code and where it was thrown', async () => {
    const log = openLog('info', file);
    log.fault(new PlatformError('slack', 'not_in_channel', { cause: new ConfigError('PORT', 'is wrong.') }));
    log.flush();
    const [line] = lines(await readFile(file, 'utf8'));
    expect(line).toMatchObject({ code: 'not_in_channel', cause: 'config' });
    expect(JSON.stringify(line?.at)).toContain('log.test.ts');
  });
});

test('events are written with their fields, those below the level are not', async () => {
  const log = openLog('info', file);
  log.log('effect-dead', { key: 'e-1', attempts: 3 });
  log.flush();
  expect(lines(await readFile(file, 'utf8'))).toMatchObject([
    { msg: 'effect-dead', key: 'e-1', attempts: 3 },
  ]);
  const quiet = openLog('error', join(folder, 'quiet.log'));
  quiet.log('effect-dead');
  quiet.flush();
  expect(await readFile(join(folder, 'quiet.log'), 'utf8')).toBe('');
});

test('the file is for its owner’s eyes, and one that has grown too large is begun anew', async () => {
  openLog('info', file).flush();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await writeFile(file, 'old');
  await truncate(file, 6 * 1024 * 1024);
  const log = openLog('info', file);
  log.log('begun');
  log.flush();
  expect(lines(await readFile(file, 'utf8'))).toMatchObject([{ msg: 'begun' }]);
});
