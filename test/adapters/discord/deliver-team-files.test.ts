import { expect, test } from 'vitest';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import type { Delivery, Order } from '../../../src/coach/ports.ts';
import { teamRef } from '../../../src/who/team.ts';
import { card, MESSAGES, type Performing, performing } from './performing.ts';

const BEA = '4444444444444444002';
const ENTRY: Extract<Order, { kind: 'file' }> = {
  kind: 'file',
  name: 'practice-session.ics',
  text: 'BEGIN:VCALENDAR\r\nSUMMARY:Übung 🙂\r\nEND:VCALENDAR\r\n',
  words: 'For your calendar: *Thursday* @everyone',
};

/** A file of a team for Bea. */
function fileFor(at: Performing, order = ENTRY, to = BEA): Delivery {
  at.discord.user(BEA, { name: 'Bea' });
  const person = teamRef({ platform: 'discord', scope: at.discord.appId }, '0b9a');
  return at.order(order, { person, place: discordPlace(to) });
}

test.each([
  ['practice-session.ics', 'text/calendar; charset=utf-8'],
  ['counts.csv', 'text/csv; charset=utf-8'],
  ['notes', 'text/plain; charset=utf-8'],
])('a file (%s) comes in the direct messages of whom the place names, with its line', async (name, type) => {
  await using at = await performing();
  const outcome = await at.performer.perform(fileFor(at, { ...ENTRY, name }));
  const dm = at.discord.dmOf(BEA);
  expect(outcome).toEqual({ outcome: 'done', ref: `${dm}/${at.discord.messages(dm)[0]?.id}` });
  const [call] = at.calls('POST', MESSAGES);
  expect(call?.files.map((file) => [file.name, file.bytes.toString(), file.contentType])).toEqual([
    [name, ENTRY.text, type],
  ]);
  expect(at.read(dm)).toEqual([`For your calendar: *Thursday* @everyone\n(file: ${name})`]);
  expect(at.calls('POST', '/users/@me/channels').map(({ body }) => body)).toEqual([{ recipient_id: BEA }]);
});

test.each(['the same', 'another'] as const)(
  'a file whose answer was lost comes once, by %s process',
  async (process) => {
    await using at = await performing({}, { nonceMs: 0 });
    const delivery = fileFor(at);
    at.discord.fault({ method: 'POST', path: MESSAGES }, { lostAnswer: true });
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'unknown' });
    const performer = process === 'the same' ? at.performer : at.again();
    expect(await performer.perform({ ...delivery, inDoubt: true })).toMatchObject({ outcome: 'done' });
    expect(at.read(at.discord.dmOf(BEA))).toHaveLength(1);
  },
);

test.each([50007, 50278] as const)(
  'a file for somebody whose direct messages are closed (%i) is refused with the code, and goes nowhere else',
  async (code) => {
    await using at = await performing();
    const delivery = fileFor(at);
    at.discord.user(BEA).closesDms(code);
    const reason = `not-reached ${code}`;
    expect(await at.performer.perform(delivery)).toEqual({ outcome: 'refused', reason });
    expect(at.calls('POST', MESSAGES)).toHaveLength(1);
    expect(await at.performer.perform(at.say(card('to Ada')))).toMatchObject({ outcome: 'done' });
  },
);

test('a file that Discord finds too large is refused, and no word of it is in the log', async () => {
  await using at = await performing();
  at.discord.fault({ method: 'POST', path: MESSAGES }, { status: 413, code: 40005 });
  expect(await at.performer.perform(fileFor(at))).toEqual({ outcome: 'refused', reason: '40005' });
  expect(at.logged.join()).not.toContain('Thursday');
});

test('a file that Discord takes too often waits as long as it says', async () => {
  await using at = await performing();
  at.discord.fault({ method: 'POST', path: MESSAGES }, { retryAfter: 30 });
  expect(await at.performer.perform(fileFor(at))).toMatchObject({
    outcome: 'later',
    afterMs: expect.toSatisfy((ms: number) => ms >= 30_000),
  });
});

test('a file for what is no user of Discord is refused without a call', async () => {
  await using at = await performing();
  const reason = 'not-reached no-user';
  expect(await at.performer.perform(fileFor(at, ENTRY, 'team'))).toEqual({ outcome: 'refused', reason });
  expect(at.discord.calls).toEqual([]);
});

test('a line that no message holds is told in several, the file with the last', async () => {
  await using at = await performing();
  await at.performer.perform(fileFor(at, { ...ENTRY, words: 'so it went on. '.repeat(200) }));
  const read = at.read(at.discord.dmOf(BEA));
  expect(read.length).toBeGreaterThan(1);
  expect(read.map((words) => words.includes('(file: '))).toEqual([
    ...Array.from({ length: read.length - 1 }, () => false),
    true,
  ]);
});
