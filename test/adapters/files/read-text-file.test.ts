import { describe, expect, test } from 'vitest';
import { readEach } from '../../../adapters/files/read-each.ts';
import { type FileHost, readTextFile } from '../../../adapters/files/read-text-file.ts';
import { type Handler, plain, sendsOn, serveFiles } from './file-server.ts';

const TOKEN = 'Bearer xoxb-1';

/** A server whose files are the platform's own, and the platform as the reader knows it. */
async function platform(handler: Handler, more: Partial<FileHost> = {}) {
  const { origin, asked } = await serveFiles(handler);
  const isOwn = (url: string) => new URL(url).origin === origin;
  const host: FileHost = { platform: 'slack', isOwn, headers: { authorization: TOKEN }, ...more };
  return { origin, asked, host };
}

describe('a text file that lies with the platform', () => {
  test('is read to the last character, with the headers of the platform', async () => {
    const { origin, asked, host } = await platform(plain('\uFEFFI never got it — in writing.\r\n👩🏽‍🍳'));
    const read = await readTextFile({ url: `${origin}/files/F1` }, host);
    expect(read).toEqual({ text: 'I never got it — in writing.\r\n👩🏽‍🍳' });
    expect(asked).toEqual([{ path: '/files/F1', token: TOKEN }]);
  });

  test('is read where the platform sends on to another address of its own', async () => {
    const { origin, asked, host } = await platform((request, response) => {
      (request.url === '/a' ? sendsOn('/b') : plain('words'))(request, response);
    });
    expect(await readTextFile({ url: `${origin}/a` }, host)).toEqual({ text: 'words' });
    expect(asked.map(({ path }) => path)).toEqual(['/a', '/b']);
  });

  test('is not read from elsewhere, also when the platform sends on to it, and no header goes there', async () => {
    const inside = await serveFiles(plain('secret'));
    const { origin, host } = await platform(sendsOn(`${inside.origin}/latest/meta-data`));
    expect(await readTextFile({ url: `${inside.origin}/x` }, host)).toEqual({ unread: 'elsewhere' });
    expect(await readTextFile({ url: `${origin}/a` }, host)).toEqual({ unread: 'elsewhere' });
    expect(inside.asked).toEqual([]);
  });

  test('is not read in a circle', async () => {
    const { origin, asked, host } = await platform(sendsOn('/again'));
    expect(await readTextFile({ url: `${origin}/a` }, host)).toEqual({ unread: 'refused' });
    expect(asked).toHaveLength(4);
  });

  test('is not read where what comes in its place is a refusal', async () => {
    const isRefusal = (answer: Response) => answer.headers.has('x-log-in');
    const { origin, host } = await platform((_, response) => {
      response.writeHead(200, { 'x-log-in': '1' }).end('Sign in');
    });
    expect(await readTextFile({ url: `${origin}/a` }, { ...host, isRefusal })).toEqual({ unread: 'refused' });
    expect(await readTextFile({ url: `${origin}/a` }, host)).toEqual({ text: 'Sign in' });
  });

  test('is not asked for where it has no address', async () => {
    const { asked, host } = await platform(plain('words'));
    expect(await readTextFile({}, host)).toEqual({ unread: 'refused' });
    expect(asked).toEqual([]);
  });

  test.each([401, 403, 404, 410])('is not read where the platform answers %i', async (status) => {
    const { origin, host } = await platform(plain('no', status));
    expect(await readTextFile({ url: `${origin}/a` }, host)).toEqual({ unread: 'refused' });
  });

  test.each([
    ['a picture named as a text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])],
    ['a text with NUL in it', Buffer.from('a\0b')],
  ])('is not read when it is %s', async (_, bytes) => {
    const { origin, host } = await platform(plain(bytes));
    expect(await readTextFile({ url: `${origin}/a` }, host)).toEqual({ unread: 'not-text' });
  });

  test('is not read when it is too long, whatever is said of its size', async () => {
    const { origin, asked, host } = await platform(plain('x'.repeat(5_000)));
    const url = `${origin}/a`;
    const tooLong = { unread: 'too-long' };
    expect(await readTextFile({ url, size: 10 }, host, { maxBytes: 4_999 })).toEqual(tooLong);
    expect(asked).toHaveLength(1);
    expect(await readTextFile({ url, size: 5_000 }, host, { maxBytes: 4_999 })).toEqual(tooLong);
    expect(asked).toHaveLength(1);
    expect(await readTextFile({ url }, host, { maxBytes: 5_000 })).toHaveProperty('text');
  });

  test.each([408, 500, 503])('may be asked for again where the platform answers %i', async (status) => {
    const { origin, host } = await platform(plain('', status));
    const reading = readTextFile({ url: `${origin}/a` }, host);
    await expect(reading).rejects.toMatchObject({ name: 'PlatformError', code: `file-${status}` });
  });

  test('may be asked for again after the time that the platform names', async () => {
    const { origin, host } = await platform((_, response) => {
      response.writeHead(429, { 'retry-after': '7' }).end();
    });
    const reading = readTextFile({ url: `${origin}/a` }, host);
    await expect(reading).rejects.toMatchObject({ code: 'file-429', retryAfterMs: 7_000 });
  });

  test('that begins and never ends is given up, and its address is in no error', async () => {
    const { origin, host } = await platform((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('half of');
    });
    const reading = readTextFile({ url: `${origin}/my-secret` }, host, { timeoutMs: 100 });
    const error = await reading.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'PlatformError', platform: 'slack' });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('my-secret');
  });
});

test('of several files the texts and the names of the unread keep their order, whichever is there first', async () => {
  const reads = {
    a: new Promise<{ text: string }>((resolve) => setImmediate(() => resolve({ text: 'one' }))),
    b: Promise.resolve({ unread: 'refused' as const }),
    c: Promise.resolve({ text: 'two' }),
    d: Promise.resolve({ unread: 'not-text' as const }),
  };
  const files = (['a', 'b', 'c', 'd'] as const).map((name) => ({ name }));
  expect(await readEach(files, ({ name }) => reads[name])).toEqual({
    texts: ['one', 'two'],
    unread: ['b', 'd'],
  });
});
