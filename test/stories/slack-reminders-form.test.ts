import { afterEach, describe, expect, test } from 'vitest';
import { fieldsOf } from '../fakes/slack/json.ts';
import { readBlocks } from '../fakes/slack/plain.ts';
import type { Transport } from '../support/slack-coach.ts';
import {
  nothingInPublic,
  type RemindedPerson,
  type RemindingCoach,
  remindedIn,
  startReminding,
} from '../support/slack-reminders.ts';
import { talkOf, tellAll } from '../support/slack-talk.ts';

/** Days, time and zone are picked in a form, where the usual times are not those somebody wants. */

const BUTTON = 'Pick days and time';
const FILLED = { days: ['Monday', 'Thursday'], time: '18:00' };
const REPEATED = 'every Monday and Thursday at 18:00 (Europe/Berlin)';

let coach: RemindingCoach;
afterEach(async () => {
  nothingInPublic(coach);
  await coach.close();
});

/** Opens the form on the newest card that has its button. */
async function opensForm({ person }: RemindedPerson): Promise<void> {
  await person.presses(BUTTON);
  await coach.slack.until(() => modalOf(person).includes('Time zone: '), 'the form');
}

function modalOf(person: RemindedPerson['person']): string {
  return readBlocks(person.modal()?.blocks ?? []);
}

describe.each<[string, Transport]>([
  ['HTTP', 'http'],
  ['Socket Mode', 'socket'],
])('by %s', (way, transport) => {
  test('card, button, form, repeated, yes, set: nobody else in the channel sees any of it', async () => {
    coach = await startReminding(`slack remind form ${way}`, { transport });
    const ada = remindedIn(coach, 'U0ADA');
    await ada.asks('remind', `[When it pays] [${BUTTON}]`);
    await opensForm(ada);
    expect(ada.person.modal()?.title).toBe('When to remind you');
    const { labels, ack } = await ada.person.searches('Time zone', 'kathm');
    expect(labels[0]).toBe('Asia/Kathmandu');
    expect([ack.timedOut, ack.transport]).toEqual([false, transport]);
    await ada.person.submits({
      days: ['Sunday', 'Monday'],
      'How often': 'Every two weeks',
      time: '09:15',
      'Time zone': 'Asia/Kathmandu',
    });
    expect(ada.person.modal()).toBeUndefined();
    await ada.sees('every two weeks on Monday and Sunday at 9:15, counted from');
    expect(ada.told()).toContain('The first: Sunday 14 March 2027, 9:15 (Asia/Kathmandu).');
    expect(await coach.dueOf('U0ADA')).toBeUndefined();
    expect(ada.cards()).toEqual([]);
    await ada.presses('Yes, remind me', 'Set. I remind you here, next on Sunday 14 March 2027, 9:15');
    const due = (await coach.dueOf('U0ADA'))?.getTime() ?? 0;
    expect(Math.abs(due - Date.parse('2027-03-14T03:30:00Z'))).toBeLessThanOrEqual(5 * 60_000);
  });
});

test('in the direct messages it is repeated there, with the zone of their Slack unless they pick another', async () => {
  coach = await startReminding('slack remind form dm');
  const bea = remindedIn(coach, 'U0BEA');
  await bea.types('remind', BUTTON);
  await opensForm(bea);
  await bea.person.submits(FILLED);
  await bea.sees(REPEATED);
  expect(bea.told()).toBe('');
  await bea.presses('Yes, remind me', 'Set. I remind you here, next on Monday 8 March 2027, 18:00');
});

test('in a thread of practice it is repeated in that thread', async () => {
  coach = await startReminding('slack remind form thread');
  const talk = talkOf(coach, 'U0CAM', 'Cam');
  await tellAll(talk);
  await talk.presses('Done for today', 'One run aloud before you go?');
  await talk.presses('Done for today', '[Remind me]');
  await talk.presses('Remind me', BUTTON);
  await talk.person.presses(BUTTON);
  await coach.slack.until(() => modalOf(talk.person).includes('Time zone: '), 'the form');
  talk.looks();
  await talk.person.submits(FILLED);
  await talk.until('every Monday and Thursday at 18:00 (Europe/Amsterdam)');
  expect(coach.slack.messages(talk.dm).at(-1)?.thread_ts).toBe(talk.thread());
  await talk.presses('Yes, remind me', 'Set. I remind you here');
  expect(await coach.sessions('U0CAM')).toHaveLength(1);
});

test('a change begins in the form as well, and takes the place of what was planned', async () => {
  coach = await startReminding('slack remind form change');
  const dee = remindedIn(coach, 'U0DEE');
  await dee.asks('remind weekdays 8:30', 'Is that right?');
  await dee.presses('Yes, remind me', 'Set. I remind you here');
  await dee.presses('Change', BUTTON);
  await opensForm(dee);
  await dee.person.submits(FILLED);
  await dee.sees(REPEATED);
  await dee.presses('Yes, remind me', 'Set. I remind you here');
  await dee.asks('remind', 'I remind you every Monday and Thursday at 18:00 (Europe/Berlin).');
});

test('a form without a day stays open and says so, and one sent twice is repeated once', async () => {
  coach = await startReminding('slack remind form empty');
  const eli = remindedIn(coach, 'U0ELI');
  await eli.asks('remind', BUTTON);
  await opensForm(eli);
  // Slack's own client asks for a day too.
  await expect(eli.person.submits({})).rejects.toThrow('the client asks for Days first');
  const { body } = await eli.person.submits(FILLED);
  await eli.sees(REPEATED);
  const view = fieldsOf(body.view);
  const values = fieldsOf(fieldsOf(view.state).values);
  const undayed = { ...values, days: { days: { type: 'checkboxes', selected_options: [] } } };
  const ack = await coach.slack.deliver({ ...body, view: { ...view, state: { values: undayed } } });
  expect(ack.payload).toEqual({ response_action: 'errors', errors: { days: 'Pick at least one day.' } });
  await coach.slack.deliver(body);
  await coach.slack.calm(100);
  expect(eli.told().split(REPEATED)).toHaveLength(2);
});

