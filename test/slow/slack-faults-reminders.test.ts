import { afterEach, describe, expect, test } from 'vitest';
import { findPerson } from '../../src/store/people.ts';
import { eventually } from '../support/practice.ts';
import {
  nothingInPublic,
  type RemindedPerson,
  type RemindingCoach,
  remindedIn,
  setsUp,
  startReminding,
} from '../support/slack-reminders.ts';

/** Somebody who cannot be written to, a batch with one of them, a deletion, two processes: one reminder, or none, never elsewhere. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const COULD_NOT = 'I could not write to you where your reminders come';

let coach: RemindingCoach;
afterEach(async () => {
  nothingInPublic(coach);
  await coach.close();
});

/** How often Slack was asked to open or to write to their direct messages since `from`. */
function triesFor({ person, dm }: RemindedPerson, from: number): number {
  return coach.slack.calls
    .slice(from)
    .filter(({ method }) => method === 'chat.postMessage' || method === 'conversations.open')
    .filter(({ args }) => args.channel === dm || args.users === person.id).length;
}

/** Slack refuses whatever is for this person. */
function cannotWriteTo({ person, dm }: RemindedPerson, error: string): void {
  coach.slack.fail('chat.postMessage', { error }, 1_000, ({ channel }) => channel === dm);
  coach.slack.fail('conversations.open', { error }, 1_000, ({ users }) => users === person.id);
}

/** A day of minutes in which whatever wants to be tried again is. */
async function aDayPasses(): Promise<void> {
  for (let minutes = 0; minutes < 24 * 60; minutes += 61) {
    coach.forward(61 * MINUTE);
    await coach.world.sweeps.everyMinute();
    await coach.world.system.deliverer.sweep();
  }
  await coach.slack.calm(100);
}

describe.each(['cannot_dm_bot', 'user_disabled', 'account_inactive', 'channel_not_found'])(
  'Slack does not let the bot write to one person (%s)',
  (error) => {
    test('when the reminder is due: the plan is held, another’s comes, and they are told at their next visit', async () => {
      coach = await startReminding('slack remind refused');
      const ada = remindedIn(coach, 'U0ADA');
      const bea = remindedIn(coach, 'U0BEA');
      for (const each of [ada, bea]) await setsUp(each, 'daily 9:30');
      const from = coach.slack.calls.length;
      cannotWriteTo(ada, error);
      coach.forward(45 * MINUTE);
      await coach.world.sweeps.everyMinute();
      await coach.slack.until(() => bea.reminders().length === 1, 'the other’s reminder', 9_000);
      await coach.slack.until(() => triesFor(ada, from) > 0, 'the try', 9_000);
      await aDayPasses();
      await eventually(async () => (await coach.dueOf('U0ADA')) === undefined);
      expect(triesFor(ada, from)).toBeLessThanOrEqual(4);
      expect(ada.reminders()).toEqual([]);
      expect(bea.reminders().length).toBeGreaterThan(0);
      expect(coach.adapter.isReady()).toBe(true);

      coach.slack.healFaults();
      await ada.asks('remind', COULD_NOT);
      expect(ada.told()).toContain('I remind you every day at 9:30 (Europe/Berlin).');
      await coach.timeComes('U0ADA');
      await coach.slack.until(() => ada.reminders().length === 1, 'the next reminder', 9_000);
    });

    test('when it is armed: they are told so where they pressed, and nothing is promised', async () => {
      coach = await startReminding('slack remind not armed');
      const ada = remindedIn(coach, 'U0ADA');
      cannotWriteTo(ada, error);
      await ada.asks('remind daily 9:30', 'Is that right?');
      await ada.presses('Yes, remind me', 'I could not write to you in our direct messages');
      await aDayPasses();
      expect(await coach.dueOf('U0ADA')).toBeUndefined();
      expect(ada.cards()).toEqual([]);
      coach.slack.healFaults();
      await ada.asks('remind', COULD_NOT);
      expect(await coach.dueOf('U0ADA')).toBeDefined();
    });
  },
);

test('a conversation that is known wrongly is asked for once more: that is no reason to hold a plan', async () => {
  coach = await startReminding('slack remind known wrongly');
  const ada = remindedIn(coach, 'U0ADA');
  await setsUp(ada, 'daily 9:30');
  coach.slack.fail('chat.postMessage', { error: 'channel_not_found' });
  await coach.timeComes('U0ADA');
  await coach.slack.until(
    () => coach.slack.calls.at(-1)?.result === 'channel_not_found',
    'the refusal',
    9_000,
  );
  await eventually(async () => {
    coach.forward(500);
    await coach.world.system.deliverer.sweep();
    return ada.reminders().length === 1;
  });
  expect(await coach.dueOf('U0ADA')).toBeDefined();
});

