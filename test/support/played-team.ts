import { createHash } from 'node:crypto';
import { fallbackText } from '../../src/card/fallback.ts';
import type { Delivery, Outcome, Performer } from '../../src/coach/ports.ts';
import type { TeamHandled } from '../../src/coach/teams/team-coach-parts.ts';
import type { Asked, MockEvent, Pressed } from '../../src/mocks/mock-event.ts';
import type { SeriesEvent } from '../../src/mocks/series/series-event.ts';
import type { TeamEvent } from '../../src/mocks/team/team-event.ts';
import { placeKey } from '../../src/who/place.ts';
import { teamRef } from '../../src/who/team.ts';
import { schedule } from '../mocks/series-kit.ts';
import type { World } from './practice.ts';

/** A workspace that is played by the test: every delivery is kept, and answered with `done` unless the test says otherwise. */
export interface PlayedWorkspace extends Performer {
  readonly deliveries: Delivery[];
  /** Asked before each delivery is done. */
  answer: (delivery: Delivery) => Outcome | undefined;
}

export function playedWorkspace(): PlayedWorkspace {
  const deliveries: Delivery[] = [];
  const workspace: PlayedWorkspace = {
    name: 'slack',
    deliveries,
    answer: () => undefined,
    async perform(delivery) {
      const answer = workspace.answer(delivery);
      if (answer !== undefined && answer.outcome !== 'done') return answer;
      deliveries.push(delivery);
      if (answer !== undefined) return answer;
      const { order } = delivery;
      if (order.kind === 'gather')
        return {
          outcome: 'done',
          ref: placeKey({ platform: 'slack', channel: roomOf(order.people) }),
        };
      return {
        outcome: 'done',
        ref: order.kind === 'revise' ? (order.ref ?? `m${deliveries.length}`) : `m${deliveries.length}`,
      };
    },
  };
  return workspace;
}

const SCOPE = { platform: 'slack', scope: 'T1' } as const;
export const TEAM = teamRef(SCOPE, 's1');

/** A team in a world, its people as they press, and its clock: it goes from wake to wake as bells would ring them. */
export function teamIn(world: World, clock: { at: Date }, workspace: PlayedWorkspace) {
  let count = 0;
  const next = (what: string) => {
    count += 1;
    return `${what}-${count}`;
  };

  async function happens(what: TeamEvent, id = next('event')): Promise<TeamHandled> {
    const handled = await world.system.teams.handle({
      id,
      team: TEAM,
      what,
      installation: { externalId: 'T1' },
    });
    await handled.performed;
    return handled;
  }

  const inSession = (id: string, event: MockEvent) => happens({ of: 'session', id, event });

  return {
    happens,
    inSession,
    schedules: (words: string, change: Parameters<typeof schedule>[1] = {}) =>
      happens({
        of: 'series',
        event: {
          type: 'scheduled',
          id: 's1',
          schedule: schedule(words, change),
          by: { id: 'olga', name: 'Olga' },
        },
      }),
    organises: (event: SeriesEvent) => happens({ of: 'series', event }),
    presses: (session: string, name: string, what: Pressed) =>
      inSession(session, { type: 'pressed', by: asked(name), what }),
    /** Every wake up to then rings, as the bell rings it. */
    async until(instant: string): Promise<void> {
      for (;;) {
        const { rows } = await world.pool.query<{ due_at: Date; aggregate: string }>(
          `SELECT due_at, aggregate FROM wakes WHERE kind = 'team' AND done_at IS NULL AND due_at <= $1 ORDER BY due_at`,
          [new Date(instant)],
        );
        const [wake] = rows;
        if (wake === undefined) break;
        const { due_at: due, aggregate } = wake;
        if (due > clock.at) clock.at = due;
        const what = { of: 'all', event: { type: 'woke' } } as const;
        const wokeAt = due.toISOString();
        const handled = await world.system.teams.handle({
          id: next('bell'),
          team: teamRef(SCOPE, aggregate),
          what,
          wokeAt,
        });
        await handled.performed;
      }
      clock.at = new Date(instant);
    },
    /** What somebody was shown alone, as plain text, in its order. */
    told: (userId: string) =>
      workspace.deliveries.flatMap(({ order, place }) =>
        place.channel === userId && order.kind === 'remind' ? [fallbackText(order.card)] : [],
      ),
    /** What was said in a channel or a group's place. */
    saidIn: (channel: string) =>
      workspace.deliveries.flatMap(({ order, place }) =>
        place.channel === channel && (order.kind === 'say' || order.kind === 'revise')
          ? [fallbackText(order.card)]
          : [],
      ),
    files: (userId: string) =>
      workspace.deliveries.flatMap(({ order, place }) =>
        place.channel === userId && order.kind === 'file' ? [order] : [],
      ),
  };
}

export function asked(name: string): Asked {
  return { id: idOf(name), name, zone: 'Europe/Berlin', practised: 0 };
}

/** The group DM of these people: the same for the same ones. */
export function roomOf(people: readonly string[]): string {
  return `G${createHash('sha256').update(people.toSorted().join()).digest('hex').slice(0, 8)}`;
}

/** Somebody's id in the played workspace. */
export function idOf(name: string): string {
  return `U${name.toUpperCase()}`;
}