test('somebody whose Slack tells no zone picks one', async () => {
  coach = await startReminding('slack remind form no zone');
  const fay = remindedIn(coach, 'U0FAY', { tz: null });
  await fay.asks('remind', BUTTON);
  await opensForm(fay);
  await expect(fay.person.submits(FILLED)).rejects.toThrow('the client asks for Time zone first');
  await fay.person.searches('zone', 'berl');
  await fay.person.submits({ ...FILLED, zone: 'Europe/Berlin' });
  await fay.sees(REPEATED);
});

test('a Slack that is slow to tell the zone gets the form in time, and then what is in it', async () => {
  coach = await startReminding('slack remind form slow');
  coach.slack.fail('users.info', { error: 'ratelimited' });
  const gil = remindedIn(coach, 'U0GIL');
  await gil.asks('remind', BUTTON);
  coach.slack.fail('users.info', { delayMs: 1_350 });
  const pressed = gil.person.presses(BUTTON);
  await coach.slack.until(() => modalOf(gil.person).includes('I am fetching it.'), 'a form in time');
  await pressed;
  await coach.slack.until(() => modalOf(gil.person).includes('Time zone: '), 'what is in it');
  await gil.person.submits(FILLED);
  await gil.sees(REPEATED);
});

test('a form for which Slack was too slow is offered again, and opens then', async () => {
  coach = await startReminding('slack remind form expired');
  const ida = remindedIn(coach, 'U0IDA');
  await ida.asks('remind', BUTTON);
  coach.slack.fail('views.open', { error: 'expired_trigger_id' });
  await ida.presses(BUTTON, 'Slack was too slow for the form to open. Nothing has changed.');
  expect(ida.person.modal()).toBeUndefined();
  await ida.person.presses('Open the form');
  await coach.slack.until(() => ida.person.modal() !== undefined, 'the form');
  await ida.person.submits(FILLED);
  await ida.sees(REPEATED);
});

describe('where the person cannot be answered alone any more', () => {
  test('because Slack does not take it, it is repeated in the direct messages', async () => {
    coach = await startReminding('slack remind form refused');
    const jo = remindedIn(coach, 'U0JOE');
    await jo.asks('remind', BUTTON);
    await opensForm(jo);
    coach.slack.fail('response_url', { status: 500 }, 10);
    await jo.person.submits(FILLED);
    await coach.slack.until(() => jo.cards().join().includes(REPEATED), 'it in the messages', 9_000);
    coach.slack.healFaults();
    await jo.presses('Yes, remind me', 'Set. I remind you here');
  });

  test('because the form was open for half an hour, the form says that it is in the direct messages', async () => {
    coach = await startReminding('slack remind form old');
    const kim = remindedIn(coach, 'U0KIM');
    await kim.asks('remind', BUTTON);
    await opensForm(kim);
    coach.forward(31 * 60_000);
    await kim.person.submits(FILLED);
    expect(modalOf(kim.person)).toContain('I repeat it in our direct messages.');
    await coach.slack.until(() => kim.cards().join().includes(REPEATED), 'it in the messages', 9_000);
  });
});

describe('where the database is slow', () => {
  /** A plan is kept slowly from now on, and not at all where it says so. */
  async function slowly(seconds: number, end: string): Promise<void> {
    await coach.world.pool.query(
      `CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(${seconds}); ${end} END $$;
       CREATE TRIGGER slowly BEFORE INSERT ON plans FOR EACH ROW EXECUTE FUNCTION slowly()`,
    );
  }
  const REFUSES = `RAISE EXCEPTION 'refused by the test';`;

  test('the form says "one moment", and it is repeated once it is read', async () => {
    coach = await startReminding('slack remind form late');
    const leo = remindedIn(coach, 'U0LEO');
    await leo.asks('remind', BUTTON);
    await opensForm(leo);
    await slowly(2.6, 'RETURN NEW;');
    const { timedOut } = await leo.person.submits(FILLED);
    expect(timedOut).toBe(false);
    expect(modalOf(leo.person)).toContain('I am reading it, and repeat it to you before it counts.');
    await leo.sees(REPEATED);
  });

  test('and it comes to nothing, the form says so', async () => {
    coach = await startReminding('slack remind form lost');
    const mia = remindedIn(coach, 'U0MIA');
    await mia.asks('remind', BUTTON);
    await opensForm(mia);
    await slowly(2.6, REFUSES);
    await mia.person.submits(FILLED);
    await coach.slack.until(() => modalOf(mia.person).includes('nothing is set'), 'what became of it', 9_000);
  });

  test('or away at once, the form stays open with all that was picked, and goes through once it is back', async () => {
    coach = await startReminding('slack remind form again');
    const ned = remindedIn(coach, 'U0NED');
    await ned.asks('remind', BUTTON);
    await opensForm(ned);
    await slowly(0, REFUSES);
    await ned.person.submits(FILLED);
    expect(ned.person.modal()?.errors).toEqual({
      days: 'That did not get through. Your choices are still here: press Next again.',
    });
    await coach.world.pool.query('DROP FUNCTION slowly CASCADE');
    await ned.person.submits(FILLED);
    await ned.sees(REPEATED);
  });
});
