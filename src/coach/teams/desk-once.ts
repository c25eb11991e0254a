import { createHash } from 'node:crypto';
import { plainName } from '../../mocks/cards/names.ts';
import { momentIn } from '../../mocks/cards/when-words.ts';
import type { TeamCommand } from '../../mocks/series/team-command.ts';
import type { Once, OncePressed } from '../../mocks/stats/once.ts';
import type { OnceEvent } from '../../mocks/stats/once-by.ts';
import { latestOnceIn } from '../../store/teams/onces.ts';
import { personKey } from '../../who/person.ts';
import { teamRef } from '../../who/team.ts';
import { byOf } from './desk-events.ts';
import { GONE, NO_CHANNEL, NOTED } from './desk-lines.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import { onceIdOf } from './once-coach.ts';
import type { TeamHandled } from './team-coach-parts.ts';
import { teamLine } from './team-forms.ts';
import type { TeamAnswer, TeamFrom } from './team-from.ts';

const NONE = 'Nobody is invited here just now. To invite: team once by Friday.';
const DAY_MS = 24 * 60 * 60_000;
/** Who is asked for so long ahead forgets it. */
const LONGEST_MS = 60 * DAY_MS;
const TOO_FAR = 'Name a day within two months, such as: team once by Friday.';

/** "Once by Friday": begun, looked at, or called off, in the channel where it is said. */
export async function onceAsked(
  parts: TeamDeskParts,
  { by: until, zone }: Extract<TeamCommand, { name: 'once' }>,
  from: TeamFrom,
): Promise<TeamAnswer> {
  const { channel, person } = from;
  if (channel === undefined) return { reply: teamLine(NO_CHANNEL) };
  const latest = await latestOnceIn(parts.pool, parts.ring, person, channel);
  const open = latest?.stage === 'open' ? latest : undefined;
  if (until === undefined) return follows(parts, from, latest, { type: 'asked', by: byOf(from) });
  if (until === 'off') return follows(parts, from, open, { type: 'calledOff', by: byOf(from) });
  if (open !== undefined) return { reply: teamLine(...thereIsOne(open)) };
  if (Date.parse(until) - parts.now().getTime() > LONGEST_MS) return { reply: teamLine(TOO_FAR) };
  // Made from the event: the same one again invites nobody twice.
  const id = onceIdOf(
    createHash('sha256')
      .update(`${personKey(person)} ${from.id}`)
      .digest('hex')
      .slice(0, 10),
  );
  const organizer = { id: person.userId, name: from.name };
  await happens(parts, from, id, { type: 'invited', id, channel, organizer, zone, by: until });
  return { reply: teamLine(NOTED) };
}

/** A button of an invitation. */
export async function oncePressed(
  parts: TeamDeskParts,
  { id, what }: { readonly id: string; readonly what: OncePressed },
  from: TeamFrom,
): Promise<TeamAnswer> {
  const { person, name, zone } = from;
  const by = { id: person.userId, name, ...(zone === undefined ? {} : { zone }) };
  const { outcome } = await happens(parts, from, id, { type: 'pressed', by, what });
  if (outcome === 'gone') return { reply: teamLine(GONE) };
  return from.channel === undefined ? {} : { reply: teamLine(NOTED) };
}

async function follows(
  parts: TeamDeskParts,
  from: TeamFrom,
  once: Once | undefined,
  event: OnceEvent,
): Promise<TeamAnswer> {
  if (once === undefined) return { reply: teamLine(NONE) };
  await happens(parts, from, once.id, event);
  return { reply: teamLine(NOTED) };
}

function happens(
  { teams }: TeamDeskParts,
  { id, person, installation }: TeamFrom,
  once: string,
  event: OnceEvent,
): Promise<TeamHandled> {
  return teams.handle({ id, team: teamRef(person, once), what: { of: 'once', event }, installation });
}

function thereIsOne({ organizer, by, zone }: Once): string[] {
  return [
    `${plainName(organizer.name)} has invited this channel already: once by ${momentIn(by, zone)}.`,
    'One at a time is enough. To call that off: team once off.',
  ];
}
