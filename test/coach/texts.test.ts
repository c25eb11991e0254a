import { afterEach, describe, expect, test } from 'vitest';
import { MAX_TEXT } from '../../src/text/clean.ts';
import { backends } from '../jobs/queue-of.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';

let world: World;
afterEach(() => world?.close());

describe.each(backends)('with the queue on $kind', ({ kind, redisUrl, isThere }) => {
  test.runIf(isThere)(
    'a NUL in an answer: it is stored without it, quoted and critiqued, and nothing is tried again',
    async () => {
      world = await createWorld(`nul ${kind}`, { redisUrl });
      const ada = world.person('ada');
      for (const line of [
        '/practice-failure',
        'story',
        'event\u0000 manager',
        'we\u0000failed \ud83d the room',
      ])
        await ada.says(line);
      expect(
        ada
          .cards()
          .map((card) => JSON.stringify(card))
          .join(''),
      ).not.toContain('\\u0000');
      await ada.says('Two years ago\u0000 I ran the day for 120 guests.\r\nIt mattered to sales.');
      await ada.says('\ufeffI agreed the room by phone and never got it in writing.\udc00');
      await ada.says('I rang\u0007 sales myself the same day.');
      await ada.says('I learned to ask for it in writing.');
      await ada.says('Last March I asked for a signed form 👩🏽‍🍳.');
      await ada.says('go');
      await eventually(() => ada.reads().includes('KEEP'));
      const session = await ada.session();
      expect(session?.purpose).toMatchObject({ kind: 'role', name: 'event manager' });
      expect(session?.failure[0]?.text).toBe('wefailed  the room');
      // What was told at first stands before the second answer; the newest words of each step are the answer to it.
      const newest = world.catalog.default.steps.map(({ id }) => session?.answers[id]?.at(-1)?.text);
      expect(newest).toEqual([
        'Two years ago I ran the day for 120 guests.\nIt mattered to sales.',
        'I agreed the room by phone and never got it in writing.',
        'I rang sales myself the same day.',
        'I learned to ask for it in writing.',
        'Last March I asked for a signed form 👩🏽‍🍳.',
      ]);
      expect(world.logged.filter(({ event }) => /failed|threw|lost/.test(event))).toEqual([]);
      const { rows } = await world.pool.query('SELECT DISTINCT state, attempts FROM outbox');
      expect(rows).toEqual([{ state: 'done', attempts: 1 }]);
    },
  );
});

test('forty thousand characters are read whole; one more is refused with what is kept, and nothing of it is stored', async () => {
  world = await createWorld('over-long', { jobs: false });
  const ada = world.person('ada');
  for (const line of ['/practice-failure', 'story', 'skip', 'I lost the room.']) await ada.says(line);
  await ada.says('x'.repeat(MAX_TEXT + 1), { id: 'long' });
  expect(ada.reads()).toContain('That is 40,001 characters and I can read up to 40,000.');
  expect((await ada.session())?.answers.context).toBeUndefined();
  const whole = 'lost it. '.repeat(MAX_TEXT / 9 + 1).slice(0, MAX_TEXT - 1);
  await ada.says(`${whole}.`, { id: 'whole' });
  expect((await ada.session())?.answers.context?.[0]?.text).toBe(`${whole}.`);
  await ada.happens({ type: 'edited', messageId: 'whole', text: 'y'.repeat(MAX_TEXT + 1) });
  expect((await ada.session())?.answers.context?.[0]?.text).toBe(`${whole}.`);
});

test('a Slack stamp is the very string it was, wherever it comes back', async () => {
  world = await createWorld('stamps', { jobs: false });
  const ada = world.person('U1', 'slack');
  const thread = '1764072000.001200';
  const place = { platform: 'slack', channel: 'C1', thread } as const;
  await world.system.coach.handle({
    id: 'm1',
    person: ada.ref,
    place,
    what: { type: 'said', messageId: 'm1', stamp: thread, text: '/practice-failure', ends: 'now' },
  });
  const { rows } = await world.pool.query('SELECT place FROM sessions UNION SELECT place FROM outbox');
  expect(rows).toEqual([{ place: `slack/C1/${thread}` }]);
});
