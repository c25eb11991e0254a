import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readBlocks } from '../fakes/slack/plain.ts';
import { type SlackCoach, startSlackCoach } from '../support/slack-coach.ts';
import { talkOf, tellUpTo } from '../support/slack-talk.ts';

/** A turn that takes longer than Slack waits for an answer: whoever asked hears of it all the same, once. */

let coach: SlackCoach;
beforeAll(async () => {
  coach = await startSlackCoach('slack-faults-slow');
});
afterEach(async () => {
  expect(coach.slack.violations).toEqual([]);
  await coach.world.pool.query('DROP FUNCTION IF EXISTS slowly CASCADE');
});
afterAll(() => coach?.close());

/** Rows of a table come slowly from now on, and not at all where it says so. */
async function slowly(
  table: 'sessions' | 'outbox',
  seconds: number,
  when: string,
  then: 'takes' | 'refuses',
): Promise<void> {
  const end = then === 'takes' ? 'RETURN NEW;' : `RAISE EXCEPTION 'refused by the test';`;
  await coach.world.pool.query(
    `CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(${seconds}); ${end} END $$;
     CREATE TRIGGER slowly BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION slowly()`,
  );
}

const modalOf = ({ person }: ReturnType<typeof talkOf>) => readBlocks(person.modal()?.blocks ?? []);

test('"Practise an answer" says "one moment" while the trigger is good, and then where the practice is', async () => {
  const ann = talkOf(coach, 'U0ANN', 'Ann');
  await slowly('sessions', 2.6, 'true', 'takes');
  const called = ann.person.shortcut('practise_answer');
  await coach.slack.until(() => modalOf(ann).includes('I am fetching it.'), 'a modal in time');
  expect((await called).timedOut).toBe(false);
  await coach.slack.until(() => modalOf(ann).includes('It is open in our direct messages'), 'where it is');
  expect(ann.cards().filter((card) => card.includes('How would you like to begin?'))).toHaveLength(1);
});

test('"Practise an answer" that comes to nothing says so, with an id that is in the log', async () => {
  const ben = talkOf(coach, 'U0BEN', 'Ben');
  await slowly('sessions', 2.6, 'true', 'refuses');
  await ben.person.shortcut('practise_answer');
  await coach.slack.until(
    () => modalOf(ben).includes('That did not get through'),
    'what became of it',
    6_000,
  );
  const [, id] = /\((\w{8})\)/.exec(modalOf(ben)) ?? [];
  expect(JSON.stringify(coach.adapterLogged)).toContain(id ?? 'no id');
  expect(await coach.sessions('U0BEN')).toEqual([]);
});

async function aboutToSend(userId: string) {
  const talk = talkOf(coach, userId, userId);
  await tellUpTo(talk, 'Your answer so far');
  await talk.presses('Look at it', 'STEPS');
  await talk.presses('More', 'Step by step, with the words that earned it');
  await talk.person.presses('Share with a coach');
  await coach.slack.until(() => modalOf(talk).includes('Who may see it?'), 'the form');
  await talk.person.submits({ to: 'U0COACH' });
  expect(modalOf(talk)).toContain('gets exactly this:');
  return talk;
}

test.each([
  ['is sent, and the form says so', 'takes', 'I am sending it now.'],
  [
    'is not sent, and the form says so and how to go on',
    'refuses',
    'Not sent yet. To send it, press “Share with a coach” once more.',
  ],
] as const)('a share that takes long %s', async (_, then, says) => {
  coach.slack.user('U0COACH', { name: 'Coach' });
  const before = coach.slack.messages(coach.slack.dmOf('U0COACH')).length;
  const cyd = await aboutToSend(then === 'takes' ? 'U0CYD' : 'U0DEE');
  await slowly('outbox', 2.6, "NEW.kind = 'share'", then);
  await cyd.person.submits({});
  expect(modalOf(cyd)).toContain('I am sending it. If it cannot reach them, I tell you.');
  await coach.slack.until(() => modalOf(cyd).includes(says), says, 6_000);
  await coach.slack.calm(300);
  const sent = coach.slack.messages(coach.slack.dmOf('U0COACH')).length - before;
  expect(sent > 0).toBe(then === 'takes');
});

test('a share that was not sent after its form was closed is told in the thread', async () => {
  coach.slack.user('U0COACH', { name: 'Coach' });
  const eve = await aboutToSend('U0EVE');
  await slowly('outbox', 2.6, "NEW.kind = 'share'", 'refuses');
  await eve.person.submits({});
  await eve.person.closesModal();
  await eve.until('Not sent yet. To send it, press “Share with a coach” once more.');
});
