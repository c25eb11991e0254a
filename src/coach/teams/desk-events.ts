import { createHash } from 'node:crypto';
import type { MockEvent } from '../../mocks/mock-event.ts';
import type { Schedule } from '../../mocks/series/series.ts';
import type { SeriesEvent } from '../../mocks/series/series-event.ts';
import { personKey } from '../../who/person.ts';
import { teamRef } from '../../who/team.ts';
import { NOTED } from './desk-lines.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import type { TeamHandled } from './team-coach-parts.ts';
import { teamLine } from './team-forms.ts';
import type { TeamAnswer, TeamFrom } from './team-from.ts';

/** What somebody said at the desk, put to the coach as events of their team. */

type Coach = Pick<TeamDeskParts, 'teams'>;

export function inSession(
  { teams }: Coach,
  from: TeamFrom,
  team: string,
  session: string,
  event: MockEvent,
): Promise<TeamHandled> {
  return teams.handle({
    id: from.id,
    team: teamRef(from.person, team),
    what: { of: 'session', id: session, event },
    installation: from.installation,
  });
}

export function ofSeries(
  { teams }: Coach,
  from: TeamFrom,
  team: string,
  event: SeriesEvent,
): Promise<TeamHandled> {
  return teams.handle({
    id: from.id,
    team: teamRef(from.person, team),
    what: { of: 'series', event },
    installation: from.installation,
  });
}

/** A series begins. The same event again schedules nothing more. */
export async function schedules(parts: Coach, schedule: Schedule, from: TeamFrom): Promise<TeamAnswer> {
  const by = { id: from.person.userId, name: from.name };
  const id = createHash('sha256')
    .update(`${personKey(from.person)} ${from.id}`)
    .digest('hex')
    .slice(0, 10);
  await ofSeries(parts, from, id, { type: 'scheduled', id, schedule, by });
  return { reply: teamLine(NOTED) };
}

export function byOf({ person, isAdmin }: TeamFrom): { id: string; isAdmin: boolean } {
  return { id: person.userId, isAdmin };
}

/** What a command or a button of a series makes happen. */
export const SERIES_EVENTS = {
  cancel: 'cancelled',
  skip: 'skipped',
  now: 'calledNow',
  'go-on': 'wentOn',
  end: 'ended',
} as const;
