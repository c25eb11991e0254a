import { inListOrder, seriesMeant } from '../../mocks/series/in-list-order.ts';
import type { Series } from '../../mocks/series/series.ts';
import { lastEndedIn, teamsInChannel } from '../../store/teams/read-teams.ts';
import { NO_CHANNEL } from './desk-lines.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import type { TeamFrom } from './team-from.ts';

/** Which series of a channel a command is about; or, as words, what to do where that is not clear. */

type Looks = Pick<TeamDeskParts, 'pool' | 'ring'>;
type Where = Pick<TeamFrom, 'person' | 'channel'>;

const NONE = 'No team sessions are scheduled here. To begin: team schedule.';

export async function meant(
  parts: Looks,
  number: number | undefined,
  from: Where,
  command = 'team skip',
): Promise<Series | string> {
  if (from.channel === undefined) return NO_CHANNEL;
  const all = await seriesIn(parts, from, from.channel);
  if (inListOrder(all).length === 0) return NONE;
  return seriesMeant(all, number) ?? which(command);
}

/** Where nothing is to come, the one that ended last is asked about. */
export async function meantByStats(
  parts: Looks,
  number: number | undefined,
  from: Where,
): Promise<Series | string> {
  const { channel, person } = from;
  if (channel === undefined) return NO_CHANNEL;
  const all = await seriesIn(parts, from, channel);
  if (inListOrder(all).length > 0) return seriesMeant(all, number) ?? which('team stats');
  // Its last session may still run.
  return all.at(-1) ?? (await lastEndedIn(parts.pool, parts.ring, person, channel))?.series ?? NONE;
}

function which(command: string): string {
  return `There are several here. Add its number from team list, such as: ${command} 2.`;
}

export async function seriesIn(
  { pool, ring }: Looks,
  { person }: Pick<TeamFrom, 'person'>,
  channel: string,
): Promise<Series[]> {
  return (await teamsInChannel(pool, ring, person, channel)).map(({ series }) => series);
}
