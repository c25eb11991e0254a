import { unreachable } from '../../errors.ts';
import { takesWords } from '../../mocks/late.ts';
import type { MockEvent } from '../../mocks/mock-event.ts';
import { mayChange } from '../../mocks/series/may-change.ts';
import { readSession } from '../../store/teams/read-session.ts';
import { readTeam } from '../../store/teams/read-teams.ts';
import { zoneKnown } from '../../store/teams/zone-known.ts';
import type { PersonRef } from '../../who/person.ts';
import { teamRef } from '../../who/team.ts';
import { byOf, inSession, ofSeries, SERIES_EVENTS } from './desk-events.ts';
import { GONE, NO_CHANNEL, NOTED } from './desk-lines.ts';
import { oncePressed } from './desk-once.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import { pauses } from './desk-pause.ts';
import { opensAvoid, opensEdit, opensOfSession, opensSchedule } from './opened-forms.ts';
import { type TeamAction, teamAction } from './team-action.ts';
import { teamLine } from './team-forms.ts';
import { askedAs, type TeamAnswer, type TeamFrom } from './team-from.ts';
import { unreadHere } from './unread-here.ts';

/** Where what somebody may do is told with what they do in a server, and not in direct messages. */
const RIGHTS_IN_SERVERS: ReadonlySet<PersonRef['platform']> = new Set(['discord']);
const NOT_SEEN_HERE =
  'In direct messages I cannot see who manages the server. If you do, type it in the channel: team edit, team skip, team now or team cancel.';

const NOTHING_UNREAD = 'There is nothing for you that did not come. What comes next, I write to you alone.';

/** A button whose action is a team's. */
export async function pressed(parts: TeamDeskParts, action: string, from: TeamFrom): Promise<TeamAnswer> {
  const read = teamAction(action);
  if (read === undefined) return { reply: teamLine(GONE) };
  switch (read.of) {
    case 'solo':
      return { solo: true };
    case 'unread': {
      const asked = { of: 'session', since: 'a-day' } as const;
      const unread = await unreadHere(parts, from, teamRef(from.person, read.team), asked);
      return unread ?? { reply: teamLine(NOTHING_UNREAD) };
    }
    case 'schedule':
      if (from.channel === undefined) return { reply: teamLine(NO_CHANNEL) };
      return opensSchedule(
        { ...from, zone: from.zone ?? (await zoneKnown(parts.pool, from.person)) },
        from.channel,
      );
    case 'avoid':
      return opensAvoid();
    case 'once':
      return oncePressed(parts, read, from);
    case 'pause':
      return pauses(parts, read.until, from);
    case 'series':
      return pressedSeries(parts, read, from);
    case 'session':
      return pressedSession(parts, read, from);
    case 'card':
    case 'form': {
      const mock = await readSession(parts.pool, parts.ring, teamRef(from.person, read.team), read.session);
      // A card and an answer are taken late; what is about who is paired is of a session that is to come.
      const isFor = read.of === 'form' && read.what === 'apart' ? mock?.stage !== 'over' : true;
      return mock === undefined || !isFor || !takesWords(mock, parts.now().toISOString())
        ? { reply: teamLine(GONE) }
        : opensOfSession(read, mock, parts.guide, from);
    }
    default:
      return unreachable(read);
  }
}

async function pressedSession(
  parts: TeamDeskParts,
  { team, session, what, at }: Extract<TeamAction, { of: 'session' }>,
  from: TeamFrom,
): Promise<TeamAnswer> {
  // Where the platform tells no zone, the one they gave for their reminders holds here too: their night is theirs.
  const zone = from.zone ?? (await zoneKnown(parts.pool, from.person));
  const event: MockEvent = {
    type: 'pressed',
    by: askedAs({ ...from, zone }),
    what,
    ...(at === undefined ? {} : { at }),
  };
  const { outcome } = await inSession(parts, from, team, session, event);
  if (outcome === 'gone') return { reply: teamLine(GONE) };
  return from.channel === undefined ? {} : { reply: teamLine(NOTED) };
}

async function pressedSeries(
  parts: TeamDeskParts,
  { team, verb, seq }: Extract<TeamAction, { of: 'series' }>,
  from: TeamFrom,
): Promise<TeamAnswer> {
  const found = await readTeam(parts.pool, parts.ring, teamRef(from.person, team));
  if (found === undefined) return { reply: teamLine(GONE) };
  const isUnseen = from.channel === undefined && RIGHTS_IN_SERVERS.has(from.person.platform);
  if (isUnseen && !mayChange(found.series, byOf(from))) return { reply: teamLine(NOT_SEEN_HERE) };
  if (verb === 'edit') return opensEdit(from, found.series);
  await ofSeries(parts, from, team, { type: SERIES_EVENTS[verb], by: byOf(from), seq });
  return {};
}
