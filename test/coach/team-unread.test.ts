import { afterEach, expect, test } from 'vitest';
import { CardSchema } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import { later } from '../../src/mocks/instants.ts';
import { unreadBy } from '../../src/store/teams/unread.ts';
import { ownPlace } from '../../src/who/place.ts';
import { cardOfWords } from '../mocks/machine.ts';
import { idOf, playedWorkspace, TEAM, teamIn } from '../support/played-team.ts';
import { createWorld } from '../support/practice.ts';

/** What could not be written to somebody of a team, as it waits for them to look. */

const NOW = '2027-03-01T09:00:00.000Z';
const STARTS = '2027-03-04T14:00:00.000Z';
const MINUTE = 60_000;
const FIRST = 's1n1';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test('what somebody could not be shown is kept for them alone, until something comes through or whose words they are goes', async () => {
  const workspace = playedWorkspace();
  const clock = { at: new Date(NOW) };
  const world = await createWorld('team unread', { performers: [workspace], now: () => clock.at });
  closing.push(() => world.close());
  const team = teamIn(world, clock, workspace);
  const shut = new Set([idOf('Ada')]);
  workspace.answer = ({ place }) =>
    shut.has(place.channel) ? { outcome: 'refused', reason: 'not-reached 50007' } : undefined;
  const unread = async (name: string, since: 'last-shown' | 'a-day' = 'last-shown') =>
    (await unreadBy(world.pool, world.ring, TEAM, idOf(name), since)).map((body) =>
      fallbackText(CardSchema.parse(JSON.parse(body))),
    );

  await team.schedules('every Thursday 15:00');
  await team.until(later(STARTS, -2 * 24 * 60 * MINUTE));
  for (const name of ['Ada', 'Ben']) await team.presses(FIRST, name, 'join');
  expect(await unread('Ada')).toHaveLength(1);
  expect(await unread('Ben')).toEqual([]);

  // Something comes through: what did not is not held out any more, and is there for whoever asks.
  shut.clear();
  await team.until(later(STARTS, -5 * MINUTE));
  expect(await unread('Ada')).toEqual([]);
  expect(await unread('Ada', 'a-day')).toHaveLength(1);
  expect(await unread('Ben', 'a-day')).toEqual([]);

  shut.add(idOf('Ada'));
  for (const name of ['Ada', 'Ben']) await team.presses(FIRST, name, 'here');
  await team.until(later(STARTS, 8 * MINUTE));
  for (const name of ['Ada', 'Ben'])
    await team.inSession(FIRST, {
      type: 'carded',
      by: idOf(name),
      turn: 0,
      card: cardOfWords(`secret of ${name}`),
    });
  expect((await unread('Ada')).join('\n')).toContain('secret of Ben');
  expect(await unread('Ben')).toEqual([]);

  const ben = { platform: 'slack', scope: 'T1', userId: idOf('Ben') } as const;
  const what = { type: 'pressed', action: 'erase-yes' } as const;
  await world.system.coach.handle({ id: 'erase-ben', person: ben, place: ownPlace(ben), what });
  expect((await unread('Ada', 'a-day')).join('\n')).not.toMatch(/secret of Ben|\bBen\b/u);
});
