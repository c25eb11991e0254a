import { Temporal } from 'temporal-polyfill';
import { endOfPause, type TeamPause, withoutPause, withPause } from '../../mocks/pause.ts';
import { endedPauseCard, pausedCard, pausesCard } from '../../mocks/series/cards/pause-cards.ts';
import { localDate } from '../../reminders/zoned.ts';
import { createPerson } from '../../store/people.ts';
import { keepPauses, pausesOf } from '../../store/teams/pauses.ts';
import { ownersIn, type RowOwner } from '../../store/teams/row-owner.ts';
import { teamsOf } from '../../store/teams/teams-of.ts';
import { zoneKnown } from '../../store/teams/zone-known.ts';
import { teamRef } from '../../who/team.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import { teamLine } from './team-forms.ts';
import type { TeamAnswer, TeamFrom } from './team-from.ts';

const NOT_AHEAD = 'That day is here already. Name a later one, such as: team pause until 1 May.';
const TOO_FAR = 'I can pause up to a year. Name a day before that, such as: team pause until 1 May.';

/** A pause of a year is said again; a slip of the keyboard is not kept for ten. */
const LONGEST_DAYS = 366;

/**
 * Somebody pauses, for the channel where they say it or, in private messages, for all. `until`: the first day on which they are
 * asked again, as an ISO date in their zone; 'off': now; a number of days; none: they see what holds.
 */
export async function pauses(
  parts: TeamDeskParts,
  until: string | number | undefined,
  from: TeamFrom,
): Promise<TeamAnswer> {
  const { pool, db, ring } = parts;
  const { channel, person } = from;
  const now = parts.now().toISOString();
  const zone = from.zone ?? (await zoneKnown(pool, person)) ?? 'UTC';
  const today = Temporal.PlainDate.from(localDate(Temporal.Instant.from(now), zone));
  const known = await ownerOf(parts, from);
  const held = known === undefined ? [] : await pausesOf(pool, known);
  if (until === undefined) return { reply: pausesCard(held, { channel, now }) };
  if (until === 'off') {
    if (known !== undefined) await keepPauses(pool, known, withoutPause(held, channel));
    // A pause of all channels is not cut in pieces: they are told how far it went.
    const wasOfAll = held.some((one) => one.channel === undefined);
    return { reply: endedPauseCard(wasOfAll ? undefined : channel) };
  }
  const day = typeof until === 'number' ? today.add({ days: until }) : Temporal.PlainDate.from(until);
  if (Temporal.PlainDate.compare(day, today) <= 0) return { reply: teamLine(NOT_AHEAD) };
  if (today.until(day).days > LONGEST_DAYS) return { reply: teamLine(TOO_FAR) };
  await createPerson(db, ring, person, from.installation);
  const owner = await ownerOf(parts, from);
  if (owner === undefined) throw new Error('somebody who was just noted is not known');
  const pause: TeamPause = { from: day.toString(), zone, ...(channel === undefined ? {} : { channel }) };
  await keepPauses(pool, owner, withPause(held, pause, now));
  await outOfWhatComes(parts, pause, from);
  return { reply: pausedCard(pause) };
}

async function ownerOf({ pool, ring }: TeamDeskParts, { person }: TeamFrom): Promise<RowOwner | undefined> {
  return (await ownersIn(pool, ring, person, [person.userId])).get(person.userId);
}

/** After it is kept: who would fall between the two is out of what comes all the same when they say it again. */
async function outOfWhatComes(
  { pool, teams }: TeamDeskParts,
  pause: TeamPause,
  { id, person, installation }: TeamFrom,
): Promise<void> {
  for (const team of await teamsOf(pool, person, pause.channel))
    await teams.handle({
      id: `${id}-${team}`,
      team: teamRef(person, team),
      what: { of: 'all', event: { type: 'paused', id: person.userId, until: endOfPause(pause) } },
      installation,
    });
}
