import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startFakeDiscord } from '../../fakes/discord/fake-discord.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ADA = '4444444444444444441';

/** In a process of its own: which of two libraries is there first, its HTTP client serves both. */
const SENDS = `
await import('@slack/socket-mode');
const { Routes } = await import('discord.js');
const { createRest } = await import('./adapters/discord/gateway/rest.ts');
const rest = createRest({ token: process.env.TOKEN, apiUrl: process.env.API });
await rest.post(Routes.channelMessages(process.env.CHANNEL), {
  body: { content: 'Your files.', allowed_mentions: { parse: [] } },
  files: [{ name: 'history.md', data: Buffer.from('# All of it') }],
});
process.exit(0);
`;

test('a file reaches Discord where Slack is served by the same process', async () => {
  const discord = await startFakeDiscord();
  discord.user(ADA);
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', SENDS], {
    cwd: ROOT,
    env: { ...process.env, TOKEN: discord.botToken, API: discord.apiUrl, CHANNEL: discord.dmOf(ADA) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, said]).toEqual([0, '']);
  const [message] = discord.messages(discord.dmOf(ADA));
  expect(message?.attachments.map(({ filename }) => filename)).toEqual(['history.md']);
  expect(discord.violations).toEqual([]);
  await discord.close();
}, 30_000);
