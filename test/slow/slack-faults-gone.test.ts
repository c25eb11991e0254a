import { afterEach, describe, expect, test } from 'vitest';
import { createPerson, findPerson } from '../../src/store/people.ts';
import { readBlocks } from '../fakes/slack/plain.ts';
import { dumpDatabase } from '../support/dump.ts';
import { type SlackCoach, startSlackCoach } from '../support/slack-coach.ts';
import { atFirstStep, beginsInSlack, type SlackThread } from '../support/slack-thread.ts';

/** An app that was removed, a token that died, a practice and a person that were deleted: nothing comes back. */

let coach: SlackCoach;
afterEach(async () => {
  expect(coach.slack.violations).toEqual([]);
  await coach.close();
});

const OTHER = { platform: 'slack', scope: 'T0OTHER', userId: 'U0OTHER' } as const;
const KEPT = ['T0OTHER', 'U0OTHER'];
const installationsIn = (dump: string) => /installations: (\d+) rows/.exec(dump)?.[1];

/** Somebody of another workspace, kept on the same database. */
async function anotherWorkspace(): Promise<void> {
  await createPerson(coach.world.db, coach.world.ring, OTHER, { externalId: OTHER.scope });
}

/** All that is stored names neither this workspace nor anybody of it, and still the other one. */
async function expectGone(people: readonly SlackThread[]): Promise<void> {
  const dump = await dumpDatabase(coach.world.url);
  for (const { person, root, dm } of people)
    for (const trace of [person.id, root, dm]) expect(dump).not.toContain(trace);
  expect(dump).not.toContain(coach.slack.teamId);
  expect(installationsIn(dump)).toBe('1');
  for (const trace of KEPT) expect(dump).toContain(trace);
}

const posts = () => coach.slack.calls.filter(({ method }) => method.startsWith('chat.'));

describe('the app is removed from the workspace', () => {
  test.each(['uninstalled-first', 'revoked-first'] as const)(
    'and its events come %s: its data are gone, nothing is sent any more, other workspaces stay',
    async (order) => {
      coach = await startSlackCoach('slack-faults-removed');
      await anotherWorkspace();
      const ada = await atFirstStep(coach, 'U0ADA');
      const bea = await beginsInSlack(coach, 'U0BEA');
      // An answer is open: a bell is in the queue that would ring later.
      await ada.says('Two years ago, at a customer day for 120 guests.');
      const before = posts().length;
      await coach.slack.uninstall(order);
      await expectGone([ada, bea]);
      await coach.world.sweeps.everyMinute();
      await coach.world.system.deliverer.sweep();
      await coach.slack.calm(150);
      expect(posts()).toHaveLength(before);
      expect(await findPerson(coach.world.db, coach.world.ring, OTHER)).toBeDefined();
    },
  );
});

describe('a token that is found out by a call', () => {
  test.each(['token_revoked', 'account_inactive'] as const)(
    'to be dead for ever (%s): the data go as if the app had been removed',
    async (code) => {
      coach = await startSlackCoach('slack-faults-dead-token');
      await anotherWorkspace();
      const ada = await atFirstStep(coach, 'U0ADA');
      coach.slack.revoke(code);
      await ada.says('Two years ago, at a customer day for 120 guests.');
      await ada.person.presses('press:next');
      await coach.slack.until(() => coach.slack.calls.some(({ result }) => result === code), 'the call');
      await coach.slack.calm(300);
      expect(coach.adapter.isReady()).toBe(false);
      await expectGone([ada]);
      const before = posts().length;
      await coach.world.system.deliverer.sweep();
      await coach.slack.calm(150);
      expect(posts()).toHaveLength(before);
    },
  );

  test('to be dead for one person only (account_inactive), while it works, deletes nothing of anybody', async () => {
    coach = await startSlackCoach('slack-faults-one-inactive');
    const ada = await atFirstStep(coach, 'U0ADA');
    const bea = await atFirstStep(coach, 'U0BEA');
    coach.slack.fail('chat.postMessage', { error: 'account_inactive' });
    await ada.says('tips');
    await coach.slack.until(
      () => coach.slack.calls.some(({ result }) => result === 'account_inactive'),
      'the call',
    );
    await coach.slack.until(
      () => coach.slack.calls.filter(({ method }) => method === 'auth.test').length > 1,
      'the question whether the token works',
    );
    await bea.andSees(() => bea.says('tips'));
    expect((await coach.sessions('U0ADA')).length + (await coach.sessions('U0BEA')).length).toBe(2);
    expect(coach.adapter.isReady()).toBe(true);
  });

  test('to be none (invalid_auth) deletes nothing, and the card waits until somebody mends it', async () => {
    coach = await startSlackCoach('slack-faults-wrong-token');
    const ada = await atFirstStep(coach, 'U0ADA');
    coach.slack.fail('chat.postMessage', { error: 'invalid_auth' });
    await ada.says('Two years ago, at a customer day for 120 guests.');
    await ada.person.presses('press:next');
    await coach.slack.until(() => posts().some(({ result }) => result === 'invalid_auth'), 'the refusal');
    await coach.slack.calm(150);
    expect(await ada.parts('context')).toEqual(['Two years ago, at a customer day for 120 guests.']);
    expect((await ada.session()).stage).toMatchObject({ at: 'asking', step: 'failure' });
    expect(coach.adapter.isReady()).toBe(true);
    const { rows } = await coach.world.pool.query(
      "SELECT state FROM outbox WHERE performer = 'slack' AND state <> 'done'",
    );
    expect(rows).toHaveLength(1);
  });
});

