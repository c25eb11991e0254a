import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportPerson } from '../../src/coach/export.ts';
import { exportFiles } from '../../src/coach/export-files.ts';
import { joined } from '../../src/conversation/part.ts';
import { findPerson } from '../../src/store/people.ts';
import { longAnswer } from '../support/long-answer.ts';
import { eventually } from '../support/practice.ts';
import { type SlackCoach, startSlackCoach } from '../support/slack-coach.ts';
import {
  atCritique,
  atDraft,
  atFirstStep,
  beginsInSlack,
  type SlackThread,
} from '../support/slack-thread.ts';

/** What a person typed, and what becomes of it on its way through Slack, the database and back. */

let coach: SlackCoach;
beforeAll(async () => {
  coach = await startSlackCoach('slack-faults-words');
});
afterAll(async () => {
  expect(coach.slack.violations).toEqual([]);
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

/** Every text that Slack looks for pings in: the fallback, and `mrkdwn`. */
function parsedBySlack(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(parsedBySlack);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, ...rest } = value as { readonly type?: unknown; readonly text?: unknown };
  const isParsed = typeof text === 'string' && (type === 'mrkdwn' || 'channel' in rest);
  return [...(isParsed ? [text] : parsedBySlack(text)), ...Object.values(rest).flatMap(parsedBySlack)];
}

const callsIn = (thread: SlackThread) =>
  coach.slack.calls.filter(({ args }) => args.channel === thread.dm && args.thread_ts !== undefined);

describe("a thread's id", () => {
  test('that ends in zeros is the very same string in every call and in the database', async () => {
    const ada = await beginsInSlack(coach, 'U0ADA');
    expect(ada.root).toMatch(/^\d{10}\.\d{5}0$/);
    expect(String(Number(ada.root))).not.toBe(ada.root);
    const told = await atDraft(coach, 'U0BEA');
    await told.andSees(() => told.says('go'));
    const threads = callsIn(told).map(({ args }) => args.thread_ts);
    expect(threads.length).toBeGreaterThan(8);
    expect(new Set(threads)).toEqual(new Set([told.root]));
    const { rows } = await coach.world.pool.query<{ place: string }>('SELECT place FROM sessions');
    expect(rows.map(({ place }) => place.split('/').at(-1))).toEqual(
      expect.arrayContaining([expect.stringContaining(ada.root), expect.stringContaining(told.root)]),
    );
  });

  test('of a message is kept to its last digit', async () => {
    const cy = await atFirstStep(coach, 'U0CY');
    const said = await cy.answers('Two years ago, at a customer day for 120 guests.');
    const [part] = (await cy.session()).answers.context ?? [];
    expect(part?.id).toBe(said.ts);
    expect(part?.stamp).toBe(said.ts);
  });
});

describe('what Slack sends is not what was typed', () => {
  const SENT =
    'Costs &amp; risk &lt;5%; see <https://ex.org/a?x=1&amp;y=2|the report>, thanks <@U0GRACE> and <!channel>';
  const TYPED = 'Costs & risk <5%; see the report (https://ex.org/a?x=1&y=2), thanks @Grace and @channel';

  test('entities, links and names are stored as a person reads them, and shown so again', async () => {
    coach.slack.user('U0GRACE', { name: 'Grace' });
    const dee = await atFirstStep(coach, 'U0DEE');
    await dee.person.says(SENT, { thread: dee.root, raw: true });
    expect(await dee.parts('context')).toEqual([TYPED]);
    expect(await exported('U0DEE')).toContain(TYPED);
    await dee.goesOn();
    await dee.andSees(() => dee.says('go'));
    const shown = dee.person.reads({ thread: dee.root });
    expect(shown.split('\n')).toContain(`> ${TYPED}`);
  });

  test('nobody is woken by what somebody typed', async () => {
    const eva = await atFirstStep(coach, 'U0EVA');
    await eva.answers('<!channel> and @here and <@U0GRACE> stood there, two years ago.');
    await eva.andSees(() => eva.says('go'));
    const posted = JSON.stringify(eva.cards().map(({ text, blocks }) => [text, blocks]));
    expect(posted).toContain('stood there');
    // Elements of rich text parse nothing; what could ping are these elements, and text that Slack parses.
    for (const ping of ['"type":"broadcast"', '"type":"user"', '"type":"usergroup"'])
      expect(posted).not.toContain(ping);
    expect(parsedBySlack(eva.cards()).join('\n')).not.toMatch(/<[!@#]|@here/);
  });
});

describe('a NUL in an answer', () => {
  test('is left out, the rest is stored and asked on, and nothing comes again', async () => {
    const flo = await atFirstStep(coach, 'U0FLO');
    const said = await flo.says('In 2019 we\u0000failed, at a customer day for 120 guests.');
    expect(said.ack.status).toBe(200);
    expect((await flo.parts('context')).join()).toMatch(/we ?failed, at a customer day/);
    await flo.goesOn();
    expect((await flo.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
  });

  test('typed into the form it is left out too', async () => {
    const gil = await atDraft(coach, 'U0GIL');
    await gil.person.presses('form');
    await coach.slack.until(() => gil.person.modal() !== undefined, 'the form');
    await gil.andSees(() => gil.person.submits({ context: 'In 2019 we\u0000failed, for 120 guests.' }));
    expect((await gil.parts('context')).join()).toMatch(/we ?failed, for 120 guests/);
    expect(gil.person.modal()).toBeUndefined();
  });
});

test('an answer of 40,000 characters is kept whole, and its critique gets through', async () => {
  const hal = await beginsInSlack(coach, 'U0HAL');
  await hal.andSees(() => hal.says('answer'));
  await hal.andSees(() => hal.says('skip'));
  const whole = longAnswer(39_990);
  await hal.says(whole);
  await hal.goesOn();
  for (let more = 0; more < 3 && (await hal.session()).critique === undefined; more += 1)
    await hal.andSees(() => hal.says('go'));
  await eventually(async () => (await hal.session()).critique !== undefined);
  const session = await hal.session();
  expect(session.critique?.draftNo).toBe(1);
  expect(joined(session.failure).trim()).toBe(whole.trim());
  await hal.andSees(() => hal.says('more'));
  await hal.andSees(() => hal.says('draft'));
  const refused = coach.slack.calls.filter(({ args, result }) => args.channel === hal.dm && result !== 'ok');
  expect(refused).toEqual([]);
});

test('an answer of one emoji is kept, with the way to say it in words', async () => {
  const ida = await atFirstStep(coach, 'U0IDA');
  await ida.answers('🙃');
  expect(await ida.parts('context')).toEqual(['🙃']);
  expect(ida.person.reads()).toContain('I kept that, but I can read only words.');
  expect((await ida.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
});

describe('after the critique', () => {
  test('an edit is stored, and the critique is marked as made before it, with a way to have it looked at again', async () => {
    const joe = await atCritique(coach, 'U0JOE');
    const [part] = (await joe.session()).answers.reflections ?? [];
    await joe.andSees(() => joe.person.edits(part?.id ?? '', 'I learned to ask for every yes in writing.'));
    const { answers, critique, stage } = await joe.session();
    expect(answers.reflections?.map(({ text }) => text)).toEqual([
      'I learned to ask for every yes in writing.',
    ]);
    expect({ outdated: critique?.outdated, at: stage.at }).toEqual({ outdated: true, at: 'critiqued' });
    // The picture is shown a moment after its card.
    const lines = joe.person.reads().split('\n');
    const shown = lines.filter((line) => !line.startsWith('(picture')).slice(-2);
    expect(shown).toEqual([
      'The critique was made before this change. Type go and I look again.',
      expect.stringContaining('[Look again]'),
    ]);
    await joe.andSees(() => joe.person.deletes(part?.id ?? ''));
    expect(await joe.parts('reflections')).toEqual([]);
  });

  test('a second start offers to go on or to begin anew, and nothing is lost', async () => {
    const kay = await atFirstStep(coach, 'U0KAY');
    await kay.says('Two years ago, at a customer day for 120 guests.');
    await kay.andSees(() => kay.person.slash(''));
    const labels = JSON.stringify(kay.cards().at(-1)?.blocks);
    expect(labels).toMatch(/Go on/);
    expect(await coach.sessions('U0KAY')).toHaveLength(1);
    expect(await kay.parts('context')).toEqual(['Two years ago, at a customer day for 120 guests.']);
  });
});
