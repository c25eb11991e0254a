import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk } from '../../../adapters/discord/desk.ts';
import { createRest } from '../../../adapters/discord/gateway/rest.ts';
import { inChannel } from '../../../adapters/discord/listeners/said-directly.ts';
import { coachLines } from '../../../adapters/discord/render/coach-lines.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';

const ADA = '4444444444444444441';
let discord: FakeDiscord;
beforeAll(async () => {
  discord = await startFakeDiscord();
  discord.user(ADA);
});
afterAll(async () => {
  expect(discord.violations).toEqual([]);
  await discord.close();
});

test('two processes that heard the same message answer it once, and another message for itself', async () => {
  const processes = [1, 2].map(() => {
    const rest = createRest({ token: discord.botToken, apiUrl: discord.apiUrl });
    return { rest, log: () => undefined } as unknown as Desk;
  });
  const dm = discord.dmOf(ADA);
  const lines = [coachLines(['Nothing of yours is kept here.']), coachLines(['To begin anew:'])];
  for (const desk of processes) expect(await inChannel(desk, dm, lines, 'message-1')).toBe(true);
  expect(discord.messages(dm)).toHaveLength(2);
  const [desk] = processes;
  if (desk !== undefined) await inChannel(desk, dm, lines.slice(0, 1), 'message-2');
  expect(discord.messages(dm)).toHaveLength(3);
  for (const { rest } of processes) {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
});
