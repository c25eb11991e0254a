import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { manners } from '../support/discord-manners.ts';
import {
  type RemindedPerson,
  type RemindingCoach,
  remindedIn,
  startReminding,
} from '../support/discord-reminders.ts';

/** Days, time and zone are picked in a form, where the usual times are not those somebody wants. */

const BUTTON = 'Pick days and time';

let coach: RemindingCoach;
beforeAll(async () => {
  coach = await startReminding('discord remind form');
});
afterEach(() => coach.discord.healFaults());
afterAll(() => coach.close());

const someone = (number: number) => remindedIn(coach, `184467440737095517${String(number).padStart(2, '0')}`);

/** Presses the button of the newest card that has it, fills the form in and sends it. */
async function fills(
  { person, looks }: RemindedPerson,
  filled: Parameters<RemindedPerson['person']['submits']>[0],
): Promise<void> {
  await person.presses(BUTTON);
  looks();
  await person.submits(filled);
}

test('in a channel it is repeated to them alone, and counts once they say yes', async () => {
  const ada = someone(1);
  await ada.asks({}, BUTTON);
  await fills(ada, {
    Days: ['Sunday', 'Monday'],
    'How often': 'Every two weeks',
    Time: '9:15',
    'Time zone': 'kathmandu',
  });
  await ada.sees('every two weeks on Monday and Sunday at 9:15, counted from');
  expect(ada.told()).toContain('The first: Sunday 14 March 2027, 9:15 (Asia/Kathmandu).');
  expect(ada.cards()).toEqual([]);
  expect(await coach.dueOf(ada.person.id)).toBeUndefined();
  await ada.presses('Yes, remind me', 'Set. I remind you here, next on Sunday 14 March 2027, 9:15');
  const due = (await coach.dueOf(ada.person.id))?.getTime() ?? 0;
  const wall = Date.parse('2027-03-14T03:30:00Z');
  expect(due).toBeGreaterThanOrEqual(wall);
  expect(due).toBeLessThanOrEqual(wall + 5 * 60_000);
});

test('without a zone the one that is known counts, else it is asked', async () => {
  const bea = someone(2);
  await bea.asks({}, BUTTON);
  await fills(bea, { Days: ['Friday'], Time: '18:00' });
  await bea.sees('Which time zone are you in?');
  await bea.asks({ zone: 'Europe/Berlin' }, 'every Friday at 18:00 (Europe/Berlin)');
  await bea.presses('Yes, remind me', 'Set. I remind you here, next on Friday 12 March 2027, 18:00');
});

test('in the direct messages it is repeated there', async () => {
  const cleo = someone(3);
  await cleo.asks({ zone: 'Europe/Berlin' }, 'Europe/Berlin');
  await cleo.types('remind', BUTTON);
  await fills(cleo, { Days: ['Tuesday', 'Thursday'], Time: '7.30 pm' });
  await cleo.sees('every Tuesday and Thursday at 19:30 (Europe/Berlin)');
  expect(cleo.cards().at(-1)).toContain('every Tuesday and Thursday at 19:30 (Europe/Berlin)');
});

test.each([
  ['stop', '9:00'],
  ['delete everything', '9:00'],
  ['25:70', 'There is no 25:70. Hours go from 0:00 to 23:59.'],
])('"%s" in place of a time sets nothing, and is asked again', async (time, asked) => {
  const dan = someone(4 + time.length);
  await dan.asks({ zone: 'Europe/Berlin' }, 'Europe/Berlin');
  await dan.asks({}, BUTTON);
  await fills(dan, { Days: ['Friday'], Time: time });
  await dan.sees(asked);
  expect(await coach.dueOf(dan.person.id)).toBeUndefined();
});

describe('and in all of it', () => manners(() => coach));
