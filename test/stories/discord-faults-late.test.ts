import { afterEach, expect, test } from 'vitest';
import type { Critic } from '../../src/critique/critic.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { createRubricCritic } from '../../src/critique/rubric.ts';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import { atDraft } from '../support/discord-practice.ts';
import { eventually } from '../support/practice.ts';

/** What comes when Discord takes no answers to the last press any more: after a quarter of an hour. */

let coach: DiscordCoach;
afterEach(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

const QUARTER_MS = 15 * 60_000;

/** A coach whose critic thinks until it is let go, and whose clock can be put on. */
async function withSlowCritic(name: string) {
  const rubric = createRubricCritic(loadLanguage());
  let go = () => {};
  const letGo = new Promise<void>((resolve) => {
    go = resolve;
  });
  const critic: Critic = async (input, signal) => {
    await letGo;
    return rubric(input, signal);
  };
  let ahead = 0;
  const now = () => Date.now() + ahead;
  coach = await startDiscordCoach(name, {
    contentIntent: true,
    critic,
    now: () => new Date(now()),
    fake: { contentIntent: true, now },
  });
  return {
    go: () => go(),
    passes: (ms: number) => {
      ahead += ms;
    },
  };
}

test('a critique that comes 20 minutes after the press goes by the bot’s own token', async () => {
  const slow = await withSlowCritic('discord-faults-late-critique');
  const ada = await atDraft(coach);
  await ada.person.presses('Look at it');
  await eventually(async () => (await ada.session()).stage.at === 'critiquing');
  slow.passes(QUARTER_MS + 5 * 60_000);
  const before = coach.discord.calls.length;
  slow.go();
  await ada.until('STEPS');
  const calls = coach.discord.calls.slice(before);
  expect(calls.filter(({ auth, status }) => auth !== 'bot' || status >= 400)).toEqual([]);
});

test.each(['Missing Access (50001)', 'Unknown Channel (10003)'])(
  'direct messages closed meanwhile and no thread either, %s: a line in the log, held, and told at the next visit',
  async (why) => {
    const slow = await withSlowCritic('discord-faults-late-closed');
    const { discord } = coach;
    const channel = '2222222222222222777';
    const bea = await atDraft(coach, { where: 'dm-from-server', channel });
    await bea.person.presses('Look at it');
    await eventually(async () => (await bea.session()).stage.at === 'critiquing');
    bea.person.closesDms();
    if (why.startsWith('Unknown')) discord.deleteChannel(channel);
    else discord.fault({ path: /^\/channels\/\d+\/threads$/ }, { status: 403, code: 50001 }, 9);
    slow.passes(QUARTER_MS + 5 * 60_000);
    const before = discord.calls.length;
    const logged = coach.adapterLogged.length;
    slow.go();
    await eventually(async () => (await bea.session()).stage.at === 'critiqued');
    const isGivenUp = () =>
      coach.adapterLogged.slice(logged).some(({ event }) => event === 'discord-nobody-there');
    await eventually(isGivenUp);
    await discord.calm(500);
    const refused = () => discord.calls.slice(before).filter(({ status }) => status >= 400).length;
    expect(refused()).toBeGreaterThan(0);
    expect(refused()).toBeLessThanOrEqual(4);
    // Each way that is shut has a line, and that nobody saw the card has one.
    const lines = coach.adapterLogged.slice(logged).map(({ event }) => event);
    expect(lines.filter((event) => event === 'discord-nobody-there')).toHaveLength(1);
    expect(lines.filter((event) => event !== 'discord-nobody-there')).toEqual(lines.slice(0, -1));
    expect(lines.length).toBeLessThanOrEqual(3);
    const tried = refused();
    await coach.world.system.deliverer.sweep();
    await coach.world.sweeps.everyMinute();
    await discord.calm(300);
    expect(refused()).toBe(tried);
    discord.healFaults();
    bea.person.opensDms();
    slow.passes(QUARTER_MS);
    await bea.person.slash('practice-failure', { sub: 'start' });
    const alone = (words: string) => bea.person.toldAlone.some((text) => text.includes(words));
    await discord.until(() => alone('You have a practice open'), 'where it stands', 9_000);
    await bea.person.presses('resume');
    await discord.until(() => alone('STEPS'), 'the critique', 9_000);
    expect((await bea.session()).critique?.draftNo).toBe(1);
  },
);
