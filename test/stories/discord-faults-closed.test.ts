import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import { CONTEXT, goesOnIn } from '../support/discord-moved.ts';
import {
  atFirstStep,
  beginsInDiscord,
  DOOR,
  practiceOf,
  someone,
  starts,
  threadOf,
  toFirstStep,
} from '../support/discord-practice.ts';

/** Direct messages that are closed, before a practice or in the middle of it. */

let coach: DiscordCoach;
beforeAll(async () => {
  coach = await startDiscordCoach('discord-faults-closed', { contentIntent: true });
});
afterEach(() => coach.discord.healFaults());
afterAll(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

const callsTo = (path: string) => coach.discord.calls.filter((call) => call.path.startsWith(path));
const posts = (channel: string) =>
  callsTo(`/channels/${channel}/messages`).filter(({ method }) => method === 'POST');

test('whoever opens their direct messages again and writes there goes on there, with a line', async () => {
  const { discord } = coach;
  const channel = '2222222222222239999';
  const gus = await atFirstStep(coach, { where: 'dm-from-server', channel });
  await gus.says(CONTEXT);
  gus.person.closesDms();
  discord.deleteChannel(channel);
  await gus.person.presses('next');
  await discord.until(() => gus.person.toldAlone.some((text) => text.includes('2 of 5')), 'the next card');
  gus.person.opensDms();
  await gus.person.says('I agreed the room by phone.');
  const there = gus.at(discord.dmOf(gus.person.id));
  await there.until('Here I can write to you again, so we go on here. Nothing is lost.');
  await there.until('3 of 5');
  await discord.calm(200);
  expect(there.reads().join('\n')).not.toContain('/practice-failure start');
  expect(await gus.parts('context')).toEqual([CONTEXT]);
  expect(await gus.parts('failure')).toContain('I agreed the room by phone.');
});

describe.each([50007, 50278] as const)('closed direct messages (%i)', (code) => {
  test('lead to a private thread, which says so; the answer to the command leads there', async () => {
    const ada = someone(coach);
    ada.closesDms(code);
    await starts(coach, { where: 'dm-from-server', person: ada });
    const thread = () => threadOf(coach, ada) ?? '';
    await coach.discord.until(() => thread() !== '', 'a thread', 8_000);
    const there = practiceOf(coach, ada, thread());
    await there.until(DOOR);
    expect(there.reads()[0]).toMatch(/direct messages/);
    expect(posts(coach.discord.dmOf(ada.id))).toHaveLength(1);
    await toFirstStep(there);
    expect(await coach.sessions(ada.id)).toHaveLength(1);
  });

  test('that close in the middle: it goes on in a private thread, with a line, and nothing is lost', async () => {
    const bea = await atFirstStep(coach, { where: 'dm-from-server' });
    await bea.says(CONTEXT);
    bea.person.closesDms(code);
    await bea.person.presses('next');
    await coach.discord.until(() => threadOf(coach, bea.person) !== undefined, 'a thread', 8_000);
    await goesOnIn(coach, bea, threadOf(coach, bea.person) ?? '');
  });

  test.each(['Missing Access (50001)', 'Unknown Channel (10003)'])(
    'and no thread either, %s: a few calls, then it goes on in the answers to what is pressed, and others are not held up',
    async (why) => {
      const { discord } = coach;
      const channel = `22222222222223${code}${why.length}`.slice(0, 19).padEnd(19, '0');
      const cy = await atFirstStep(coach, { where: 'dm-from-server', channel });
      await cy.says(CONTEXT);
      cy.person.closesDms(code);
      if (why.startsWith('Unknown')) discord.deleteChannel(channel);
      else discord.fault({ path: /^\/channels\/\d+\/threads$/ }, { status: 403, code: 50001 }, 9);
      const before = discord.calls.length;
      await cy.person.presses('next');
      await discord.until(() => cy.person.toldAlone.some((text) => text.includes('2 of 5')), 'the next card');
      await discord.calm(300);
      const refused = discord.calls.slice(before).filter(({ status }) => status >= 400);
      expect(refused.length).toBeLessThanOrEqual(4);
      discord.healFaults();
      await coach.world.system.deliverer.sweep();
      await discord.calm(200);
      expect(discord.calls.slice(before).filter(({ status }) => status >= 400)).toHaveLength(refused.length);
      expect(await cy.parts('context')).toEqual([CONTEXT]);
      await beginsInDiscord(coach, { where: 'dm-from-server' });
    },
  );
});
