import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportPerson } from '../../src/coach/export.ts';
import { exportFiles } from '../../src/coach/export-files.ts';
import { joined } from '../../src/conversation/part.ts';
import { findPerson } from '../../src/store/people.ts';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import {
  atCritique,
  atDraft,
  atFirstStep,
  beginsInDiscord,
  CHANNEL,
  SERVER,
  someone,
  threadOf,
} from '../support/discord-practice.ts';
import { longAnswer } from '../support/long-answer.ts';
import { eventually } from '../support/practice.ts';

/** What a person typed, and what becomes of it on its way through Discord, the database and back. */

let coach: DiscordCoach;
beforeAll(async () => {
  coach = await startDiscordCoach('discord-faults-words', { contentIntent: true });
});
afterAll(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

/** Everything held about somebody, as the files they are handed. */
async function exported(userId: string): Promise<string> {
  const { db, ring, catalog } = coach.world;
  const person = await findPerson(db, ring, coach.ref(userId));
  if (person === undefined) throw new Error(`${userId} is not there`);
  const held = await exportPerson(db, person, { as: 'owner', personId: person.id }, catalog);
  return exportFiles(held)
    .map(({ content }) => content)
    .join('\n');
}

test("a message's id is kept to its last digit, and so is a thread's", async () => {
  const ada = await atFirstStep(coach, { where: 'thread' });
  const said = [];
  for (const words of ['Two years ago, at a customer day', 'for 120 guests,', 'as the event manager.'])
    said.push((await ada.says(words)).id);
  await ada.goesOn();
  const parts = (await ada.session()).answers.context ?? [];
  expect(parts.map(({ id, stamp }) => [id, stamp])).toEqual(said.map((id) => [id, id]));
  // One of a hundred comes through as a number, too; not three of them.
  expect(said.some((id) => String(Number(id)) !== id)).toBe(true);
  const { rows } = await coach.world.pool.query<{ place: string }>('SELECT place FROM sessions');
  expect(rows.map(({ place }) => place).some((place) => place.endsWith(ada.channel))).toBe(true);
});

describe('what was typed', () => {
  const TYPED =
    '**Costs** & risk <5%; _see_ [this](https://ex.org/a?x=1&y=2) ||or not|| `x` # 1. > @everyone';

  test('is stored letter for letter, shown as it was typed, and wakes nobody', async () => {
    const bea = await atFirstStep(coach);
    await bea.answers(TYPED);
    expect(await bea.parts('context')).toEqual([TYPED]);
    expect(await exported(bea.person.id)).toContain(TYPED);
    await bea.andSees(() => bea.says('go'));
    expect(bea.reads().join('\n')).toContain(TYPED);
    const bodies = coach.discord.calls
      .filter(({ path }) => path.includes(bea.channel))
      .map(({ body }) => body);
    const pinging = bodies.filter(({ allowed_mentions: allowed }) => allowed !== undefined);
    expect(pinging.every((body) => JSON.stringify(body.allowed_mentions) === '{"parse":[]}')).toBe(true);
  });
});

describe('characters that something on the way does not take', () => {
  const cases = [
    ['a NUL', 'In 2019 we\u0000failed, at a customer day for 120 guests.', /we ?failed, at a customer day/],
    [
      'half an emoji',
      'In 2019 we \ud83d failed, at a customer day.',
      /In 2019 we .*failed, at a customer day/,
    ],
    ['a change of direction', 'In 2019 we \u202efailed, at a customer day.', /failed, at a customer day/],
  ] as const;

  test.each(cases)(
    '%s in a message: the rest is stored, asked on, and nothing comes again',
    async (_, typed, kept) => {
      const cy = await atFirstStep(coach);
      await cy.says(typed);
      await cy.goesOn();
      expect((await cy.parts('context')).join()).toMatch(kept);
      expect((await cy.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
      await cy.andSees(() => cy.says('go'));
      expect(await exported(cy.person.id)).toMatch(kept);
    },
  );

  test.each(cases)('%s in a form: likewise', async (_, typed, kept) => {
    const dee = await atDraft(coach);
    await dee.person.presses('Edit in a form');
    await dee.andSees(() => dee.person.submits({ context: typed }));
    expect((await dee.parts('context')).join()).toMatch(kept);
    expect(dee.person.modal()).toBeUndefined();
  });
});

test('an answer of 40,000 characters in ten messages is kept whole, and its critique gets through', async () => {
  const eva = await beginsInDiscord(coach);
  await eva.andSees(() => eva.says('answer'));
  await eva.andSees(() => eva.says('skip'));
  const messages =
    longAnswer(39_600)
      .match(/.{1,3990}(?=\s|$)/gu)
      ?.map((one) => one.trim()) ?? [];
  expect(messages.length).toBeGreaterThanOrEqual(10);
  for (const message of messages) await eva.says(message);
  await eva.goesOn();
  for (let more = 0; more < 3 && (await eva.session()).critique === undefined; more += 1)
    await eva.andSees(() => eva.says('go'));
  // What is typed while the coach reads has an answer of its own.
  await eventually(async () => (await eva.session()).critique !== undefined);
  const session = await eva.session();
  expect(session.critique?.draftNo).toBe(1);
  expect(
    joined(session.failure)
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual(messages);
  await eva.andSees(() => eva.says('more'));
  await eva.andSees(() => eva.says('draft'), 10);
  const refused = coach.discord.calls.filter(
    ({ path, status }) => path.includes(eva.channel) && status >= 400,
  );
  expect(refused).toEqual([]);
});

test('a text file of some 36,000 characters is read whole as the answer', async () => {
  const flo = await atFirstStep(coach);
  const content = 'I agreed a room by phone, and it was double booked. '.repeat(700).trim();
  await flo.says('', { files: [{ name: 'answer.txt', content }] });
  await flo.goesOn();
  expect((await flo.parts('context')).join('').trim()).toBe(content);
});

test('Next, pressed while a file is still being read, ends the answer with the words of the file', async () => {
  const fay = await atFirstStep(coach);
  coach.discord.slowFiles(700);
  const content = 'Two years ago, at a customer day for 120 guests.';
  await fay.writes('', { files: [{ name: 'answer.txt', content }] });
  await fay.person.presses('next');
  await fay.until('2 of 5');
  coach.discord.slowFiles(0);
  expect(await fay.parts('context')).toEqual([content]);
  expect(fay.reads().join('\n')).not.toMatch(/Nothing here yet|came late/);
});

test('an answer of one emoji is kept, with the way to say it in words', async () => {
  const gil = await atFirstStep(coach);
  await gil.answers('🙃');
  expect(await gil.parts('context')).toEqual(['🙃']);
  expect(gil.person.reads()).toContain('I kept that, but I can read only words.');
  expect((await gil.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
});

test.each([
  ['48 emoji', '🙂'.repeat(48)],
  ['nothing that Discord shows', '///:::'],
  ['invisible characters', '\u200b\u200b\u2060'],
  ['two lines', 'nurse\nnight shift'],
  ['a hundred letters', 'x'.repeat(100)],
])('a role of %s makes a thread with a name', async (_, role) => {
  coach.discord.guild(SERVER, { channels: [CHANNEL] });
  const hal = someone(coach);
  await hal.slash('practice-failure', { sub: 'start', options: { where: 'thread', role }, in: CHANNEL });
  await coach.discord.until(() => threadOf(coach, hal) !== undefined, 'a thread', 8_000);
  const { name } = coach.discord.channelOf(threadOf(coach, hal) ?? '');
  expect(name.length).toBeGreaterThan(0);
  expect(name.length).toBeLessThanOrEqual(100);
  expect(encodeURIComponent(name)).toMatch(/^[ -~]+$/);
  expect(name).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

describe('after the critique', () => {
  test('an edit is stored, and the critique is marked as made before it; a deletion empties the step', async () => {
    const ida = await atCritique(coach);
    const [part] = (await ida.session()).answers.reflections ?? [];
    await ida.andSees(() => ida.person.edits(part?.id ?? '', 'I learned to ask for every yes in writing.'));
    const { critique, stage } = await ida.session();
    expect(await ida.parts('reflections')).toEqual(['I learned to ask for every yes in writing.']);
    expect({ outdated: critique?.outdated, at: stage.at }).toEqual({ outdated: true, at: 'critiqued' });
    expect(ida.reads().at(-1)).toContain('The critique was made before this change.');
    await ida.andSees(() => ida.person.deletes(part?.id ?? ''));
    expect(await ida.parts('reflections')).toEqual([]);
  });

  test('a second start offers to go on or to begin anew, and nothing is lost', async () => {
    const joe = await atFirstStep(coach);
    await joe.says('Two years ago, at a customer day for 120 guests.');
    await joe.andSees(() => joe.person.slash('practice-failure', { sub: 'start' }));
    expect(joe.reads().at(-1)).toMatch(/\[Go on\]/);
    expect(await coach.sessions(joe.person.id)).toHaveLength(1);
    expect(await joe.parts('context')).toEqual(['Two years ago, at a customer day for 120 guests.']);
  });

  test('a preview that comes under a message is no edit', async () => {
    const kay = await atFirstStep(coach);
    const said = await kay.says('See https://example.org/ for what I mean, two years ago.');
    const before = kay.cards().length;
    await kay.person.unfurls(said.id);
    await coach.discord.calm(150);
    expect(await kay.parts('context')).toEqual(['See https://example.org/ for what I mean, two years ago.']);
    expect(kay.cards()).toHaveLength(before);
  });
});
