import { afterEach, describe, expect, test } from 'vitest';
import { newKeyringValue } from '../../src/store/keyring.ts';
import { ownDatabase } from '../support/database.ts';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import { atFirstStep, type DiscordPractice, practiceOf } from '../support/discord-practice.ts';
import { eventually } from '../support/practice.ts';

/** Lines that break in every way, processes that share a token, and what was written while nobody listened. */

let coach: DiscordCoach;
const left: (() => Promise<void>)[] = [];
afterEach(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
  for (const end of left.splice(0)) await end();
});

const LINES = ['Two years ago.', 'A customer day.', 'I was the organiser.', 'Sales needed it.'] as const;
const CONTENT = { contentIntent: true };

const holds = (practice: DiscordPractice, lines: readonly string[], step = 'context') =>
  eventually(async () => (await practice.parts(step)).length >= lines.length).then(async () =>
    expect(await practice.parts(step)).toEqual(lines),
  );
const ready = () => coach.discord.until(() => coach.adapter.isReady(), 'it is ready', 20_000);

describe('a line that', () => {
  test('is closed with 4000 is taken up again: what was written meanwhile is heard, once', async () => {
    coach = await startDiscordCoach('discord-faults-resume', CONTENT);
    const { gateway } = coach.discord;
    const ada = await atFirstStep(coach);
    gateway.disconnect(4000);
    await ada.writes(LINES[0]);
    await coach.discord.until(() => gateway.resumes.some(({ isTaken }) => isTaken), 'a resume', 10_000);
    await ada.writes(LINES[1]);
    await holds(ada, LINES.slice(0, 2));
    expect(gateway.identifies).toHaveLength(1);
    await ready();
    // Discord asks it to come back (op 7), in the middle of a message.
    const resumes = gateway.resumes.length;
    gateway.reconnect();
    await ada.writes(LINES[2]);
    await coach.discord.until(() => gateway.resumes.length > resumes, 'another resume', 10_000);
    await ada.goesOn();
    await holds(ada, LINES.slice(0, 3));
    expect(ada.reads().filter((text) => text.includes('2 of 5'))).toHaveLength(1);
  });

  test('goes dead without a word is left, and taken up again', async () => {
    coach = await startDiscordCoach('discord-faults-zombie', {
      ...CONTENT,
      fake: { ...CONTENT, heartbeatMs: 300 },
    });
    const bea = await atFirstStep(coach);
    coach.discord.gateway.stall();
    await bea.writes(LINES[0]);
    await coach.discord.until(() => coach.discord.gateway.resumes.length > 0, 'a resume', 15_000);
    await holds(bea, LINES.slice(0, 1));
    await bea.goesOn();
  });

  test('has a session that is good no more: what nobody was told is read back, edits as edited, once', async () => {
    coach = await startDiscordCoach('discord-faults-invalid-session', CONTENT);
    const { discord } = coach;
    const cy = await atFirstStep(coach);
    const cyd = await atFirstStep(coach, { where: 'thread' });
    const first = await cy.says(LINES[0]);
    await holds(cy, LINES.slice(0, 1));
    discord.offline();
    await cy.person.edits(first.id, 'Three years ago.');
    const second = await cy.writes(LINES[1]);
    await cy.person.edits(second.id, 'A customer day for 120 guests.');
    await cyd.writes(LINES[2]);
    discord.online();
    discord.gateway.invalidate(false);
    await discord.until(() => discord.gateway.identifies.length === 2, 'a second session', 20_000);
    await holds(cy, ['Three years ago.', 'A customer day for 120 guests.']);
    await holds(cyd, [LINES[2]]);
    await discord.calm(300);
    await cy.goesOn();
    expect(cy.reads().filter((text) => text.includes('2 of 5'))).toHaveLength(1);
  }, 40_000);

  test('is over: a Next pressed right after ends the answer that was written meanwhile', async () => {
    coach = await startDiscordCoach('discord-faults-next-after', CONTENT);
    const { discord } = coach;
    const gil = await atFirstStep(coach);
    discord.offline();
    await gil.writes(LINES[0]);
    discord.online();
    discord.fault({ method: 'GET', path: /^\/channels\/\d+\/messages$/ }, { delayMs: 500 });
    discord.gateway.invalidate(false);
    await discord.until(() => discord.gateway.identifies.length === 2, 'a second session', 20_000);
    await ready();
    await gil.person.presses('next');
    await gil.until('2 of 5');
    expect(await gil.parts('context')).toEqual([LINES[0]]);
    expect(gil.reads().join('\n')).not.toContain('Nothing here yet');
  }, 40_000);

  test('is refused again and again: it says that it is not ready, tries on, and hears what was written', async () => {
    coach = await startDiscordCoach('discord-faults-refused', CONTENT);
    const { discord } = coach;
    const dee = await atFirstStep(coach);
    discord.gateway.refuse(2);
    discord.gateway.disconnect(1000);
    await discord.until(() => !coach.adapter.isReady(), 'it says that it is not ready');
    await dee.writes(LINES[0]);
    await ready();
    await holds(dee, LINES.slice(0, 1));
  }, 40_000);
});

