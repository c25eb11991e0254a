import { afterEach, expect, test } from 'vitest';
import type { FakeMessage } from '../fakes/slack/message.ts';
import { readMessage } from '../fakes/slack/plain.ts';
import {
  nothingInPublic,
  type RemindingCoach,
  remindedIn,
  setsUp,
  startReminding,
} from '../support/slack-reminders.ts';
import { STORY, talkOf, tellAll, tellUpTo } from '../support/slack-talk.ts';

/** Reminders are asked for in Slack: by the command in a channel that others read, and by words in the direct messages. */

let coach: RemindingCoach;
afterEach(async () => {
  nothingInPublic(coach);
  await coach.close();
});

test('"remind" looks at what there is, and offers times that are set by a press and a yes', async () => {
  coach = await startReminding('slack remind looks');
  const ada = remindedIn(coach, 'U0ADA');
  await ada.asks('remind', 'When shall I remind you to practise?');
  expect(ada.told()).toContain('[Weekdays, 8:30] [Mon and Thu, 18:00] [When it pays]');
  await ada.presses('Mon and Thu, 18:00', 'every Monday and Thursday at 18:00 (Europe/Berlin)');
  expect(ada.told()).toContain('The first: Monday 8 March 2027, 18:00 (Europe/Berlin).');
  expect(await coach.dueOf('U0ADA')).toBeUndefined();
  await ada.presses('Yes, remind me', 'Set. I remind you here, next on Monday 8 March 2027, 18:00');
  expect(ada.cards()).toHaveLength(1);
  await ada.asks('remind', 'I remind you every Monday and Thursday at 18:00 (Europe/Berlin).');
  expect(ada.told()).toContain('[Skip the next] [Change] [Pause] [Stop reminders]');
});

test('the zone is that of their Slack: asked for at 8:30 it comes at 8:30 on their wall', async () => {
  coach = await startReminding('slack remind zone');
  const ada = remindedIn(coach, 'U0ADA', { tz: 'America/New_York' });
  await setsUp(ada);
  // 8:30 in New York, up to five minutes later.
  const due = (await coach.dueOf('U0ADA'))?.getTime() ?? 0;
  const wall = Date.parse('2027-03-08T13:30:00Z');
  expect(due).toBeGreaterThanOrEqual(wall);
  expect(due).toBeLessThanOrEqual(wall + 5 * 60_000);
  const { rows } = await coach.world.pool.query('SELECT zone, zone_source FROM people');
  expect(rows).toEqual([{ zone: 'America/New_York', zone_source: 'platform' }]);
  expect(ada.cards()).toHaveLength(1);
  expect(ada.cards()[0]).toContain('next on Monday 8 March 2027, 8:30 (America/New_York)');
  const [set] = coach.slack.messages(ada.dm);
  expect(set?.thread_ts).toBeUndefined();
});

test('a Slack that takes a second to tell the zone is waited for', async () => {
  coach = await startReminding('slack remind slow zone');
  coach.slack.fail('users.info', { delayMs: 900 });
  const ada = remindedIn(coach, 'U0ADA', { tz: 'Asia/Kathmandu' });
  await ada.asks('remind weekdays 8:30', 'every weekday at 8:30 (Asia/Kathmandu)');
});

test.each([
  ['whose Slack tells no zone', { tz: null }, undefined],
  ['whose Slack does not let the app ask', {}, { error: 'missing_scope' }],
] as const)('somebody %s is asked, and "IST" is asked back', async (_, options, fault) => {
  coach = await startReminding('slack remind asked');
  if (fault !== undefined) coach.slack.fail('users.info', fault, 100);
  const bea = remindedIn(coach, 'U0BEA', options);
  await bea.asks('remind weekdays 8:30', 'Which time zone are you in?');
  await bea.asks('remind IST', '"IST" means several zones. Which is yours?');
  expect(bea.told()).toMatch(/\[Asia\/Kolkata\].*\[Europe\/Dublin\]/);
  await bea.presses('Asia/Kolkata', 'every weekday at 8:30 (Asia/Kolkata)');
  expect(bea.told()).toContain('The first: Tuesday 9 March 2027, 8:30 (Asia/Kolkata).');
  await bea.presses('Yes, remind me', 'Set. I remind you here, next on Tuesday 9 March 2027, 8:30');
  // What they said counts, whatever Slack comes to tell.
  coach.slack.healFaults();
  coach.slack.user('U0BEA', { tz: 'Europe/Paris' });
  coach.forward(2 * 60 * 60_000);
  await bea.asks('remind', 'Next: Tuesday 9 March 2027, 8:30 (Asia/Kolkata).');
});

