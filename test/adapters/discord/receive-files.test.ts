import { describe, expect, test } from 'vitest';
import { isDiscordFileUrl } from '../../../adapters/discord/receive/file-hosts.ts';
import { isTextFile, withFileTexts } from '../../../adapters/discord/receive/files.ts';
import { readFiles, readTextFile } from '../../../adapters/discord/receive/read-file.ts';
import { type Handler, plain, sendsOn, serveFiles } from '../files/file-server.ts';

async function serve(handler: Handler) {
  const { origin, asked } = await serveFiles(handler);
  return { origin, asked, options: { apiUrl: `${origin}/api` } };
}

const textFile = (url: string) => ({ name: 'a.txt', contentType: 'text/plain', url });

describe('a text file posted as the answer', () => {
  test('is read to the last character, and no token goes with it', async () => {
    const { origin, asked, options } = await serve(plain('\uFEFFI never got it — in writing.\r\n👩🏽‍🍳'));
    const read = await readTextFile(textFile(`${origin}/attachments/1`), options);
    expect(read).toEqual({ text: 'I never got it — in writing.\r\n👩🏽‍🍳' });
    expect(asked).toEqual([{ path: '/attachments/1', token: undefined }]);
  });

  test('is not read from a host that is not of Discord, also when Discord sends on to it', async () => {
    const inside = await serve(plain('secret'));
    const { origin, options } = await serve(sendsOn(`${inside.origin}/latest/meta-data`));
    expect(await readTextFile(textFile(`${inside.origin}/x`), options)).toEqual({ unread: 'elsewhere' });
    expect(await readTextFile(textFile(`${origin}/a`), options)).toEqual({ unread: 'elsewhere' });
    expect(inside.asked).toEqual([]);
  });

  test('is put behind the words beside it, and what was not read is named', async () => {
    const { origin, options } = await serve(plain('from the file'));
    const picture = { name: 'me.png', contentType: 'image/png', url: `${origin}/b` };
    const { texts, unread } = await readFiles([picture, textFile(`${origin}/a`)], options);
    expect({ texts, unread }).toEqual({ texts: ['from the file'], unread: ['me.png'] });
    expect(withFileTexts('beside', texts)).toBe('beside\n\nfrom the file');
    expect(withFileTexts('', texts)).toBe('from the file');
  });

  test('is asked for once more where Discord is briefly away, and then named', async () => {
    let failures = 1;
    const { origin, asked, options } = await serve((request, response) => {
      failures -= 1;
      plain('words', failures >= 0 ? 503 : 200)(request, response);
    });
    expect(await readFiles([textFile(`${origin}/a`)], options)).toEqual({ texts: ['words'], unread: [] });
    failures = 9;
    expect(await readFiles([textFile(`${origin}/a`)], options)).toEqual({ texts: [], unread: ['a.txt'] });
    expect(asked).toHaveLength(4);
  });
});

test.each([
  ['a plain text', { contentType: 'text/plain' }, true],
  ['a plain text with its charset', { contentType: 'text/plain; charset=utf-8' }, true],
  ['Markdown', { contentType: 'text/markdown' }, true],
  ['a file of which Discord does not know the kind, by its name', { name: 'Answer.MD' }, true],
  [
    'the same, called a stream of bytes',
    { name: 'answer.txt', contentType: 'application/octet-stream' },
    true,
  ],
  ['a picture with the name of a text', { name: 'answer.txt', contentType: 'image/png' }, false],
  ['a PDF', { contentType: 'application/pdf' }, false],
  ['a page', { contentType: 'text/html' }, false],
  ['one that Discord tells nothing of', {}, false],
])('%s is read or not: %o', (_, file, isRead) => {
  expect(isTextFile({ name: 'x', ...file })).toBe(isRead);
});

test.each([
  ['https://cdn.discordapp.com/attachments/1/2/a.txt?ex=1&is=2&hm=3', true],
  ['https://media.discordapp.net/attachments/1/2/a.txt', true],
  ['http://cdn.discordapp.com/x', false],
  ['https://cdn.discordapp.com:8443/x', false],
  ['https://me:pw@cdn.discordapp.com/x', false],
  ['https://cdn.discordapp.com@evil.example/x', false],
  ['https://evilcdn.discordapp.com/x', false],
  ['https://cdn.discordapp.com.evil.example/x', false],
  ['https://discord.com/x', false],
  ['http://169.254.169.254/latest', false],
  ['http://127.0.0.1:9999/x', false],
  ['http://127.0.0.1:7777/attachments/x', true],
  ['file:///etc/passwd', false],
  ['not a url', false],
])('a file is fetched from %s: %o', (url, goes) => {
  expect(isDiscordFileUrl(url, 'http://127.0.0.1:7777/api')).toBe(goes);
});
