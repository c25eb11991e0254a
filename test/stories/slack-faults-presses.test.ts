import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findPerson } from '../../src/store/people.ts';
import { readBlocks } from '../fakes/slack/plain.ts';
import { type SlackCoach, startSlackCoach } from '../support/slack-coach.ts';
import { atDraft, atFirstStep, type SlackThread } from '../support/slack-thread.ts';

/** Impatient fingers, old buttons, other people's cards, and forms that open or close too late. */

let coach: SlackCoach;
beforeAll(async () => {
  coach = await startSlackCoach('slack-faults-presses');
});
afterEach(() => coach.slack.healFaults());
afterAll(async () => {
  expect(coach.slack.violations).toEqual([]);
  await coach.close();
});

const told = (thread: SlackThread) => thread.person.ephemerals.map(({ blocks }) => readBlocks(blocks ?? []));

/** Nobody else gets at the people's rows until it is called: a migration, a backup, a full disk. */
async function blocksPeople(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: coach.world.url });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE people, sessions IN ACCESS EXCLUSIVE MODE');
  return async () => {
    await client.query('ROLLBACK');
    await client.end();
  };
}

describe('a button', () => {
  test('pressed three times at once does its thing once', async () => {
    const ada = await atFirstStep(coach, 'U0ADA');
    await ada.says('Two years ago, at a customer day for 120 guests.');
    const before = ada.cards().length;
    await ada.andSees(() => Promise.all([1, 2, 3].map(() => ada.person.presses('press:next'))));
    await coach.slack.calm(200);
    expect(ada.cards()).toHaveLength(before + 1);
    expect((await ada.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
  });

  test('of an old card changes nothing and says where the talk is', async () => {
    const bea = await atFirstStep(coach, 'U0BEA');
    await bea.answers('Two years ago, at a customer day for 120 guests.');
    await bea.goesOn();
    const before = await bea.session();
    await bea.andSees(() => bea.person.presses('press:skip'));
    const { answers, skipped, stage } = await bea.session();
    expect({ answers, skipped, stage }).toEqual({
      answers: before.answers,
      skipped: before.skipped,
      stage: before.stage,
    });
    expect(readBlocks(bea.cards().at(-1)?.blocks ?? [])).toMatch(/3 of 5|earlier/);
  });

  test('pressed by somebody else does nothing, says so to them alone, and notes nothing of them', async () => {
    const cy = await atFirstStep(coach, 'U0CY');
    const mallory = coach.slack.user('U0MALLORY', { name: 'Mallory' });
    const before = await cy.session();
    const ack = await cy.person.presses('press:next', { as: 'U0MALLORY' });
    await coach.slack.until(() => mallory.ephemerals.length > 0, 'a line for Mallory');
    expect(ack.status).toBe(200);
    expect(mallory.ephemerals.map(({ blocks }) => readBlocks(blocks ?? []))).toEqual([
      'This card is somebody else’s, so nothing happened.',
    ]);
    expect(await cy.session()).toEqual(before);
    expect(cy.person.ephemerals).toHaveLength(1);
    const { db, ring } = coach.world;
    expect(await findPerson(db, ring, coach.ref('U0MALLORY'))).toBeUndefined();
  });

  test('that deletes everything, confirmed twice, deletes once and tells once', async () => {
    const dee = await atFirstStep(coach, 'U0DEE');
    await dee.person.slash('delete my data');
    const before = told(dee).length;
    await Promise.all([dee.person.presses('press:erase-yes'), dee.person.presses('press:erase-yes')]);
    await coach.slack.until(() => told(dee).length > before, 'told that all is deleted');
    await coach.slack.calm(150);
    expect(told(dee)).toHaveLength(before + 1);
    expect(await coach.sessions('U0DEE')).toEqual([]);
  });
});

describe('a form', () => {
  test.each([
    ['expired_trigger_id', 'U0EVA'],
    ['invalid_arguments', 'U0FLO'],
  ])(
    'for which Slack was too slow (%s) is offered again to the person alone, and opens then',
    async (error, id) => {
      const thread = await atDraft(coach, id);
      const before = await thread.session();
      coach.slack.fail('views.open', { error });
      await thread.person.presses('form', { in: thread.newest() });
      await coach.slack.until(() => told(thread).length === 2, 'a line with a button');
      expect(told(thread).at(-1)).toMatch(
        /^Slack was too slow for the form to open. Nothing has changed.\n\[/,
      );
      expect(thread.person.modal()).toBeUndefined();
      expect(await thread.session()).toEqual(before);
      await thread.person.presses({ label: 'Open the form' });
      await coach.slack.until(() => thread.person.modal() !== undefined, 'the form');
      expect(JSON.stringify(thread.person.modal()?.blocks)).toContain('customer day for 120 guests');
    },
  );

  test('opens while the database is blocked, and is filled once it is not', async () => {
    const gil = await atDraft(coach, 'U0GIL');
    const release = await blocksPeople();
    const acked = gil.person.presses('form');
    await coach.slack.until(() => gil.person.modal() !== undefined, 'a form that says "one moment"');
    expect(JSON.stringify(gil.person.modal()?.blocks)).toContain('I am fetching it.');
    expect((await acked).status).toBe(200);
    await release();
    await coach.slack.until(
      () => JSON.stringify(gil.person.modal()?.blocks).includes('120 guests'),
      'the form is filled',
    );
  });

  test('that could not be stored in time keeps the text and says so; saved again it is stored once', async () => {
    const hal = await atDraft(coach, 'U0HAL');
    await hal.person.presses('form');
    await coach.slack.until(() => hal.person.modal() !== undefined, 'the form');
    const release = await blocksPeople();
    const first = await hal.person.submits({ context: 'Three years ago, for 80 guests.' });
    expect(first.payload.response_action).toBe('errors');
    expect(JSON.stringify(hal.person.modal()?.errors)).toContain('Not saved yet. Your text is still here');
    await release();
    await hal.person.submits({ context: 'Three years ago, for 80 guests.' });
    expect(hal.person.modal()).toBeUndefined();
    const saved = () => hal.cards().filter(({ blocks }) => readBlocks(blocks ?? []).startsWith('Saved.'));
    await coach.slack.until(() => saved().length > 0, 'it is saved');
    await coach.slack.calm(150);
    const { answers, replaced } = await hal.session();
    expect(answers.context?.map(({ text }) => text)).toEqual(['Three years ago, for 80 guests.']);
    expect(replaced.filter(({ step }) => step === 'context')).toHaveLength(1);
    expect(saved()).toHaveLength(1);
  });

  test('of a practice that was deleted meanwhile says that it is gone', async () => {
    const ida = await atDraft(coach, 'U0IDA');
    await ida.person.presses('form');
    await coach.slack.until(() => ida.person.modal() !== undefined, 'the form');
    await ida.person.slash('delete my data');
    await ida.person.presses('press:erase-yes');
    expect(await coach.sessions('U0IDA')).toEqual([]);
    await ida.person.submits({ context: 'Three years ago, for 80 guests.' });
    expect(JSON.stringify(ida.person.modal()?.blocks)).toContain('nothing of it is kept');
    expect(await coach.sessions('U0IDA')).toEqual([]);
  });
});