describe('somebody who was deleted', () => {
  async function deleted(id: string): Promise<SlackThread> {
    const thread = await atFirstStep(coach, id);
    await thread.person.slash('delete my data');
    await thread.person.presses('press:erase-yes');
    expect(await coach.sessions(id)).toEqual([]);
    return thread;
  }

  test('and is heard of by an old event is not made anew; who writes again is told, and begins anew by a button', async () => {
    coach = await startSlackCoach('slack-faults-deleted', { pauseMs: 1 });
    const { slack } = coach;
    const ada = await atFirstStep(coach, 'U0ADA');
    const said = await ada.says('Two years ago, at a customer day for 120 guests.');
    await ada.person.slash('delete my data');
    await ada.person.presses('press:erase-yes');
    await slack.until(() => ada.cards().length === 0, 'what was posted is removed', 10_000);

    // What was written long before is an echo.
    const late = { ...said.ack.body, event: { ...(said.ack.body.event as object), ts: '1700000000.000100' } };
    expect((await slack.deliver(late)).status).toBe(200);
    await slack.calm(150);
    expect(ada.cards()).toEqual([]);
    expect(await findPerson(coach.world.db, coach.world.ring, coach.ref('U0ADA'))).toBeUndefined();

    await ada.person.says('hi');
    await slack.until(() => ada.cards().length === 1, 'an answer');
    expect(readBlocks(ada.cards()[0]?.blocks ?? [])).toBe(
      'Nothing of yours is kept here any more. To begin anew:\n[Begin]',
    );
    expect(await findPerson(coach.world.db, coach.world.ring, coach.ref('U0ADA'))).toBeUndefined();
    await ada.person.presses({ label: 'Begin' });
    await slack.until(() => ada.cards().length >= 3, 'a practice begins');
    expect(await coach.sessions('U0ADA')).toHaveLength(1);
  });

  test('and presses a button of an old card is told that nothing is kept', async () => {
    // With a pause, the old cards are there still.
    coach = await startSlackCoach('slack-faults-deleted-card', { pauseMs: 60_000 });
    const ada = await deleted('U0ADA');
    const before = ada.person.ephemerals.length;
    await ada.person.presses('press:next', { again: true });
    await coach.slack.until(() => ada.person.ephemerals.length > before, 'a line');
    expect(readBlocks(ada.person.ephemerals.at(-1)?.blocks ?? [])).toContain(
      'Nothing of yours is kept here any more.',
    );
    expect(await coach.sessions('U0ADA')).toEqual([]);
  });
});

test('a button of a practice that was deleted acts on no other one, and says so', async () => {
  coach = await startSlackCoach('slack-faults-deleted-practice');
  const ada = await atFirstStep(coach, 'U0ADA');
  const old = ada.newest();
  const first = await ada.session();
  // Its cards are removed at once: here they stand a while longer.
  coach.slack.fail('chat.delete', { error: 'internal_error' }, 100);
  await ada.says('My brother died that spring, and I was not there for the project or for him.');
  await ada.goesOn();
  await ada.andSees(() => ada.says('delete'));
  await ada.andSees(() => ada.says('delete'));
  expect((await coach.sessions('U0ADA')).map(({ id }) => id)).not.toContain(first.id);
  const second = await beginsInSlack(coach, 'U0ADA');
  const before = await second.session();
  await second.andSees(() => second.person.presses('press:tips', { in: old }));
  const { stage, answers } = await second.session();
  expect({ stage, answers }).toEqual({ stage: before.stage, answers: before.answers });
  expect(await coach.sessions('U0ADA')).toHaveLength(1);
});
