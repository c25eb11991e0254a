import { afterEach, expect, test } from 'vitest';
import { readBlocks } from '../fakes/slack/plain.ts';
import {
  CHANNEL,
  memberOf,
  nothingRefused,
  startTeam,
  type TeamCoachInSlack,
  type TeamMember,
} from '../support/slack-team.ts';

/** A team in Slack, where something is slow, gone or refused. */

const WEEKLY = 'schedule every Thursday 15:00';
const INVITED = '2027-03-09T14:00:00Z';

let coach: TeamCoachInSlack;
afterEach(async () => {
  nothingRefused(coach);
  await coach.close();
});

/** From now on whatever is kept of a series is kept slowly. */
async function slowly(seconds: number, end = 'RETURN NEW;'): Promise<void> {
  await coach.world.pool.query(
    `CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(${seconds}); ${end} END $$;
     CREATE TRIGGER slowly BEFORE INSERT OR UPDATE ON teams FOR EACH ROW EXECUTE FUNCTION slowly()`,
  );
}
const REFUSES = `RAISE EXCEPTION 'refused by the test';`;

const modalOf = ({ person }: TeamMember) => readBlocks(person.modal()?.blocks ?? []);

async function opensSchedule(one: TeamMember): Promise<void> {
  await one.types('schedule');
  await coach.slack.until(() => one.person.modal() !== undefined, 'the form');
}

test('a form that is slow to be kept says so in time, and it is told once it is', async () => {
  coach = await startTeam('slack team slow');
  const olga = memberOf(coach, 'U0OLGA', { name: 'Olga' });
  await opensSchedule(olga);
  await slowly(2.6);
  const { timedOut } = await olga.person.submits({ when: 'every Thursday 15:00' });
  expect(timedOut).toBe(false);
  expect(modalOf(olga)).toContain('I am reading it');
  await coach.slack.until(() => olga.told().includes('Noted'), 'that it is noted', 9_000);
});

test('a form that comes to nothing after all says so', async () => {
  coach = await startTeam('slack team lost');
  const olga = memberOf(coach, 'U0OLGA', { name: 'Olga' });
  await opensSchedule(olga);
  await slowly(2.6, REFUSES);
  await olga.person.submits({ when: 'every Thursday 15:00' });
  await coach.slack.until(() => modalOf(olga).includes('nothing has changed'), 'what became of it', 9_000);
});

test('a form that could not be kept stays open with all that was filled in', async () => {
  coach = await startTeam('slack team refused');
  const olga = memberOf(coach, 'U0OLGA', { name: 'Olga' });
  await opensSchedule(olga);
  await slowly(0, REFUSES);
  await olga.person.submits({ when: 'every Thursday 15:00' });
  expect(Object.values(olga.person.modal()?.errors ?? {}).join()).toContain('send it again');
  await coach.world.pool.query('DROP FUNCTION slowly CASCADE');
  await olga.person.submits({ when: 'every Thursday 15:00' });
  expect(olga.person.modal()).toBeUndefined();
  await coach.slack.until(() => olga.told().includes('Noted'), 'that it is noted');
});

test('a press that does not get through is acknowledged, and says so to the person alone', async () => {
  coach = await startTeam('slack team press refused');
  const olga = memberOf(coach, 'U0OLGA', { name: 'Olga' });
  const ada = memberOf(coach, 'U0ADA', { name: 'Ada' });
  await olga.types(WEEKLY, 'Noted');
  await coach.until(INVITED);
  await slowly(0, REFUSES);
  await ada.presses('Join');
  await coach.slack.until(() => ada.told().includes('That did not get through'), 'that it did not');
});

test('what cannot be told where the form was opened is told in the direct messages', async () => {
  coach = await startTeam('slack team untold');
  const olga = memberOf(coach, 'U0OLGA', { name: 'Olga' });
  await opensSchedule(olga);
  coach.slack.fail('response_url', { status: 500 }, 10);
  await olga.person.submits({ when: 'every Thursday 15:00' });
  await coach.slack.until(() => olga.reads().includes('Noted'), 'it in the messages');
});

test('the form of a series stands filled in, and what is changed there is changed', async () => {
  coach = await startTeam('slack team edit');
  const olga = memberOf(coach, 'U0OLGA', { name: 'Olga' });
  for (const id of ['U0ADA', 'U0BEN']) memberOf(coach, id, { name: id });
  await opensSchedule(olga);
  await olga.person.submits({
    when: 'every Thursday 15:00',
    who: 'People by name',
    people: ['U0ADA', 'U0BEN'],
  });
  await coach.settled();
  await olga.opens('Change it');
  expect(modalOf(olga)).toContain('Change what you like');
  await olga.person.submits({ title: 'Our hour' });
  expect(olga.person.modal()).toBeUndefined();
  await coach.settled();
  await olga.types('list', 'Our hour');
  await olga.types('edit 1');
  expect(JSON.stringify(olga.person.modal()?.blocks)).toContain('"initial_users":["U0ADA","U0BEN"]');
});

test('a channel that the bot is not in is told of to the organiser', async () => {
  coach = await startTeam('slack team no channel');
  coach.slack.channel(CHANNEL, { botIsMember: false });
  const olga = memberOf(coach, 'U0OLGA', { name: 'Olga' });
  await olga.types(WEEKLY, 'Noted');
  await coach.until(INVITED);
  expect(coach.inChannel()).toEqual([]);
  expect(olga.reads()).toContain('Invite me to the channel');
});
