import { eventually, type World } from './practice.ts';

export interface TeamOutbox {
  /** Nothing is on its way any more, but to those who cannot be written to. */
  settled(): Promise<void>;
  /** What is still to be delivered, or was given up, each with its kind. */
  undelivered(): Promise<readonly string[]>;
  /** Nobody waits for what is on its way to them. */
  cannotReach(userId: string): void;
  /** Sets the clock forward (ms) and tries again what waits, until nothing waits any more. */
  hoursPass(forward: (ms: number) => void): Promise<void>;
}

/** More often than anything is tried. */
const MOST_TRIES = 1_000;
const BETWEEN_TRIES_MS = 2 * 60_000;

/** What a team's effects become on their way to one platform. `world`: of the process that is there now. */
export function teamOutbox(
  platform: 'slack' | 'discord',
  world: () => Pick<World, 'pool' | 'system'>,
): TeamOutbox {
  const unreached: string[] = [];
  const lanes = async () => {
    const { rows } = await world().pool.query<{ lane: string }>(
      `SELECT lane FROM outbox WHERE performer = $1 AND state IN ('waiting', 'sending')`,
      [platform],
    );
    return rows.map(({ lane }) => lane);
  };
  const isToNobody = (lane: string) => unreached.some((id) => lane.endsWith(`.to-${id}`));
  return {
    async settled() {
      await eventually(async () => (await lanes()).every(isToNobody));
    },
    async undelivered() {
      const { rows } = await world().pool.query<{ kind: string; state: string }>(
        `SELECT kind, state FROM outbox WHERE performer = $1 AND state <> 'done'`,
        [platform],
      );
      return rows.map(({ kind, state }) => `${kind} ${state}`);
    },
    cannotReach: (userId) => void unreached.push(userId),
    async hoursPass(forward) {
      for (let tries = 0; tries < MOST_TRIES && (await lanes()).length > 0; tries += 1) {
        forward(BETWEEN_TRIES_MS);
        await world().system.deliverer.sweep();
      }
    },
  };
}
