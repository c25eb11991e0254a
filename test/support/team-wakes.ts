import { randomUUID } from 'node:crypto';
import { teamRef } from '../../src/who/team.ts';
import type { World } from './practice.ts';

export interface Ringing {
  readonly world: Pick<World, 'pool' | 'system'>;
  readonly platform: { readonly platform: 'slack' | 'discord'; readonly scope: string };
  /** Sets the clock to this instant (ms since 1970), where it is not past it. */
  goTo(ms: number): void;
  /** Nothing is on its way any more. */
  settled(): Promise<void>;
}

/** Every wake of a team up to this instant (ISO 8601) rings, as its bell rings it; then it is that time. */
export async function ringTeamsUntil(
  { world, platform, goTo, settled }: Ringing,
  instant: string,
): Promise<void> {
  for (;;) {
    const { rows } = await world.pool.query<{ due_at: Date; team: string }>(
      `SELECT due_at, aggregate AS team FROM wakes
       WHERE kind = 'team' AND done_at IS NULL AND due_at <= $1 ORDER BY due_at LIMIT 1`,
      [new Date(instant)],
    );
    const [wake] = rows;
    if (wake === undefined) break;
    goTo(wake.due_at.getTime());
    const { performed } = await world.system.teams.handle({
      id: `bell-${randomUUID()}`,
      team: teamRef(platform, wake.team),
      what: { of: 'all', event: { type: 'woke' } },
      wokeAt: wake.due_at.toISOString(),
    });
    await performed;
    await settled();
  }
  goTo(Date.parse(instant));
}
