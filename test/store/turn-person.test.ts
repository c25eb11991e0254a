import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { createPerson } from '../../src/store/people.ts';
import { openTurn } from '../../src/store/turn.ts';
import type { TurnPerson } from '../../src/store/turn-person.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { createWorld, type World } from '../support/practice.ts';

const ADA: PersonRef = { platform: 'terminal', scope: 'local', userId: 'ada' };

let world: World;
afterEach(() => world?.close());

/** What a turn knows of Ada as it opens. */
async function adaNow(): Promise<TurnPerson> {
  const opened = await openTurn(world.pool, world.ring, ADA, randomUUID(), { place: 'terminal:ada' });
  if (opened.found !== 'turn') throw new Error(opened.found);
  await opened.turn.abort();
  return opened.turn.person;
}

test('somebody new is spoken to gently, without numbers, and has not practised', async () => {
  world = await createWorld('a new person', { jobs: false });
  await createPerson(world.db, world.ring, ADA, { externalId: ADA.scope });
  expect(await adaNow()).toMatchObject({ manner: { tone: 'gentle', numbers: false }, practised: false });
  expect((await adaNow()).manner).not.toHaveProperty('wordsPerMinute');
});

test('a turn knows what the person has set', async () => {
  world = await createWorld('a person with settings', { jobs: false });
  await createPerson(world.db, world.ring, ADA, { externalId: ADA.scope });
  await world.pool.query(`UPDATE people SET tone = 'direct', show_numbers = true, words_per_minute = 131`);
  expect((await adaNow()).manner).toEqual({ tone: 'direct', numbers: true, wordsPerMinute: 131 });
});
