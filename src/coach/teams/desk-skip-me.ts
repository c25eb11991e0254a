import { currentOf } from '../../mocks/series/series.ts';
import { inSession } from './desk-events.ts';
import { NOTED } from './desk-lines.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import { meant } from './series-meant.ts';
import { teamLine } from './team-forms.ts';
import { askedAs, type TeamAnswer, type TeamFrom } from './team-from.ts';

const NONE_OPEN = 'No session of it is to come just now, so there is none to leave out.';

/** "Not this time", typed: the next session goes on without them, and nobody else is told. */
export async function skipsThis(
  parts: TeamDeskParts,
  number: number | undefined,
  from: TeamFrom,
): Promise<TeamAnswer> {
  const series = await meant(parts, number, from, 'team skip me');
  if (typeof series === 'string') return { reply: teamLine(series) };
  const current = currentOf(series);
  if (current === undefined) return { reply: teamLine(NONE_OPEN) };
  const event = { type: 'pressed', by: askedAs(from), what: 'not-this' } as const;
  const { outcome } = await inSession(parts, from, series.id, current.id, event);
  return { reply: teamLine(outcome === 'gone' ? NONE_OPEN : NOTED) };
}