test('the next visit may be words in the messages: they are told before anything else, and the plan goes on', async () => {
  coach = await startReminding('slack remind visited');
  const ada = remindedIn(coach, 'U0ADA');
  await setsUp(ada, 'daily 9:30');
  coach.slack.user('U0ADA', { deactivated: true });
  cannotWriteTo(ada, 'user_disabled');
  await coach.timeComes('U0ADA');
  await eventually(async () => (await coach.dueOf('U0ADA')) === undefined);
  coach.forward(3 * DAY);
  coach.slack.healFaults();
  coach.slack.user('U0ADA', { deactivated: false });
  await ada.types('hello', COULD_NOT);
  expect(await coach.dueOf('U0ADA')).toBeDefined();
  expect(ada.cards().filter((card) => card.includes(COULD_NOT))).toHaveLength(1);
});

test.each(['cannot_dm_bot', 'account_inactive', 'none'])(
  'one bad recipient does not spoil the batch: of five the third fails with %s, the other four get one each',
  async (error) => {
    coach = await startReminding('slack remind batch');
    const five = ['U0ADA', 'U0BEA', 'U0CLEO', 'U0DAN', 'U0EVE'].map((id) => remindedIn(coach, id));
    for (const each of five) await setsUp(each, 'daily 9:30');
    const third = five[2] as RemindedPerson;
    // Slack also takes a message for somebody who was deactivated, and shows it to nobody.
    if (error !== 'none') cannotWriteTo(third, error);
    const from = coach.slack.calls.length;
    coach.forward(45 * MINUTE);
    await Promise.all([coach.world.sweeps.everyMinute(), coach.world.sweeps.everyMinute()]);
    const others = five.filter((each) => each !== third);
    await coach.slack.until(() => others.every((each) => each.reminders().length === 1), 'the four', 9_000);
    for (let times = 0; times < 3; times += 1) {
      coach.forward(2 * MINUTE);
      await coach.world.sweeps.everyMinute();
      await coach.world.system.deliverer.sweep();
    }
    await coach.slack.calm(200);
    expect(others.map((each) => each.reminders().length)).toEqual([1, 1, 1, 1]);
    expect(others.map((each) => triesFor(each, from))).toEqual([1, 1, 1, 1]);
    expect(third.reminders()).toHaveLength(error === 'none' ? 1 : 0);
    for (const { person } of others) expect(await coach.dueOf(person.id)).toBeDefined();
  },
);

test('after everything was deleted no reminder comes, not even one that was due in a moment', async () => {
  coach = await startReminding('slack remind deleted');
  const ada = remindedIn(coach, 'U0ADA');
  await setsUp(ada, 'daily 9:30');
  const due = await coach.dueOf('U0ADA');
  coach.forward((due?.getTime() ?? 0) - coach.now().getTime() - 5_000);
  await coach.world.sweeps.everyMinute();
  await ada.asks('delete my data', 'To go ahead, press Delete everything.');
  await ada.presses('Delete everything', 'your reminders');
  coach.forward(5_000);
  await coach.world.sweeps.everyMinute();
  coach.forward(3 * DAY);
  await coach.world.sweeps.atStart();
  await coach.slack.calm(300);
  expect(ada.reminders()).toEqual([]);
  expect(await findPerson(coach.world.db, coach.world.ring, coach.ref('U0ADA'))).toBeUndefined();
  const { rows } = await coach.world.pool.query('SELECT 1 FROM wakes');
  expect(rows).toEqual([]);
});

test('a reminder that came goes with everything that is deleted', async () => {
  coach = await startReminding('slack remind taken away');
  const ada = remindedIn(coach, 'U0ADA');
  await setsUp(ada, 'daily 9:30');
  await coach.timeComes('U0ADA');
  await eventually(() => ada.reminders().length === 1);
  await ada.asks('delete my data', 'To go ahead, press Delete everything.');
  await ada.presses('Delete everything', 'your reminders');
  await eventually(() => ada.reminders().length === 0);
});

test('two processes on one database: one reminder, whoever rings', async () => {
  coach = await startReminding('slack remind two');
  const ada = remindedIn(coach, 'U0ADA');
  await setsUp(ada, 'daily 9:30');
  const other = await coach.another();
  const due = await coach.dueOf('U0ADA');
  coach.forward((due?.getTime() ?? 0) - coach.now().getTime() + 100);
  await Promise.all(
    [coach, other].flatMap(({ world }) => [world.sweeps.everyMinute(), world.sweeps.atStart()]),
  );
  await coach.slack.until(() => ada.reminders().length > 0, 'the reminder', 9_000);
  await Promise.all([coach, other].map(({ world }) => world.sweeps.everyMinute()));
  await coach.slack.calm(500);
  expect(ada.reminders()).toHaveLength(1);
  await other.stop();
});
