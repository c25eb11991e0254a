import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Guild } from '../fakes/discord/guild.ts';
import type { Permission } from '../fakes/discord/permissions.ts';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import {
  atCritique,
  atFirstStep,
  CHANNEL,
  DOOR,
  practiceOf,
  SERVER,
  someone,
  starts,
  threadOf,
  toFirstStep,
} from '../support/discord-practice.ts';

/** A server that does not let the bot do everything, one thing at a time; and one where the bot is no member. */

let coach: DiscordCoach;
let guild: Guild;
beforeAll(async () => {
  coach = await startDiscordCoach('discord-faults-permissions', { contentIntent: true });
  guild = coach.discord.guild(SERVER, { channels: [CHANNEL] });
});
afterEach(() => {
  coach.discord.healFaults();
  guild.allow(...forbidden.splice(0));
  guild.threadCap = 1000;
});
afterAll(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

const forbidden: Permission[] = [];
const forbids = (permission: Permission) => {
  forbidden.push(permission);
  guild.forbid(permission);
};
const CONTEXT = 'Two years ago, at a customer day for 120 guests.';

describe('to begin in a thread without', () => {
  test.each<[string, Permission]>([
    ['View Channels', 'VIEW_CHANNEL'],
    ['Create Private Threads', 'CREATE_PRIVATE_THREADS'],
    ['Send Messages in Threads', 'SEND_MESSAGES_IN_THREADS'],
  ])('"%s": it is named, and the practice is in direct messages', async (name, permission) => {
    forbids(permission);
    const ada = await starts(coach, { where: 'thread' });
    const there = practiceOf(coach, ada, coach.discord.dmOf(ada.id));
    await there.until(DOOR);
    await coach.discord.until(() => ada.toldAlone.join().includes('go there'), 'a link');
    const told = ada.toldAlone.join('\n');
    expect(told).toContain(`"${name}"`);
    for (const other of ['View Channels', 'Create Private Threads', 'Send Messages in Threads'])
      if (other !== name) expect(told).not.toContain(other);
    expect(threadOf(coach, ada)).toBeUndefined();
    await toFirstStep(there);
  });

  test.each<[string, Permission]>([
    ['Send Messages', 'SEND_MESSAGES'],
    ['Create Public Threads', 'CREATE_PUBLIC_THREADS'],
    ['Embed Links', 'EMBED_LINKS'],
    ['Attach Files', 'ATTACH_FILES'],
    ['Read Message History', 'READ_MESSAGE_HISTORY'],
  ])('"%s": it is there all the same, up to the critique', async (_, permission) => {
    forbids(permission);
    const bea = await atCritique(coach, { where: 'thread' });
    expect(bea.reads().join('\n')).toContain('STEPS');
    expect((await bea.session()).critique?.draftNo).toBe(1);
    expect(bea.reads().filter((text) => text.includes('3 of 5'))).toHaveLength(1);
  });
});

describe('what the command did not know of', () => {
  test.each<[string, number, number, RegExp]>([
    ['that threads may not be made (50013)', 403, 50013, /Create Private Threads/],
    ['that there are too many threads (160006)', 400, 160006, /threads/],
    ['that the channel takes none (50024)', 400, 50024, /thread/],
  ])('%s: it begins in direct messages, which say why', async (_, status, code, says) => {
    coach.discord.fault({ path: '/channels/{channel_id}/threads' }, { status, code });
    const cy = await starts(coach, { where: 'thread' });
    const there = practiceOf(coach, cy, coach.discord.dmOf(cy.id));
    await there.until(DOOR);
    expect(there.reads()[0]).toMatch(says);
    await toFirstStep(there);
    expect(await coach.sessions(cy.id)).toHaveLength(1);
  });

  test('a server that is full of threads: the same', async () => {
    guild.threadCap = 0;
    const dee = await starts(coach, { where: 'thread' });
    await practiceOf(coach, dee, coach.discord.dmOf(dee.id)).until(DOOR);
    expect(await coach.sessions(dee.id)).toHaveLength(1);
  });

  test.each<[string, Permission]>([
    ['View Channels', 'VIEW_CHANNEL'],
    ['Send Messages in Threads', 'SEND_MESSAGES_IN_THREADS'],
  ])(
    '"%s", taken away in the middle: it is named, the practice goes on in direct messages, and nothing is lost',
    async (name, permission) => {
      const eva = await atFirstStep(coach, { where: 'thread' });
      await eva.says(CONTEXT);
      forbids(permission);
      await eva.person.presses('next', { channel: eva.channel });
      await eva.until('2 of 5', eva.dm);
      expect(await eva.parts('context')).toEqual([CONTEXT]);
      const there = eva.at(eva.dm);
      expect(there.reads()[0]).toContain(`"${name}"`);
      await there.answers('I agreed the room by phone.');
      expect(there.reads().at(-1)).toContain('3 of 5');
      expect(await coach.sessions(eva.person.id)).toHaveLength(1);
    },
  );
});

describe('in a server where the bot is no member', () => {
  test('the command leads to the direct messages', async () => {
    const flo = someone(coach);
    await flo.slash('practice-failure', { sub: 'start', in: 'user-install' });
    const there = practiceOf(coach, flo, coach.discord.dmOf(flo.id));
    await there.until(DOOR);
    await coach.discord.until(() => flo.toldAlone.at(-1)?.includes('go there') === true, 'a link');
    await toFirstStep(there);
  });

  test('and direct messages are closed: the practice runs on forms in the answers, up to the critique', async () => {
    const { discord } = coach;
    const gil = someone(coach);
    gil.closesDms();
    const alone = (words: string) => gil.toldAlone.some((text) => text.includes(words));
    const sees = (words: string) => discord.until(() => alone(words), words, 9_000);
    await gil.slash('practice-failure', { sub: 'start', in: 'user-install' });
    await sees(DOOR);
    await gil.presses('story');
    await sees('What are you practising for?');
    await gil.presses('practice');
    await sees('It need not be your greatest.');
    const answers = [
      'It was double booked.',
      CONTEXT,
      'I agreed it by phone.',
      'I found another.',
      'I learned to ask in writing.',
      'Since then I do.',
    ];
    for (const [index, text] of answers.entries()) {
      await gil.presses('write');
      expect(gil.modal()?.title).toBeDefined();
      const sent = await gil.submits({ text });
      expect(sent.lost).toBe(false);
      const next = index < 5 ? `${index + 1} of 5` : 'Your answer so far';
      await sees(next);
    }
    await gil.presses('Look at it');
    await sees('STEPS');
    const [session] = await coach.sessions(gil.id);
    expect(session?.critique?.draftNo).toBe(1);
    expect(discord.messages(discord.dmOf(gil.id))).toEqual([]);
    expect(
      discord.calls.filter(({ status, path }) => path.startsWith('/webhooks/') && status >= 400),
    ).toEqual([]);
  });
});
