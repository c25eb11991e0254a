import { afterEach, expect, test } from 'vitest';
import { eventually } from '../support/practice.ts';
import {
  memberOf,
  nothingRefused,
  startTeam,
  type TeamCoachInSlack,
  type TeamMember,
} from '../support/slack-team.ts';

/** What stands beside a team's sessions, in Slack: how they went, a pause, and "once by Friday". */

const MINUTE = 60_000;
/** The first Thursday, 15:00 in Berlin. */
const STARTS = Date.parse('2027-03-11T14:00:00Z');
const from = (minutes: number) => new Date(STARTS + minutes * MINUTE).toISOString();
const INVITED = from(-2 * 24 * 60);

let coach: TeamCoachInSlack;
afterEach(async () => {
  nothingRefused(coach);
  await coach.close();
});

function team(): Record<'olga' | 'ada' | 'ben', TeamMember> {
  return {
    olga: memberOf(coach, 'U0OLGA', { name: 'Olga' }),
    ada: memberOf(coach, 'U0ADA', { name: 'Ada' }),
    ben: memberOf(coach, 'U0BEN', { name: 'Ben' }),
  };
}

test('the organiser reads in their own messages how a session went, with files; others read who may, and the channel nothing', async () => {
  coach = await startTeam('slack team stats');
  const { olga, ada, ben } = team();
  await olga.types('schedule every Thursday 15:00', 'Noted');
  await coach.until(INVITED);
  for (const one of [ada, ben]) await one.presses('Join');
  await coach.until(from(-9));
  for (const one of [ada, ben]) await one.presses('I am here');
  await coach.until(from(60));
  const before = coach.inChannel();

  await ada.types('stats', 'I write to you alone');
  expect(ada.reads()).toContain('I show only to Olga, who organises them, and to admins');
  expect(ada.reads()).not.toContain('took part in 1 group');

  await olga.types('stats csv', 'I write to you alone');
  expect(olga.reads()).toContain('2 joined, 2 took part in 1 group.');
  // Slack shares a file a moment after it took it.
  for (const name of ['sessions.csv', 'named.csv', 'pairings.csv'])
    await eventually(() => olga.reads().includes(name));
  const root = memberOf(coach, 'U0ROOT', { name: 'Root', isAdmin: true });
  await root.types('stats', 'I write to you alone');
  expect(root.reads()).toContain('2 joined, 2 took part in 1 group.');
  expect(coach.inChannel()).toEqual(before);
});

test('whoever pauses by a press is out of the next session, and by another is asked again', async () => {
  coach = await startTeam('slack team pause');
  const { olga, ada, ben } = team();
  await olga.types('schedule every Thursday 15:00', 'Noted');
  await coach.until(INVITED);
  for (const one of [ada, ben]) await one.presses('Join');
  expect(coach.inChannel()[0]).toContain('2 so far');
  await ada.types('pause', 'You are not paused');
  await ada.presses('One week');
  expect(ada.told()).toContain('Paused until');
  expect(coach.inChannel()[0]).toContain('1 so far');
  expect(coach.inChannel()).toHaveLength(1);
  await coach.until(from(-1));
  expect(ada.reads()).not.toContain('I am here');
  expect(ben.reads()).toContain('I am here');
  await ada.presses('Ask me again');
  expect(ada.told()).toContain('I ask you to the next team session of this channel again');
});

test('the channel is invited to practise once; what the organiser reads at the date is done or not yet, of who agreed', async () => {
  coach = await startTeam('slack team once');
  const { olga, ada, ben } = team();
  await olga.types('once by Friday', 'Noted');
  expect(coach.inChannel()).toHaveLength(1);
  expect(coach.inChannel()[0]).toContain('Olga invites you to practise once by');
  await ada.presses('I take part, and you may show it');
  expect(ada.told()).toContain('Noted');
  expect(ada.reads()).toContain('Olga sees your name with one word');
  await ben.presses('I take part');
  expect(ben.reads()).toContain('Olga sees nothing of it');
  await ben.presses('Practise now');
  await coach.slack.until(() => ben.reads().includes('How would you like to begin?'), 'a practice');
  await ada.types('once', 'Noted');
  expect(ada.reads()).toContain('I show Olga alone');
  await coach.until(from(2 * 24 * 60));
  expect(ada.reads()).toContain('You wanted to practise once by');
  expect(olga.reads()).toMatch(/Not yet\W+Ada/u);
  expect(olga.reads()).not.toContain('Ben');
  expect(coach.inChannel()).toHaveLength(1);
});
