import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { openTurn } from '../../src/store/turn.ts';
import { placeKey } from '../../src/who/place.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';
import { backends } from './queue-of.ts';
import { aMoment, clockAt, dueOf, plans, reminders, timeComes } from './reminded.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.each(backends)('with the queue on $kind', ({ kind, redisUrl, isThere }) => {
  describe.runIf(isThere)('a wake that is not where the wall wants it', () => {
    async function armed(name: string) {
      const clock = clockAt('2027-03-08T10:00:00Z');
      const world = await createWorld(`outdated ${name} ${kind}`, { redisUrl, now: clock.now });
      closing.push(() => world.close());
      const ada = world.person('ada');
      await ada.says('remind zone Europe/Berlin');
      await plans(ada, 'daily 9:00');
      const due = (await dueOf(world)) ?? 0;
      return { clock, world, ada, due };
    }
    const outdated = ({ logged }: World) => logged.filter(({ event }) => event === 'wakes-replanned');

    test('is found anew at a start, where the zone had other rules as it was armed', async () => {
      const { clock, world, ada, due } = await armed('rules');
      await asWithOldRules(world);
      expect(await dueOf(world)).toBe(due - HOUR);
      await world.sweeps.atStart();
      expect(await dueOf(world)).toBe(due);
      expect(outdated(world)).toHaveLength(1);
      await world.sweeps.everyDay();
      expect(outdated(world)).toHaveLength(1);
      clock.setTo(due - HOUR + 100);
      await world.sweeps.everyMinute();
      await aMoment();
      expect(reminders('ada', world)).toBe(0);
      expect(await timeComes(world, clock)).toBe(due);
      expect(ada.reads()).not.toContain('I was away');
    });

    test('is left to its plan where it rings before anybody looked: it comes at the right time', async () => {
      const { clock, world, due } = await armed('row');
      await world.pool.query(`UPDATE wakes SET due_at = due_at - interval '1 hour'`);
      clock.setTo(due - HOUR + 100);
      await world.sweeps.everyMinute();
      await eventually(async () => (await dueOf(world)) === due);
      expect(reminders('ada', world)).toBe(0);
      expect(await timeComes(world, clock)).toBe(due);
    });

    test('is found anew after a clock that ran months ahead was set right', async () => {
      const { clock, world, due } = await armed('clock');
      clock.setTo(due + 180 * DAY);
      await world.sweeps.everyMinute();
      await eventually(async () => ((await dueOf(world)) ?? 0) > due + 180 * DAY);
      // What was missed is said, after its commit.
      await eventually(() => reminders('ada', world) === 1);
      clock.setTo(due - HOUR);
      await world.sweeps.everyDay();
      expect(await dueOf(world)).toBe(due);
      expect(await timeComes(world, clock)).toBe(due);
      expect(reminders('ada', world)).toBe(2);
    });

    test('follows the person to another zone', async () => {
      const { world } = await armed('zone');
      await world.pool.query(`UPDATE people SET zone = 'America/New_York'`);
      await world.sweeps.everyDay();
      // It was past nine in Berlin; there it is five in the morning.
      expect(new Date((await dueOf(world)) ?? 0).toISOString()).toMatch(/^2027-03-08T14:0[0-5]:/);
    });

    test('is not looked for farther ahead than two days', async () => {
      const { clock, world } = await armed('far');
      await world.person('ada').says('remind skip');
      await world.person('ada').says('remind skip');
      const due = (await dueOf(world)) ?? 0;
      await asWithOldRules(world);
      await world.sweeps.everyDay();
      expect(await dueOf(world)).toBe(due - HOUR);
      clock.forward(DAY);
      await world.sweeps.everyDay();
      expect(await dueOf(world)).toBe(due);
    });

    /** Plan and wake as a process stored them whose Node had other rules for the zone. */
    async function asWithOldRules(world: World): Promise<void> {
      const ada = world.person('ada');
      const place = placeKey(ada.place);
      const opened = await openTurn(world.pool, world.ring, ada.ref, randomUUID(), { place });
      if (opened.found !== 'turn' || opened.turn.plan?.next === undefined) throw new Error(opened.found);
      const { plan } = opened.turn;
      const next = opened.turn.plan.next;
      const at = new Date(Date.parse(next.at) - HOUR).toISOString();
      await opened.turn.commit({
        ...{ place, sessions: [], effects: [], now: world.now(), supersede: false },
        plan: { plan: { ...plan, next: { ...next, at } }, bellKey: `e-${randomUUID()}` },
        ...{ local: new Set(['jobs']), holder: world.presence.holder },
      });
    }
  });
});
