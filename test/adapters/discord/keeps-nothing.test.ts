import { Client, Collection } from 'discord.js';
import { expect, test, vi } from 'vitest';
import { createGateway } from '../../../adapters/discord/gateway/gateway.ts';
import { startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { PARENT, SERVER } from './performing.ts';

const ADA = '4444444444444444551';
const WORDS = ['Zwergkanarienvogel', 'Rostbratwurst', 'Donaudampfschiff'];

/** What a client keeps of what Discord told it, wherever that hangs. */
function keptIn(client: Client): string[] {
  const kept: string[] = [];
  const seen = new Set<unknown>();
  const look = (value: unknown, path: string, depth: number): void => {
    if (typeof value === 'string' && WORDS.some((word) => value.includes(word))) kept.push(path);
    if (typeof value !== 'object' || value === null || depth > 9 || seen.has(value)) return;
    seen.add(value);
    // A manager's cache is a getter: it is not among its entries.
    if ('cache' in value && value.cache instanceof Collection) {
      if (value.cache.size > 0) kept.push(`${path}.cache`);
      look(value.cache, `${path}.cache`, depth + 1);
    }
    const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
    for (const [key, inner] of entries) look(inner, `${path}.${String(key)}`, depth + 1);
  };
  look(client, 'client', 0);
  return kept;
}

test('discord.js keeps nothing of what people write, press, change or delete', async () => {
  const logIn = vi.spyOn(Client.prototype, 'login');
  const discord = await startFakeDiscord({ contentIntent: true });
  const gateway = createGateway({
    token: discord.botToken,
    apiUrl: discord.apiUrl,
    log: () => undefined,
    now: Date.now,
  });
  const told: string[] = [];
  try {
    await gateway.whoIsBot();
    await gateway.start({
      message: (kind) => void told.push(kind),
      deleted: () => void told.push('deleted'),
      interaction: () => void told.push('interaction'),
      newSession: () => void told.push('session'),
    });
    const ada = discord.user(ADA, { name: 'Ada' });
    discord.guild(SERVER, { channels: [PARENT] });
    const said = await ada.says(WORDS[0] ?? '');
    await ada.says(WORDS[1] ?? '', { channel: PARENT });
    await ada.edits(said.id, WORDS[2] ?? '');
    void ada.slash('practice-failure', { sub: 'start', options: { role: WORDS[0] ?? '' }, in: PARENT });
    await ada.deletes(said.id);
    const kinds = ['create', 'update', 'interaction', 'deleted'];
    await discord.until(() => kinds.every((kind) => told.includes(kind)), 'all of it is told');
    const [client] = logIn.mock.contexts;
    if (!(client instanceof Client)) throw new Error('no client logged in');
    expect(keptIn(client)).toEqual([]);
  } finally {
    logIn.mockRestore();
    await gateway.stop();
    await discord.close();
  }
});
