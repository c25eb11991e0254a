import { afterEach, describe, expect, test } from 'vitest';
import type { Critic } from '../../src/critique/critic.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { createRubricCritic } from '../../src/critique/rubric.ts';
import { later } from '../../src/mocks/instants.ts';
import type { Mock } from '../../src/mocks/mock.ts';
import { readSession } from '../../src/store/teams/read-session.ts';
import { gate } from '../coach/put-in.ts';
import { backends, queueOf } from '../jobs/queue-of.ts';
import { idOf, playedWorkspace, TEAM, teamIn } from '../support/played-team.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';

/** The coach's card of an answer that was typed in a team's session, where its job is lost or fails. */

const NOW = '2027-03-01T09:00:00.000Z';
const STARTS = '2027-03-04T14:00:00.000Z';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIRST = 's1n1';
const TYPED =
  'Two years ago I agreed the room for our customer day by phone and never got it in writing. The hotel told me it was double booked. I found a smaller place the same day and rang sales myself. I learned to ask for it in writing. Last March I did that with the fair.';
const HARD =
  'I was fired after my breakdown last year and I still cannot talk about it. I wanted to end my life.';

const rubric = createRubricCritic(loadLanguage());
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.each(backends)('with the queue on $kind', ({ kind, redisUrl, isThere }) => {
  async function playing(name: string, critic: Critic, options: Parameters<typeof createWorld>[1] = {}) {
    const workspace = playedWorkspace();
    const clock = { at: new Date(NOW) };
    const world = await createWorld(`heard ${name} ${kind}`, {
      performers: [workspace],
      now: () => clock.at,
      redisUrl,
      critic,
      ...options,
    });
    return { world, clock, team: teamIn(world, clock, workspace) };
  }
  type Played = Awaited<ReturnType<typeof playing>>;

  /** Two of a team are in a session, and the candidate has typed and sent this. */
  async function typed({ team, world }: Played, text: string): Promise<string> {
    await team.schedules('every Thursday 15:00');
    await team.until(later(STARTS, -2 * DAY));
    for (const name of ['Ada', 'Ben']) await team.presses(FIRST, name, 'join');
    await team.until(later(STARTS, -5 * MINUTE));
    for (const name of ['Ada', 'Ben']) await team.presses(FIRST, name, 'here');
    await team.until(later(STARTS, 2 * MINUTE));
    const candidate = (await session(world))?.groups[0]?.pair[0] ?? '';
    await team.inSession(FIRST, { type: 'typed', by: candidate, text });
    await team.presses(FIRST, candidate === idOf('Ada') ? 'Ada' : 'Ben', 'send');
    return candidate;
  }

  const session = ({ pool, ring }: World): Promise<Mock | undefined> => readSession(pool, ring, TEAM, FIRST);
  const coachCards = async (world: World) =>
    ((await session(world))?.cards ?? []).filter(({ by }) => by === 'coach').length;
  const awaited = async ({ pool }: World) =>
    (await pool.query('SELECT 1 FROM team_words WHERE awaited_since IS NOT NULL')).rowCount;

  async function jobsLeft(world: World): Promise<number> {
    const queue = queueOf(world, 'team-critique');
    closing.push(() => queue.close());
    return (await queue.jobs()).length;
  }

  test.runIf(isThere)(
    'its job is lost and its process ends while it reads: after the next start the card comes once, to both, though the session is over',
    async () => {
      const begun = gate();
      const before = await playing('lost', async (_, signal) => {
        begun.open();
        return endsWith(signal);
      });
      const candidate = await typed(before, TYPED);
      await begun.opened;
      const queue = queueOf(before.world, 'team-critique');
      await queue.lose();
      await queue.close();
      const { url, keys, namespace } = before.world;
      closing.push(() => before.world.drop());
      await before.world.dropDead();
      expect(await jobsLeft(before.world)).toBe(0);

      const after = await playing('lost again', rubric, { url, keys, namespace });
      closing.push(() => after.world.close());
      after.clock.at = before.clock.at;
      await after.team.until(later(STARTS, 90 * MINUTE));
      expect(await coachCards(after.world)).toBe(0);
      await after.world.sweeps.atStart();
      await eventually(async () => (await coachCards(after.world)) === 1);
      // One who typed and one who listened.
      const heard = () => ['Ada', 'Ben'].map((name) => after.team.told(idOf(name)).filter(hasCoach).length);
      await eventually(() => heard().join() === '1,1');
      expect(after.team.told(candidate).find(hasCoach)).toContain('Your answer');

      after.clock.at = new Date(after.clock.at.getTime() + 5 * MINUTE);
      await after.world.sweeps.atStart();
      await after.world.sweeps.everyMinute();
      await eventually(async () => (await jobsLeft(after.world)) === 0);
      expect([await coachCards(after.world), await awaited(after.world), heard().join()]).toEqual([
        1,
        0,
        '1,1',
      ]);
    },
  );

  test.runIf(isThere)(
    'a minute passes and its job is gone: the running process asks for it again by itself',
    async () => {
      let reads = 0;
      const begun = gate();
      const critic: Critic = async (input, signal) => {
        reads += 1;
        if (reads > 1) return rubric(input, signal);
        begun.open();
        return endsWith(signal);
      };
      const played = await playing('gone', critic);
      closing.push(() => played.world.close());
      await typed(played, TYPED);
      await begun.opened;
      const queue = queueOf(played.world, 'team-critique');
      closing.push(() => queue.close());
      await queue.lose();
      await played.world.sweeps.everyMinute();
      expect([await queue.jobs(), reads]).toEqual([[], 1]);
      played.clock.at = new Date(played.clock.at.getTime() + 2 * MINUTE);
      await played.world.sweeps.everyMinute();
      await eventually(async () => (await coachCards(played.world)) === 1);
      expect(reads).toBe(2);
    },
  );

  test.runIf(isThere)(
    'a hard story is read and has no card, and a critic that always fails is left: neither is asked for again',
    async () => {
      let reads = 0;
      const broken: Critic = () => {
        reads += 1;
        throw new Error('a fault of its own');
      };
      for (const [name, text, tries] of [
        ['hard', HARD, 0],
        ['broken', TYPED, 3],
      ] as const) {
        const played = await playing(name, broken);
        closing.push(() => played.world.close());
        await typed(played, text);
        await eventually(async () => (await awaited(played.world)) === 0);
        played.clock.at = new Date(played.clock.at.getTime() + 5 * MINUTE);
        await played.world.sweeps.atStart();
        await played.world.sweeps.everyMinute();
        const isHeard = (await session(played.world))?.words.map(({ heard }) => heard);
        expect([isHeard, await coachCards(played.world), reads]).toEqual([[true], 0, tries]);
      }
    },
  );
});

/** A critic that comes to no end before its job does. */
function endsWith(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('ended')));
  });
}

function hasCoach(words: string): boolean {
  return words.includes('the coach: ');
}
