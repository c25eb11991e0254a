import { expect, test } from 'vitest';
import { teamOrders } from '../../src/coach/teams/team-orders.ts';
import { platformEvent } from '../../src/mocks/calendar/platform-event.ts';
import type { MockEffect } from '../../src/mocks/mock-event.ts';
import { teamRef } from '../../src/who/team.ts';
import { plannedMock } from '../mocks/machine.ts';
import { Organised } from '../mocks/series-kit.ts';

/** What a session is among the events of a platform: ordered where there are such things. */

const mock = plannedMock();
const SCHEDULED: MockEffect = { type: 'event', status: 'scheduled' };

function ordersOn(platform: 'slack' | 'discord', ...effects: MockEffect[]) {
  const team = { series: new Organised('every Thursday 15:00').known, mocks: [mock] };
  const ref = teamRef({ platform, scope: 'T1' }, 's1');
  return teamOrders(
    ref,
    team,
    effects.map((effect) => ({ of: 'session', id: mock.id, effect })),
    't-s1-1',
  );
}

test('Slack has no events of its own, so none is ordered there', () => {
  expect(ordersOn('slack', SCHEDULED, { type: 'event', status: 'cancelled' })).toEqual([]);
});

test('in Discord it is ordered under one name for ever, and in a lane that holds up nothing that is said', () => {
  const [first, second] = ordersOn('discord', SCHEDULED, { type: 'event', status: 'moved' });
  expect(first).toMatchObject({ key: `t-${mock.id}-event`, kind: 'event', place: mock.channel });
  expect(second?.key).not.toBe(first?.key);
  expect(JSON.parse(second?.body ?? '')).toMatchObject({ status: 'moved', of: first?.key });
  expect(second?.lane).toBe(first?.lane);
  expect(first?.lane).not.toBe('channel');
});

test('everybody of a server reads it: it names nobody, and says that Join is what signs one up', () => {
  const event = platformEvent({
    ...mock,
    members: [{ id: 'ada', name: 'Ada Unlikely', practised: 0, answer: 'joined' }],
    organizer: { id: 'olga', name: 'Olga Unlikely' },
  });
  expect(JSON.stringify(event)).not.toContain('Unlikely');
  expect(event.words).toContain('press Join');
  expect(event).toMatchObject({ title: mock.title, startsAt: mock.startsAt, endsAt: mock.endsAt });
});
