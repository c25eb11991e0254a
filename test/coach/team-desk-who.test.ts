import { afterEach, expect, test } from 'vitest';
import { teamsInChannel } from '../../src/store/teams/read-teams.ts';
import { atDesk, said } from '../support/at-team-desk.ts';

/** Who is asked for a series, said at the desk of a team. */

let close: (() => Promise<unknown>) | undefined;
afterEach(() => close?.());

async function opened(name: string, groups: readonly { value: string; label: string }[]) {
  const desk = await atDesk(name);
  close = () => desk.world.close();
  const offered = async () => ({ channels: [], groups, knowsMembers: true });
  const types = (words: string) => desk.desk.commanded(words, desk.from('Olga', { offered }));
  const { pool, ring } = desk.world;
  const who = async () =>
    (await teamsInChannel(pool, ring, { platform: 'slack', scope: 'T1' }, 'slack/C1'))[0]?.series.who;
  return { ...desk, types, who };
}

test('a group that is typed is the one that is meant, when it is scheduled and when it is changed', async () => {
  const { types, who } = await opened('who', [
    { value: 'S0SALES', label: '@sales: Sales' },
    { value: 'S0ENG', label: '@eng: Engineering' },
  ]);
  await types('team schedule every Thursday 15:00 for @sales');
  expect(await who()).toEqual({ group: 'S0SALES' });
  await types('team edit for @eng');
  expect(await who()).toEqual({ group: 'S0ENG' });
  expect(said(await types('team edit for @nobody'))).toContain('for @sales, or for @eng');
  expect(await who()).toEqual({ group: 'S0ENG' });
  await types('team edit for those who join');
  expect(await who()).toBe('joiners');
});

test('a form offers what its platform tells, with what was typed filled in', async () => {
  const { types } = await opened('who form', [{ value: 'S0SALES', label: '@sales: Sales' }]);
  const form = (await types('team schedule for @sales'))?.form?.card;
  const inputs = form?.blocks.flatMap((block) => (block.kind === 'input' ? [block.input] : [])) ?? [];
  expect(inputs.find(({ id }) => id === 'group')).toMatchObject({ value: 'S0SALES' });
  const who = inputs.find(({ id }) => id === 'who');
  expect(who).toMatchObject({ value: 'group' });
  const offered = who?.type === 'choice' ? who.options.map(({ label }) => label) : [];
  expect(offered).toEqual(['Whoever joins', 'All members of the channel', 'People by name', 'A group']);
});
