import { afterEach, expect, test } from 'vitest';
import {
  nothingInPublic,
  type RemindedPerson,
  type RemindingCoach,
  remindedIn,
  setsUp,
  startReminding,
} from '../support/slack-reminders.ts';
import { STORY, talkOf, tellUpTo } from '../support/slack-talk.ts';

/** The time has come: what arrives in the direct messages, and what its buttons do. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A lesson and an ending that could be anybody's. */
const THIN = ['I learned to be more careful with bookings.', 'I am much better organised now.'];

let coach: RemindingCoach;
afterEach(async () => {
  nothingInPublic(coach);
  await coach.close();
});

/** Somebody whose first reminder just came. */
async function reminded(id: string, words = 'daily 9:30'): Promise<RemindedPerson> {
  const someone = remindedIn(coach, id);
  await setsUp(someone, words);
  await timeComes(someone);
  return someone;
}

async function timeComes(someone: RemindedPerson): Promise<void> {
  const before = someone.reminders().length;
  await coach.timeComes(someone.person.id);
  await coach.slack.until(() => someone.reminders().length > before, 'the reminder', 9_000);
}

test('it arrives at the top of the direct messages, once, with a neutral notification', async () => {
  coach = await startReminding('slack due');
  const ada = await reminded('U0ADA');
  await coach.world.sweeps.everyMinute();
  await coach.slack.calm(200);
  expect(ada.reminders()).toHaveLength(1);
  const last = coach.slack.messages(ada.dm).at(-1);
  expect(last?.text).toBe('Your 5 minutes, when you like.');
  expect(last?.thread_ts).toBeUndefined();
  expect(ada.reminders()[0]).toBe(
    [
      'This is your time to practise. A first draft takes about 12 minutes, and you can stop after any part.',
      'Later',
      '[In an hour | This evening | Tomorrow]',
      '[Start now] [Skip this one] [Change] [Stop reminders]',
    ].join('\n'),
  );
  expect((await coach.dueOf('U0ADA'))?.toISOString()).toMatch(/^2027-03-09T08:3\d/);
});

test('"Start now" begins a practice in a thread of its own, and a second press begins no other', async () => {
  coach = await startReminding('slack due start');
  const ada = await reminded('U0ADA');
  await ada.presses('Start now', 'How would you like to begin?');
  const door = coach.slack.messages(ada.dm).find((message) => JSON.stringify(message).includes('to begin?'));
  expect(door?.thread_ts).toBeDefined();
  coach.forward(MINUTE);
  await ada.person.presses('Start now');
  await coach.slack.calm(300);
  expect(await coach.sessions('U0ADA')).toHaveLength(1);
});

test('after a critique it offers one step of that practice, in its thread, and none of its words', async () => {
  coach = await startReminding('slack due step');
  const talk = talkOf(coach, 'U0ADA', 'Ada');
  await tellUpTo(talk, '4 of 5');
  for (const [index, words] of THIN.entries())
    await talk.answers(words, index === 0 ? '5 of 5' : 'Your answer so far');
  await talk.presses('Look at it', 'STEPS');
  const thread = talk.thread();
  const ada = await reminded('U0ADA');
  const [reminder = ''] = ada.reminders();
  expect(reminder).toMatch(/\[Start now \(\d+ minutes\)\] \[The whole answer\]/);
  for (const words of [...STORY, ...THIN]) expect(reminder).not.toContain(words.slice(0, 20));
  const label = /\[(Start now \(\d+ minutes\))\]/.exec(reminder)?.[1] ?? '';
  await ada.presses(label, ' of 5');
  const asked = coach.slack.messages(ada.dm, thread).at(-1);
  expect(JSON.stringify(asked)).toContain(' of 5');
  expect(await coach.sessions('U0ADA')).toHaveLength(1);
  expect((await talk.session()).stage.at).toBe('asking');
});

