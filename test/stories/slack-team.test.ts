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

/** A team's session in Slack, from the command to the cards side by side. */

const MINUTE = 60_000;
const WEEKLY = 'schedule every Thursday 15:00';
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

const modalOf = ({ person }: TeamMember) => readBlocks(person.modal()?.blocks ?? []);

test('two people join in the channel, meet in messages of their own, and read their cards side by side; the channel reads none of it, and an old card says what to do', async () => {
  coach = await startTeam('slack team whole');
  const { olga, ada, ben } = team();
  await olga.types(WEEKLY, 'Noted');
  await coach.until(INVITED);
  const [announced] = coach.inChannel();
  expect(announced).toContain('[Join] [Not this time] [Observe]');

  for (const one of [ada, ben]) {
    await one.presses('Join');
    expect(one.told()).toContain('Noted');
    expect(one.reads()).toMatch(/\.ics/u);
  }
  expect(coach.inChannel()).toHaveLength(1);
  expect(coach.inChannel()[0]).toContain('2 so far');

  await coach.until(from(-9));
  for (const one of [ada, ben]) await one.presses('I am here');
  await coach.until(from(8));
  const group = coach.groupOf(ada.id, ben.id);
  expect(group).toBeDefined();
  // A stranger, on the invitation as it was days ago.
  const zed = memberOf(coach, 'U0ZED', { name: 'Zed' });
  await zed.presses('Join', { in: coach.slack.messages(CHANNEL)[0]?.ts ?? '', again: true });
  expect(zed.reads()).toContain('You observe Ada and Ben.');

  for (const one of [ada, ben]) {
    await one.opens('Send my card');
    expect(modalOf(one)).toContain('How did');
    if (modalOf(one).includes('One question I still have')) {
      await one.person.submits({ 'step-context': 'heard clearly' });
      expect(one.person.modal()?.errors.stayed).toContain('still missing');
      await one.person.submits({ question: 'And then?', stayed: `I kept a line of ${one.id}`, effects: [] });
    } else
      await one.person.submits({ 'step-context': 'heard clearly', stayed: `I kept a line of ${one.id}` });
    expect(one.person.modal()).toBeUndefined();
    await coach.settled();
  }
  for (const one of [ada, ben]) {
    expect(one.reads()).toContain('side by side');
    expect(one.reads()).toContain(`I kept a line of ${ada.id}`);
    expect(one.reads()).toContain(`I kept a line of ${ben.id}`);
  }
  expect(coach.inChannel().join('\n')).not.toContain('I kept a line');
  expect(olga.reads()).not.toContain('I kept a line');

  await coach.until(from(180));
  await ada.presses('Not with my manager or report');
  expect(ada.told()).toContain('The newest announcement has its buttons.');
});

test('the form schedules too: what is wrong in it is said under its field, and where it is announced is where it was asked for', async () => {
  coach = await startTeam('slack team form', { transport: 'socket' });
  const { olga } = team();
  await olga.types('schedule');
  await coach.slack.until(() => olga.person.modal() !== undefined, 'the form');
  expect(olga.person.modal()?.title).toBe('Team sessions');
  expect(modalOf(olga)).not.toContain(CHANNEL);
  await olga.person.submits({ date: '2027-02-01', 'date-time': '10:00' });
  expect(Object.keys(olga.person.modal()?.errors ?? {})).toEqual(['date']);
  const filled = { date: '2027-03-11', 'date-time': '15:00', who: 'People by name' };
  await olga.person.submits(filled);
  expect(olga.person.modal()?.errors.people).toContain('Choose at least one person');
  await olga.person.submits({ ...filled, people: ['U0ADA', 'U0BEN'] });
  expect(olga.person.modal()).toBeUndefined();
  await coach.slack.until(() => olga.told().includes('Noted'), 'that it is noted');
  await coach.settled();
  await coach.until(INVITED);
  // Each reads it by their own clock, here one that shows UTC; the organiser's stands beside it.
  expect(coach.inChannel().join('\n')).toContain('March 11, 2027 at 2:00 PM (Thursday 15:00 in Berlin)');
});

test('only the organiser and admins of the workspace change a series', async () => {
  coach = await startTeam('slack team rights');
  const { olga, ada } = team();
  const root = memberOf(coach, 'U0ROOT', { name: 'Root', isAdmin: true });
  await olga.types(WEEKLY, 'Noted');
  await coach.until(INVITED);
  await ada.types('cancel');
  expect(ada.reads()).toContain('Only Olga or an admin can change it');
  await ada.types('list', 'Team practice');
  await root.types('cancel');
  await root.types('list', 'No team sessions');
  expect(coach.inChannel().join('\n')).toContain('called off');
});

test('what is typed to the coach alone says where such words belong', async () => {
  coach = await startTeam('slack team dm');
  const { ada } = team();
  await ada.person.slash('team list');
  expect(ada.told()).toContain('in the channel of your team');
  await ada.person.slash('team');
  await coach.slack.until(
    () => ada.told().includes('/practice-failure before these words'),
    'how to type them',
  );
});

test('a form for which Slack was too slow is offered again, and opens then', async () => {
  coach = await startTeam('slack team slow form');
  const { olga, ada } = team();
  await olga.types(WEEKLY, 'Noted');
  await coach.until(INVITED);
  await ada.presses('Join');
  coach.slack.fail('views.open', { error: 'expired_trigger_id' });
  await ada.presses('Not with my manager or report');
  expect(ada.person.modal()).toBeUndefined();
  expect(ada.told()).toContain('Slack was too slow for the form to open');
  await ada.opens('Open the form');
  await ada.person.submits({ who: 'U0BEN' });
  await coach.slack.until(() => ada.told().includes('nobody sees this'), 'that it is kept');
  coach.slack.fail('views.open', { error: 'expired_trigger_id' });
  await olga.types('schedule', 'please type it again');
});

test('somebody whose profile cannot be read joins by the name of the payload, and is nobody’s admin', async () => {
  coach = await startTeam('slack team unread');
  const { olga } = team();
  await olga.types(WEEKLY, 'Noted');
  await coach.until(INVITED);
  coach.slack.fail('users.info', { error: 'missing_scope' }, 20);
  const root = memberOf(coach, 'U0ROOT', { name: 'Root', isAdmin: true });
  await root.presses('Join');
  expect(root.reads()).toMatch(/\.ics/u);
  await root.types('cancel');
  expect(root.reads()).toContain('Only Olga or an admin can change it');
});

test('whoever finds no partner begins a practice alone by the button', async () => {
  coach = await startTeam('slack team solo');
  const { olga, ada, ben } = team();
  await olga.types(WEEKLY, 'Noted');
  await coach.until(INVITED);
  for (const one of [ada, ben]) await one.presses('Join');
  await coach.until(from(-9));
  await ada.presses('I am here');
  await coach.until(from(15));
  await ada.presses('Practise alone');
  await coach.slack.until(() => ada.reads().includes('How would you like to begin?'), 'a practice', 9_000);
  expect(await coach.sessions(ada.id)).toHaveLength(1);
});
