import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { createRates } from '../../adapters/slack/deliver/rates.ts';
import { newKeyringValue } from '../../src/store/keyring.ts';
import { cutLine } from '../support/cut-line.ts';
import { ownDatabase } from '../support/database.ts';
import { dumpDatabase } from '../support/dump.ts';
import { type SlackCoach, startSlackCoach } from '../support/slack-coach.ts';
import { atFirstStep, beginsInSlack } from '../support/slack-thread.ts';

/** The database goes and comes, strangers knock, and everybody comes at once. */

let coach: SlackCoach;
const after: (() => Promise<void>)[] = [];
afterEach(async () => {
  expect(coach.slack.violations).toEqual([]);
  await coach.close();
  for (const end of after.splice(0)) await end();
});

const CONTEXT = 'Two years ago, at a customer day for 120 guests.';

/** The server ends every connection but ours, as at its restart. */
async function endConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  await client.end();
}

describe('the database', () => {
  test('ends every connection, while idle and in the middle of a turn: each message counts once, and the talk goes on', async () => {
    coach = await startSlackCoach('slack-faults-db-restart');
    const ada = await atFirstStep(coach, 'U0ADA');
    await endConnections(coach.world.url);
    const said = await ada.says('Two years ago.');
    const [next] = await Promise.all([ada.says('A customer day.'), endConnections(coach.world.url)]);
    // What was not acknowledged comes again, as from Slack.
    for (const { ack } of [said, next]) {
      for (let retry = 1; retry <= 3 && ack.status !== 200; retry += 1) {
        const again = await coach.slack.redeliver(ack, retry);
        if (again.status === 200) break;
      }
    }
    await ada.goesOn();
    expect(await ada.parts('context')).toEqual(['Two years ago.', 'A customer day.']);
    expect((await ada.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
  });

  test('is away: an event is not acknowledged until it is stored, and comes to one turn however often it came', async () => {
    const { url, drop } = await ownDatabase('slack-faults-db-away');
    const line = await cutLine(url);
    after.push(line.close, drop);
    coach = await startSlackCoach('slack-faults-db-away', { url: line.url, keys: newKeyringValue('test') });
    const bea = await atFirstStep(coach, 'U0BEA');
    line.cut();
    const said = await bea.says(CONTEXT);
    expect(said.ack.status).toBe(503);
    const command = await bea.person.slash('');
    expect(JSON.stringify(command.payload)).toContain('One moment.');
    line.mend();
    expect((await coach.slack.redeliver(said.ack, 1)).status).toBe(200);
    expect((await coach.slack.redeliver(said.ack, 2)).status).toBe(200);
    await coach.slack.until(() => coach.slack.calls.at(-1)?.result === 'ok', 'it goes on');
    expect(await bea.parts('context')).toEqual([CONTEXT]);
  });
});

describe('who is not Slack', () => {
  test.each([
    ['signs with another secret', { badSignature: true }],
    ['sends what is 301 s old', { ageSeconds: 301 }],
  ])('and %s gets 401, and not a row', async (_, how) => {
    coach = await startSlackCoach('slack-faults-forged', { jobs: false });
    const cy = await beginsInSlack(coach, 'U0CY');
    const before = await dumpDatabase(coach.world.url);
    const message = { type: 'message', channel: cy.dm, channel_type: 'im', user: 'U0FORGED', text: CONTEXT };
    const forged = await coach.slack.event({ ...message, ts: '1795641550.476000' }, how);
    expect(forged.status).toBe(401);
    const command = {
      command: '/practice-failure',
      text: '',
      user_id: 'U0FORGED',
      team_id: coach.slack.teamId,
    };
    expect((await coach.slack.deliver(command, how)).status).toBe(401);
    await coach.slack.calm(100);
    expect(await dumpDatabase(coach.world.url)).toBe(before);
    expect(before).not.toContain('U0FORGED');
  });
});

describe('twenty people at once', () => {
  const people = Array.from({ length: 20 }, (_, at) => `U0CROWD${at + 10}`);

  test('when Slack says "too often" to many of them: all get their card in the end, once', async () => {
    coach = await startSlackCoach('slack-faults-crowd');
    coach.slack.fail('chat.postMessage', { retryAfter: 1 }, 25);
    const threads = await Promise.all(people.map((id) => beginsInSlack(coach, id)));
    await coach.slack.calm(300);
    expect(threads.map((thread) => thread.cards().length)).toEqual(people.map(() => 2));
  });

  // The limit is counted by the minute, so it takes one.
  test.runIf(process.env.FAULTS === 'all')(
    'with fewer posts a minute than they need: all get their card in the next one',
    async () => {
      coach = await startSlackCoach('slack-faults-crowd-slow', { rates: createRates(120) });
      coach.slack.holdRates({ perWorkspacePerMinute: 30 });
      for (const id of people) await coach.slack.user(id, { name: id }).slash('');
      const shown = () =>
        people.filter((id) => coach.slack.messages(coach.slack.dmOf(id)).length === 2).length;
      await coach.slack.until(() => shown() === people.length, 'everybody has their card', 150_000);
      await coach.slack.calm(300);
      expect(shown()).toBe(people.length);
    },
    180_000,
  );
});