test('put off it comes again at that time, and the rhythm stays', async () => {
  coach = await startReminding('slack due snooze');
  const ada = await reminded('U0ADA');
  await ada.presses('In an hour', 'Put off to Monday 8 March 2027, 10:3');
  const due = await coach.dueOf('U0ADA');
  expect((due?.getTime() ?? 0) - coach.now().getTime()).toBe(HOUR);
  await timeComes(ada);
  expect(ada.reminders().at(-1)).toContain('Here it is again, as you asked.');
  await ada.presses('This evening', 'Put off to Monday 8 March 2027, 19:00 (Europe/Berlin).');
  await timeComes(ada);
  await ada.presses('Tomorrow', 'Put off to Tuesday 9 March 2027, 19:00');
  // Within four hours of nothing else: the rhythm of the morning is in between.
  expect((await coach.dueOf('U0ADA'))?.toISOString()).toMatch(/^2027-03-09T08:3\d/);
});

test('"Skip this one" lets it go, and the next comes as planned', async () => {
  coach = await startReminding('slack due skip');
  const ada = await reminded('U0ADA');
  const next = await coach.dueOf('U0ADA');
  await ada.presses('Skip this one', 'Let go. The next is Tuesday 9 March 2027, 9:30.');
  expect(await coach.dueOf('U0ADA')).toEqual(next);
});

test('"Change" asks when instead, and "Stop reminders" ends them', async () => {
  coach = await startReminding('slack due change');
  const ada = await reminded('U0ADA');
  await ada.presses('Change', 'When instead?');
  await ada.types('remind every Friday 17:00', 'It takes the place of: every day at 9:30 (Europe/Berlin).');
  await ada.presses('Yes, remind me', 'next on Friday 12 March 2027, 17:00');
  await timeComes(ada);
  await ada.presses('Stop reminders', 'Stopped: no reminders come any more.');
  expect(await coach.dueOf('U0ADA')).toBeUndefined();
  coach.forward(7 * 24 * HOUR);
  await coach.world.sweeps.everyMinute();
  await coach.slack.calm(200);
  expect(ada.reminders()).toHaveLength(2);
});

test('a yes to what was asked before changes nothing, and says how it stands now', async () => {
  coach = await startReminding('slack due old');
  const ada = remindedIn(coach, 'U0ADA');
  await ada.types('remind daily 9:30', 'Is that right?');
  const old = coach.slack.messages(ada.dm).at(-1)?.ts ?? '';
  await ada.types('remind daily 14:00', 'Is that right?');
  await ada.presses('Yes, remind me', 'next on Monday 8 March 2027, 14:00');
  const due = await coach.dueOf('U0ADA');
  await ada.person.presses('Yes, remind me', { in: old });
  await ada.sees('That button belongs to an earlier card. This is how it stands now:');
  expect(await coach.dueOf('U0ADA')).toEqual(due);
});

test('three that were not answered: it says that it rests, and a press wakes it', async () => {
  coach = await startReminding('slack due rest');
  const ada = await reminded('U0ADA');
  await timeComes(ada);
  await timeComes(ada);
  await coach.timeComes('U0ADA');
  await ada.sees('I will be quiet now.');
  expect(await coach.dueOf('U0ADA')).toBeUndefined();
  await ada.presses('Wake it', 'Next: ');
  expect(await coach.dueOf('U0ADA')).toBeDefined();
});

test('the day after the interview one question comes, and a line typed under it is kept', async () => {
  coach = await startReminding('slack due after');
  const ada = remindedIn(coach, 'U0ADA');
  await ada.asks('interview on 9 March 2027', 'your interview on Tuesday 9 March 2027');
  await ada.presses('Yes, remind me', 'Set. I remind you here');
  for (let time = 0; !ada.cards().some((card) => card.includes('Yesterday was the day.')); time += 1) {
    if (time > 5) throw new Error(ada.cards().join('\n---\n'));
    const before = ada.cards().length;
    await coach.timeComes('U0ADA');
    await coach.slack.until(() => ada.cards().length > before, 'the next of the plan', 9_000);
  }
  await ada.types('They asked what sales said, and the phone call landed.', 'Kept, for you alone.');
  expect(await coach.sessions('U0ADA')).toEqual([]);
  await ada.asks('interview on 9 April 2027', 'the phone call landed.');
});
