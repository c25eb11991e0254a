import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  BOT_PERMISSIONS,
  installLinks,
  lackingOf,
  missingForThread,
  PERMISSIONS,
} from '../../../adapters/discord/permissions.ts';

const APP = '1000000000000000001';
const ADMINISTRATOR = 1n << 3n;
const without = (name: string) =>
  PERMISSIONS & ~(BOT_PERMISSIONS.find((one) => one.name === name)?.bit ?? PERMISSIONS);

describe('the permissions', () => {
  test('are exactly the integer of the install link', () => {
    expect(PERMISSIONS).toBe(17_970_143_284_224n);
  });

  test('are each asked for once, with a reason', () => {
    expect(new Set(BOT_PERMISSIONS.map(({ bit }) => bit)).size).toBe(BOT_PERMISSIONS.length);
    for (const { name, why } of BOT_PERMISSIONS) {
      expect(name).toMatch(/^[A-Z]/);
      expect(why).toMatch(/^[a-z].{10,}[^.]$/);
    }
  });

  test.each(['View Channels', 'Create Private Threads', 'Send Messages in Threads'])(
    'name %s where a thread cannot be had for the want of it',
    (name) => {
      expect(missingForThread(without(name)).map((one) => one.name)).toEqual([name]);
    },
  );

  test.each([
    'Read Message History',
    'Attach Files',
    'Embed Links',
    'Send Messages',
    'Create Events',
    'Create Public Threads',
  ])('open a thread without %s: it is missed, not needed', (name) => {
    expect(missingForThread(without(name))).toEqual([]);
    expect(lackingOf(without(name)).map((one) => one.name)).toEqual([name]);
  });

  test('name all that is missing at once, and nothing for an administrator', () => {
    expect(missingForThread(0n)).toHaveLength(3);
    expect(lackingOf(0n)).toEqual(BOT_PERMISSIONS);
    expect([...missingForThread(ADMINISTRATOR), ...lackingOf(ADMINISTRATOR)]).toEqual([]);
    expect(lackingOf(PERMISSIONS | (1n << 50n))).toEqual([]);
  });
});

describe('the install links', () => {
  test('to a server asks for the bot, the commands and the permissions', () => {
    const { origin, pathname, searchParams } = new URL(installLinks(APP).server);
    expect(`${origin}${pathname}`).toBe('https://discord.com/oauth2/authorize');
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: APP,
      permissions: '17970143284224',
      integration_type: '0',
      scope: 'bot applications.commands',
    });
  });

  test('to oneself asks for the commands alone', () => {
    expect(Object.fromEntries(new URL(installLinks(APP).user).searchParams)).toEqual({
      client_id: APP,
      integration_type: '1',
      scope: 'applications.commands',
    });
  });

  test('and each permission stand in docs/discord.md as they stand in the code', () => {
    const docs = readFileSync(new URL('../../../docs/discord.md', import.meta.url), 'utf8');
    const { server, user } = installLinks('YOUR_APPLICATION_ID');
    expect(docs).toContain(server);
    expect(docs).toContain(user);
    for (const { name, why } of BOT_PERMISSIONS) expect(docs).toContain(`| ${name} | To ${why}. |`);
  });
});