describe('what was written while no process ran', () => {
  test('is read back at the start, the most recent practice first, each message once, edits as edited, deletions as deleted', async () => {
    const { url, drop } = await ownDatabase('discord-faults-away');
    left.push(drop);
    const same = { ...CONTENT, url, keys: newKeyringValue('test') };
    coach = await startDiscordCoach('discord-faults-away', same);
    const { discord } = coach;
    const [eva, flo] = [await atFirstStep(coach), await atFirstStep(coach, { where: 'thread' })];
    const kept = await eva.says(LINES[0]);
    const regretted = await eva.says('Nobody should ever read this.');
    await holds(eva, [LINES[0], 'Nobody should ever read this.']);
    await coach.stop();
    await eva.person.deletes(regretted.id);
    await eva.writes(LINES[1]);
    await eva.person.edits(kept.id, 'Three years ago.');
    await eva.writes(LINES[2]);
    const heard = await flo.writes(LINES[3]);
    const before = discord.calls.length;
    coach = await startDiscordCoach('discord-faults-away', { ...same, discord });
    const [evaAgain, floAgain] = [eva, flo].map(({ person, channel }) => practiceOf(coach, person, channel));
    if (evaAgain === undefined || floAgain === undefined) throw new Error('both are there');
    await eventually(async () => !(await evaAgain.parts('context')).includes(regretted.content));
    await holds(evaAgain, ['Three years ago.', LINES[1], LINES[2]]);
    await holds(floAgain, [LINES[3]]);
    const lists = discord.calls
      .slice(before)
      .filter(({ method, route }) => method === 'GET' && route === '/channels/{channel_id}/messages')
      .map(({ path }) => path.split('/')[2]);
    // The last thing known of Eva is younger than of Flo, who had not answered yet.
    expect([...new Set(lists)]).toEqual([eva.channel, flo.channel]);
    // Discord tells one of them after all.
    discord.repeat(heard);
    await discord.calm(300);
    expect(await floAgain.parts('context')).toEqual([LINES[3]]);
    await evaAgain.until('2 of 5');
    expect(evaAgain.reads().filter((text) => text.includes('2 of 5'))).toHaveLength(1);
  }, 40_000);
});

test('two processes with one token: every turn once, every card once, every answer to a command once', async () => {
  coach = await startDiscordCoach('discord-faults-two', CONTENT);
  const { discord } = coach;
  const other = await coach.another();
  left.push(() => other.stop());
  await discord.until(() => discord.gateway.connections === 2, 'two lines', 15_000);
  const gil = await atFirstStep(coach);
  const before = gil.cards().length;
  const said = LINES.map(async (line, at) => {
    await new Promise((resolve) => setTimeout(resolve, 5 * at));
    return gil.writes(line);
  });
  await Promise.all(said);
  await holds(gil, LINES);
  await gil.person.presses('next');
  await gil.until('2 of 5');
  await discord.calm(300);
  expect(gil.cards()).toHaveLength(before + 1);
  expect((await gil.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
  await gil.person.slash('practice-failure', { sub: 'example' });
  await discord.until(() => gil.person.toldAlone.length > 1, 'an example');
  await discord.calm(300);
  expect(gil.cards()).toHaveLength(before + 1);
  expect(gil.person.toldAlone).not.toContain('(thinking)');
}, 40_000);
