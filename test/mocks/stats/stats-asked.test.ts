import { expect, test } from 'vitest';
import { fallbackText } from '../../../src/card/fallback.ts';
import { catalog } from '../../../src/guide/catalog.ts';
import { statsAsked } from '../../../src/mocks/team/stats-asked.ts';
import { Organised } from '../series-kit.ts';
import { ADA, BEN, begunWith, CHLOE, playedSession } from '../session-kit.ts';

test('an admin who left a group, and whose place another took, has practised with them all the same', () => {
  const session = begunWith([ADA, BEN, CHLOE], playedSession());
  const [candidate = ''] = session.groupOf(ADA).pair;
  const left = [ADA, BEN, CHLOE].find(({ id }) => id === candidate) ?? ADA;
  session.leaves(left);
  session.toTheEnd();
  expect(session.mock().groups.some(({ pair }) => pair.includes(left.id))).toBe(false);
  const asks = (id: string) => {
    const { effects } = statsAsked(
      { series: new Organised('weekly Thursday 15:00').known, mocks: [] },
      { by: { id, isAdmin: true }, isCsv: false, ended: [session.mock()] },
      catalog.default,
    );
    return effects
      .flatMap(({ effect }) => (effect.type === 'tell' ? [fallbackText(effect.card)] : []))
      .join();
  };
  expect(asks(left.id)).toContain('only to those who have not practised');
  expect(asks('root')).not.toContain('only to those who have not practised');
});
