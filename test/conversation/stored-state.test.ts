import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { advance } from '../../src/conversation/advance.ts';
import { draftOf } from '../../src/conversation/draft-of.ts';
import { parseSession, SessionSchema } from '../../src/conversation/session.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { AT, SEED } from './practice.ts';

/** Sessions as released versions stored them. They are never written again: a new version adds files of its own. */
const FROZEN = new URL('./frozen/', import.meta.url);
const samples = readdirSync(FROZEN);
const frozen = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FROZEN), 'utf8'));

test('there is a sample of every version that was stored', () => {
  for (let version = 1; version <= SessionSchema.shape.v.value; version += 1)
    expect(samples.some((name) => name.startsWith(`session-v${version}`))).toBe(true);
});

test.each(samples)('%s is read with every answer in it, and goes on', (name) => {
  const session = parseSession(frozen(name));
  const guide = catalog.find(session.guide.id, session.guide.version);
  expect(draftOf(session, guide).text).toContain('I agreed the room by phone');
  const [next] = advance(
    session,
    { type: 'said', part: { id: 'n1', stamp: '9', text: 'help' }, ends: 'now', at: AT, seed: SEED },
    guide,
  ).sessions;
  expect(next?.answers).toEqual(session.answers);
});

test('the critiqued sample of version 1 keeps its critique, what a rewrite replaced and its notes', () => {
  const session = parseSession(frozen('session-v1.json'));
  expect(session).toMatchObject({
    stage: { at: 'critiqued' },
    drafts: 1,
    critique: { draftNo: 1, outdated: true },
  });
  expect(session.replaced).toHaveLength(1);
  expect(session.notes.map((part) => part.text)).toEqual(['Ask Mia about the invoice.']);
});

test('a state of a version that is not ours is refused', () => {
  expect(() => parseSession({ ...(frozen('session-v1.json') as object), v: 0 })).toThrow();
});
