import { expect, test } from 'vitest';
import { later } from '../../src/mocks/instants.ts';
import { ADA, BEN, begunWith, CHLOE, playedSession, saidIn, toldTo } from './session-kit.ts';

const SAYS_SO = /I cannot write to you alone/u;
const saysSo = (said: readonly string[]) => said.filter((words) => SAYS_SO.test(words));

test('who cannot be written to any more is told so in their group, once, and nobody else is', () => {
  const session = begunWith([ADA, BEN]);
  const said = saidIn(session.happens({ type: 'unreached', id: ADA.id }));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('Ada, I cannot write to you alone');
  expect(session.happens({ type: 'unreached', id: ADA.id })).toEqual([]);
  expect(saysSo(saidIn(session.toTheEnd()))).toEqual([]);
});

test('who could not be written to before is told so in each group they come into', () => {
  const before = playedSession();
  for (const one of [ADA, BEN]) before.presses(one, 'join');
  expect(before.happens({ type: 'unreached', id: BEN.id })).toEqual([]);
  const session = begunWith([ADA, BEN], before);
  const said = saysSo(saidIn(session.all));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('Ben,');
});

test('whose session has no group yet is only noted, and what comes for the others comes', () => {
  const session = playedSession();
  for (const one of [ADA, BEN, CHLOE]) session.presses(one, 'join');
  expect(session.happens({ type: 'unreached', id: CHLOE.id })).toEqual([]);
  const reminders = session.until(later(session.mock().startsAt, -60_000));
  for (const one of [ADA, BEN, CHLOE]) expect(toldTo(one, reminders).length).toBeGreaterThan(0);
});
