import { expect, test } from 'vitest';
import { isDiscordFileUrl } from '../../../adapters/discord/receive/file-hosts.ts';
import { isTextFile } from '../../../adapters/discord/receive/files.ts';

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
