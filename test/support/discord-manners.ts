import { expect, test } from 'vitest';
import type { FakeCall } from '../fakes/discord/call.ts';
import { CALLBACK } from '../fakes/discord/interaction.ts';
import { type Fields, fieldsOf } from '../fakes/slack/json.ts';
import type { DiscordCoach } from './discord-coach.ts';
import { STORY } from './discord-story.ts';

/** Discord's three seconds to the first response, in ms. */
const FIRST_RESPONSE_MS = 3_000;
/** https://discord.com/developers/docs/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** What holds of everything that was ever sent: see each test. */
export function manners(coach: () => DiscordCoach): void {
  const calls = () => coach().discord.calls;

  test('Discord would take all of it', () => {
    expect(coach().discord.violations).toEqual([]);
  });

  test('nothing rings for anybody', () => {
    const loud = calls()
      .flatMap(messageIn)
      .filter(({ allowed_mentions: allowed }) => JSON.stringify(allowed) !== '{"parse":[]}');
    expect(loud).toEqual([]);
  });

  test('every press and every command is responded to in time', () => {
    const late = calls()
      .map((call) => ({ call, id: /^\/interactions\/(\d+)\//.exec(call.path)?.[1] }))
      .filter(({ call, id }) => id !== undefined && call.at - happenedAt(id) > FIRST_RESPONSE_MS);
    expect(late.map(({ call }) => call.path)).toEqual([]);
  });

  test('in channels of a server, outside of threads, nothing is written', () => {
    const posts = calls().flatMap(({ method, path }) => {
      const id = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1];
      return method !== 'POST' || id === undefined ? [] : [coach().discord.channelOf(id)];
    });
    const inTheOpen = posts.filter(({ guildId, isThread }) => guildId !== undefined && !isThread);
    expect(inTheOpen.map(({ id }) => id)).toEqual([]);
  });

  test('what a person typed is not in the log', () => {
    const logged = JSON.stringify([coach().world.logged, coach().adapterLogged]);
    expect(STORY.filter((words) => logged.includes(words.slice(0, 24)))).toEqual([]);
  });
}

/** The message that a call posts or changes; none in other calls. */
function messageIn({ method, path, body }: FakeCall): Fields[] {
  if (/^\/interactions\/.*\/callback$/.test(path))
    return body.type === CALLBACK.message || body.type === CALLBACK.update ? [fieldsOf(body.data)] : [];
  const isWritten =
    (method === 'POST' && /^\/(?:channels\/\d+\/messages|webhooks\/\d+\/[^/]+)$/.test(path)) ||
    (method === 'PATCH' && /\/messages\/[^/]+$/.test(path));
  return isWritten ? [body] : [];
}

function happenedAt(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS;
}
