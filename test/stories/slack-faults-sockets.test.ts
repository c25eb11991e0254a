import { afterEach, describe, expect, test } from 'vitest';
import { newKeyringValue } from '../../src/store/keyring.ts';
import { ownDatabase } from '../support/database.ts';
import { type SlackCoach, startSlackCoach } from '../support/slack-coach.ts';
import { atFirstStep, laterBy, threadOf } from '../support/slack-thread.ts';

/** Sockets that close at every moment, processes that share them, and what was written while nobody listened. */

let coach: SlackCoach;
afterEach(async () => {
  expect(coach.slack.violations).toEqual([]);
  await coach.close();
  for (const end of left.splice(0)) await end();
});

const LINES = ['Two years ago.', 'A customer day.', 'I was the organiser.', 'Sales needed it.'];

const left: (() => Promise<void>)[] = [];

test('sockets that are renewed in mid-event, cut, refused twice and sent away while they connect: the bot lives and hears all', async () => {
  coach = await startSlackCoach('slack-faults-cut', { transport: 'socket' });
  const { slack } = coach;
  const ada = await atFirstStep(coach, 'U0ADA');
  expect(coach.adapter.isReady()).toBe(true);
  slack.disconnect('refresh_requested');
  const said = await ada.says(LINES[0] ?? '');
  await slack.until(() => slack.sockets > 0 && coach.adapter.isReady(), 'a fresh socket', 15_000);
  // Slack sends again what no socket took.
  if (said.ack.lost || said.ack.timedOut) await slack.redeliver(said.ack, 1);
  await ada.goesOn();
  expect(await ada.parts('context')).toEqual(LINES.slice(0, 1));

  slack.disconnectWhileConnecting('too_many_websockets');
  slack.refuseSockets(2);
  slack.cutSockets();
  await slack.until(() => !coach.adapter.isReady(), 'it says that it is not ready');
  const unheard = await ada.says(LINES[1] ?? '');
  expect(unheard.ack.lost).toBe(true);
  await slack.until(() => coach.adapter.isReady(), 'it is ready again', 30_000);
  await ada.says(LINES[2] ?? '');
  const shown = ada.cards().length;
  await slack.until(() => ada.cards().length > shown, 'what nobody heard is read back, and answered', 15_000);
  await slack.calm(300);
  expect((await ada.parts('failure')).slice(-2)).toEqual(LINES.slice(1, 3));
  expect(ada.cards()).toHaveLength(shown + 1);
}, 90_000);

test('over HTTP, what Slack gave up on is read back when it has to send something else again', async () => {
  coach = await startSlackCoach('slack-faults-http-away');
  const { slack } = coach;
  const ada = await atFirstStep(coach, 'U0ADA');
  const port = coach.adapter.port();
  slack.connectHttp(undefined);
  for (const line of LINES.slice(0, 2)) await ada.says(line);
  slack.connectHttp(`http://127.0.0.1:${port}/slack/events`);
  const later = await ada.says(LINES[2] ?? '');
  await slack.redeliver(later.ack, 1);
  for (let tries = 0; tries < 100 && (await ada.parts('context')).length < 3; tries += 1)
    await slack.calm(50);
  expect(await ada.parts('context')).toEqual(LINES.slice(0, 3));
});

describe('two processes', () => {
  test("share one thread's messages, 5 ms apart: in order, none lost, none twice, one question", async () => {
    coach = await startSlackCoach('slack-faults-two', { transport: 'socket' });
    const { slack } = coach;
    const other = await coach.another();
    await slack.until(() => slack.sockets >= 2, 'two sockets');
    const cy = await atFirstStep(coach, 'U0CY');
    const before = cy.cards().length;
    const asked = cy.newest();
    const sent = LINES.map(async (line, at) => {
      await new Promise((resolve) => setTimeout(resolve, 5 * at));
      return cy.says(line, { ts: laterBy(10 * (at + 1), asked) });
    });
    const acks = (await Promise.all(sent)).map(({ ack }) => ack);
    expect(acks.every(({ lost, timedOut }) => !lost && !timedOut)).toBe(true);
    expect(await cy.parts('context')).toEqual(LINES);
    await cy.goesOn();
    await slack.calm(200);
    expect(cy.cards()).toHaveLength(before + 1);
    expect((await cy.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
    await other.stop();
  });
});

describe('what was written while no process ran', () => {
  test('is read back at the start, in its order, once, and answered', async () => {
    const { url, drop } = await ownDatabase('slack-faults-away');
    left.push(drop);
    const same = { url, keys: newKeyringValue('test') };
    coach = await startSlackCoach('slack-faults-away', same);
    const { slack } = coach;
    const dee = await atFirstStep(coach, 'U0DEE');
    await dee.says(LINES[0] ?? '');
    const before = dee.cards().length;
    await coach.stop();
    const unheard = [await dee.says(LINES[1] ?? ''), await dee.says(LINES[2] ?? '')];
    expect(unheard.every(({ ack }) => ack.lost)).toBe(true);
    coach = await startSlackCoach('slack-faults-away', { ...same, slack });
    const again = threadOf(coach, dee.person, dee.root);
    await slack.until(() => dee.cards().length > before, 'the pause ended the answer', 15_000);
    await slack.calm(200);
    expect(await again.parts('context')).toEqual(LINES.slice(0, 3));
    expect(dee.cards()).toHaveLength(before + 1);
    // Slack's own retry of one of them comes late.
    expect((await slack.redeliver(unheard[0]?.ack.eventId ?? '', 1)).status).toBe(200);
    expect(await again.parts('context')).toEqual(LINES.slice(0, 3));
  });
});
