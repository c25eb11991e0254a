import { expect, test } from 'vitest';
import { advance } from '../../src/conversation/advance.ts';
import { draftOf } from '../../src/conversation/draft-of.ts';
import { parseSession, SessionSchema } from '../../src/conversation/session.ts';
import type { Stage } from '../../src/conversation/stage.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { frozenState, frozenStates, samples } from './frozen-states.ts';
import { AT, SEED } from './practice.ts';

test('there is a sample of every version that was stored', () => {
  for (let version = 1; version <= SessionSchema.shape.v.value; version += 1)
    expect(samples.some((name) => name.startsWith(`session-v${version}`))).toBe(true);
});

test.each(samples)('%s is read with every answer in it, and goes on', (name) => {
  const session = parseSession(frozenState(name));
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
  const session = parseSession(frozenState('session-v1.json'));
  expect(session).toMatchObject({
    stage: { at: 'critiqued' },
    drafts: 1,
    critique: { draftNo: 1, outdated: true },
  });
  expect(session.replaced).toHaveLength(1);
  expect(session.notes.map((part) => part.text)).toEqual(['Ask Mia about the invoice.']);
});

test('there is a sample of every stage, of all that a stage may ask, and of every field', () => {
  const stored = (
    ['released-1', 'dialog-1', 'chat-1', 'places-1', 'shares-1', 'wishes-1', 'models-1'] as const
  )
    .flatMap(frozenStates)
    .map(parseSession);
  const stages = new Set(stored.flatMap(({ stage }) => namesOf(stage)));
  expect([...stages].sort()).toEqual([
    ...[
      'asking',
      'asking nudged',
      'choosing',
      'choosing doubt',
      'closing',
      'critiqued',
      'critiquing',
      'done',
    ],
    ...['finding challenge', 'finding cue', 'finding heard', 'finding kinds', 'finding pair', 'finding pick'],
    ...['improving reply', 'improving use', 'opening door', 'opening purpose', 'paused', 'rehearsing length'],
    ...[
      'rehearsing running',
      'rehearsing said',
      'reviewing',
      'sheltered delete',
      'sheltered help',
      'sheltered what',
    ],
  ]);
  const fields = new Set(stored.flatMap((session) => Object.keys(session)));
  expect(Object.keys(SessionSchema.shape).filter((field) => !fields.has(field))).toEqual([]);
});

/** "paused" and, within it, "improving use". */
function namesOf(stage: Stage): string[] {
  return [
    'asks' in stage ? `${stage.at} ${stage.asks}` : stage.at,
    ...('doubt' in stage ? ['choosing doubt'] : []),
    ...('nudged' in stage ? ['asking nudged'] : []),
    ...('stage' in stage ? namesOf(stage.stage) : []),
  ];
}

test('a state of a version that is not ours is refused', () => {
  expect(() => parseSession({ ...(frozenState('session-v1.json') as object), v: 0 })).toThrow();
});
