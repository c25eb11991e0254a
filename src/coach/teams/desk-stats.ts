import type { TeamCommand } from '../../mocks/series/team-command.ts';
import { teamRef } from '../../who/team.ts';
import { byOf } from './desk-events.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import { meantByStats } from './series-meant.ts';
import { teamLine } from './team-forms.ts';
import type { TeamAnswer, TeamFrom } from './team-from.ts';

const COMES_ALONE = 'What I can say of it, I write to you alone.';

/** How the sessions went: it comes in their own messages, whoever else reads the channel. */
export async function stats(
  parts: TeamDeskParts,
  { number, csv: isCsv }: Extract<TeamCommand, { name: 'stats' }>,
  from: TeamFrom,
): Promise<TeamAnswer> {
  const series = await meantByStats(parts, number, from);
  if (typeof series === 'string') return { reply: teamLine(series) };
  await parts.teams.handle({
    id: from.id,
    team: teamRef(from.person, series.id),
    what: { of: 'stats', by: byOf(from), isCsv, ended: [] },
    installation: from.installation,
  });
  return { reply: teamLine(COMES_ALONE) };
}
