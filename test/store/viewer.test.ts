import { afterEach, expect, test } from 'vitest';
import { findPerson } from '../../src/store/people.ts';
import { attemptFor, practicesOf } from '../../src/store/practices.ts';
import { attempts, grants } from '../../src/store/schema.ts';
import { createWorld, type World } from '../support/practice.ts';

let world: World;
afterEach(() => world?.close());

/** Ada has frozen a draft; Grace is somebody else. */
async function withDraft() {
  world = await createWorld('who may read an attempt', { jobs: false });
  for (const name of ['ada', 'grace']) await world.person(name).happens({ type: 'attached' });
  const ada = world.person('ada');
  for (const words of [
    '/practice-failure',
    'story',
    'skip',
    'I lost the tender papers.',
    'skip',
    'I sent the tender a day late.',
    'skip',
    'skip',
    'skip',
    'go',
  ])
    await ada.says(words);
  const owner = await findPerson(world.db, world.ring, ada.ref);
  const other = await findPerson(world.db, world.ring, world.person('grace').ref);
  const [attempt] = await world.db.select().from(attempts);
  if (owner === undefined || other === undefined || attempt === undefined) throw new Error('nothing to read');
  const now = new Date();
  return { owner, other, attempt, now, partner: { as: 'partner', personId: other.id } as const };
}

test('an attempt is read by its owner and by the operator, and by nobody else', async () => {
  const { owner, other, attempt, now, partner } = await withDraft();
  const read = (viewer: Parameters<typeof attemptFor>[2]) =>
    attemptFor(world.db, owner, viewer, attempt.id, now);
  expect((await read({ as: 'owner', personId: owner.id }))?.text).toContain('I sent the tender a day late.');
  expect((await read({ as: 'operator' }))?.text).toContain('I sent the tender a day late.');
  expect(await read(partner)).toBeUndefined();
  expect(await read({ as: 'owner', personId: other.id })).toBeUndefined();
  expect(await practicesOf(world.db, owner, partner)).toEqual([]);
});

test('a partner reads one attempt until the grant ends', async () => {
  const { owner, attempt, now, partner } = await withDraft();
  const until = new Date(now.getTime() + 60_000);
  const { installationId, personId } = attempt;
  await world.db.insert(grants).values({
    id: crypto.randomUUID(),
    installationId,
    personId,
    viewerId: partner.personId,
    attemptId: attempt.id,
    until,
  });
  expect((await attemptFor(world.db, owner, partner, attempt.id, now))?.text).toContain(
    'I sent the tender a day late.',
  );
  expect(await attemptFor(world.db, owner, partner, attempt.id, until)).toBeUndefined();
  expect(await practicesOf(world.db, owner, partner)).toEqual([]);
});