test('typed in the direct messages it is heard as well, and a plain yes is one', async () => {
  coach = await startReminding('slack remind typed');
  const cleo = remindedIn(coach, 'U0CLEO');
  await cleo.types('remind Mon/Thu 18:00', 'every Monday and Thursday at 18:00 (Europe/Berlin)');
  await cleo.types('yes', 'Set. I remind you here');
  expect(await coach.dueOf('U0CLEO')).toBeDefined();
  expect(await coach.sessions('U0CLEO')).toEqual([]);
  expect(cleo.told()).toBe('');
});

test('asked by the command and answered by a plain word in the messages, it is an answer', async () => {
  coach = await startReminding('slack remind both');
  const dan = remindedIn(coach, 'U0DAN', { tz: null });
  await dan.asks('remind weekdays 8:30', 'Which time zone are you in?');
  await dan.types('Berlin', 'every weekday at 8:30 (Europe/Berlin)');
  await dan.types('yes', 'Set. I remind you here');
  expect(await coach.sessions('U0DAN')).toEqual([]);
});

test('a day there is not is refused with the nearest there are, which can be pressed', async () => {
  coach = await startReminding('slack remind impossible');
  const eve = remindedIn(coach, 'U0EVE');
  await eve.asks('remind 31 April 2027 9:00', 'There is no 31 April');
  await eve.presses('Friday 30 April 2027, 9:00', 'once, Friday 30 April 2027 at 9:00 (Europe/Berlin)');
  await eve.presses('Yes, remind me', 'Set. I remind you here, next on Friday 30 April 2027, 9:00');
  expect((await coach.dueOf('U0EVE'))?.toISOString()).toBe('2027-04-30T07:00:00.000Z');
});

test('words that are no time are said to be none, and the times to choose from stay', async () => {
  coach = await startReminding('slack remind unread');
  const fay = remindedIn(coach, 'U0FAY');
  await fay.asks('remind me of the milk', 'I found no time in that.');
  await fay.presses('Weekdays, 8:30', 'every weekday at 8:30 (Europe/Berlin)');
});

test('in a channel it is said that the word alone would be read there by everybody', async () => {
  coach = await startReminding('slack remind channel');
  const gus = remindedIn(coach, 'U0GUS');
  await gus.asks('remind', 'put /practice-failure before it: then nobody else reads it.');
  await gus.asks('remind weekdays 8:30', 'Is that right?');
  await coach.slack.calm(100);
  expect(gus.told().split('then nobody else reads it.')).toHaveLength(2);
  await gus.asks('remind yes', 'go there');
  await coach.slack.until(() => gus.cards().length === 1, 'the yes, in the messages');
  expect(gus.cards()[0]).toContain('Set. I remind you here');
});

test('asked for beside a practice, it is set there, and the question that stood stands last again', async () => {
  coach = await startReminding('slack remind beside');
  const talk = talkOf(coach, 'U0HAL', 'Hal');
  await tellUpTo(talk, '1 of 5');
  const thread = talk.thread();
  await talk.says('remind weekdays 8:30', 'Is that right?');
  await talk.says('yes', 'Set. Next: Tuesday 9 March 2027, 8:30');
  await talk.until('1 of 5');
  const hal = remindedIn(coach, 'U0HAL');
  const [ours, theirs] = [thread, undefined].map((root) =>
    coach.slack.messages(talk.dm).filter(({ thread_ts: of }) => of === root),
  );
  expect(readMessage(ours?.at(-1) as FakeMessage)).toContain('1 of 5');
  expect(theirs?.map(readMessage).filter((words) => words.includes('Set. I remind you here'))).toHaveLength(
    1,
  );
  const before = await talk.session();
  await coach.timeComes('U0HAL');
  await coach.slack.until(() => hal.reminders().length === 1, 'the reminder', 9_000);
  expect(await talk.session()).toEqual(before);
  await talk.answers(STORY[1], '2 of 5');
});

test('offered at the end of a practice: a press asks when, in its thread, and two more set it', async () => {
  coach = await startReminding('slack remind offered');
  const talk = talkOf(coach, 'U0IDA', 'Ida');
  await tellAll(talk);
  await talk.presses('Done for today', 'One run aloud before you go?');
  await talk.presses('Done for today', '[Remind me]');
  await talk.presses('Remind me', 'When shall I remind you to practise?');
  expect(coach.slack.messages(talk.dm).at(-1)?.thread_ts).toBe(talk.thread());
  await talk.presses('When it pays', 'when it pays: soon after a hard practice, later after a good one');
  await talk.presses('Yes, remind me', 'Set. I remind you here, next on Tuesday 9 March 2027');
  await talk.until('It comes in our own messages, outside this practice.');
  expect(await coach.sessions('U0IDA')).toHaveLength(1);
});
