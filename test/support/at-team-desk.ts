import { fallbackText } from '../../src/card/fallback.ts';
import { createTeamDesk, type TeamDesk } from '../../src/coach/teams/team-desk.ts';
import type { TeamFrom } from '../../src/coach/teams/team-from.ts';
import { idOf, playedWorkspace, teamIn } from './played-team.ts';
import { createWorld, eventually } from './practice.ts';

/** Monday morning in Berlin. */
export const DESK_OPENS = '2027-03-01T09:00:00.000Z';

/** People of a played workspace at the desk of their team, on a real database. `world.close()` is the caller's. */
export async function atDesk(name: string, options: Parameters<typeof createWorld>[1] = {}) {
  const workspace = playedWorkspace();
  const clock = { at: new Date(DESK_OPENS) };
  const world = await createWorld(`desk ${name}`, {
    performers: [workspace],
    now: () => clock.at,
    ...options,
  });
  const plain: TeamDesk = createTeamDesk({
    pool: world.pool,
    db: world.db,
    ring: world.ring,
    guide: world.catalog.default,
    teams: world.system.teams,
    now: () => clock.at,
  });
  /** A reply comes at the commit: what follows is on its way then. */
  const settled = () =>
    eventually(async () => {
      const waits = `SELECT 1 FROM outbox WHERE performer = 'slack' AND state IN ('waiting', 'sending')`;
      return (await world.pool.query(waits)).rowCount === 0;
    });
  const then = async <T>(answer: Promise<T>): Promise<T> => {
    const answered = await answer;
    await settled();
    return answered;
  };
  const desk: TeamDesk = {
    commanded: (words, who) => then(plain.commanded(words, who)),
    pressed: (action, who) => then(plain.pressed(action, who)),
    filled: (action, values, who) => then(plain.filled(action, values, who)),
  };
  let count = 0;
  const from = (who: string, where: Partial<TeamFrom> = {}): TeamFrom => {
    count += 1;
    return {
      id: `id-${count}`,
      person: { platform: 'slack', scope: 'T1', userId: idOf(who) },
      name: who,
      zone: 'Europe/Berlin',
      isAdmin: false,
      installation: { externalId: 'T1' },
      channel: 'slack/C1',
      ...where,
    };
  };
  /** Presses the button of that label on the newest card that somebody was shown alone, or in the channel. */
  const presses = async (who: string, label: string) => {
    const cards = workspace.deliveries
      .filter(({ place }) => place.channel === idOf(who) || place.channel === 'C1')
      .flatMap(({ order }) => ('card' in order ? [order.card] : []));
    const button = cards.flatMap(({ buttons }) => buttons).findLast((one) => one.label === label);
    if (button === undefined) throw new Error(`no button "${label}" for ${who}`);
    return { action: button.action, answer: await desk.pressed(button.action, from(who)) };
  };
  return { world, workspace, clock, desk, from, presses, team: teamIn(world, clock, workspace) };
}

/** The words of what somebody was answered. */
export function said(answer: { readonly reply?: Parameters<typeof fallbackText>[0] } | undefined): string {
  return answer?.reply === undefined ? '' : fallbackText(answer.reply);
}
