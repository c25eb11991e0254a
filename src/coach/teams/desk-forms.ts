import { parseListeningForm } from '../../mocks/cards/listening-form.ts';
import type { MockEvent } from '../../mocks/mock-event.ts';
import { readEditForm, readScheduleForm } from '../../mocks/series/read-schedule-form.ts';
import { readTeam } from '../../store/teams/read-teams.ts';
import { cleanText } from '../../text/clean.ts';
import { teamRef } from '../../who/team.ts';
import { byOf, inSession, ofSeries, schedules } from './desk-events.ts';
import { GONE, NOTED } from './desk-lines.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import { keptApart } from './kept-apart.ts';
import { type TeamAction, teamAction } from './team-action.ts';
import { teamLine } from './team-forms.ts';
import type { TeamFilled, TeamFrom } from './team-from.ts';

const NOTHING_TYPED = 'There is nothing in it yet. Write your answer, or close this and say it aloud.';

/** What a form is filled in with, by the ids of its inputs. */
type Values = Readonly<Record<string, string>>;

/** A form that was opened under `action`. */
export async function filled(
  parts: TeamDeskParts,
  action: string,
  values: Values,
  from: TeamFrom,
): Promise<TeamFilled> {
  const read = teamAction(action);
  switch (read?.of) {
    case 'card':
      return filledCard(parts, read, values, from);
    case 'form':
      return read.what === 'apart'
        ? keptApart(parts, values.who ?? '', from)
        : filledAnswer(parts, read, values, from);
    case 'avoid':
      return keptApart(parts, values.who ?? '', from);
    case 'schedule': {
      const form = readScheduleForm({ channel: from.channel ?? '', ...values }, saidAt(parts, from));
      return 'problems' in form ? form : schedules(parts, form.schedule, from);
    }
    case 'series':
      return filledEdit(parts, read, values, from);
    default:
      return { reply: teamLine(GONE) };
  }
}

async function filledEdit(
  parts: TeamDeskParts,
  { team, seq }: Extract<TeamAction, { of: 'series' }>,
  values: Values,
  from: TeamFrom,
): Promise<TeamFilled> {
  const found = await readTeam(parts.pool, parts.ring, teamRef(from.person, team));
  if (found === undefined) return { reply: teamLine(GONE) };
  const form = readEditForm(values, found.series, saidAt(parts, from));
  if ('problems' in form) return form;
  await ofSeries(parts, from, team, { type: 'edited', by: byOf(from), change: form.change, seq });
  return { reply: teamLine(NOTED) };
}

async function filledCard(
  parts: TeamDeskParts,
  { team, session, by, group, turn }: Extract<TeamAction, { of: 'card' }>,
  values: Values,
  from: TeamFrom,
): Promise<TeamFilled> {
  const read = parseListeningForm(values, parts.guide, by);
  if ('problem' in read) return { problems: { stayed: read.problem } };
  const event: MockEvent = { type: 'carded', by: from.person.userId, group, turn, card: read.card };
  return unlessGone(parts, from, team, session, event);
}

async function filledAnswer(
  parts: TeamDeskParts,
  { team, session }: Extract<TeamAction, { of: 'form' }>,
  values: Values,
  from: TeamFrom,
): Promise<TeamFilled> {
  const text = cleanText(values.answer ?? '').trim();
  if (text === '') return { problems: { answer: NOTHING_TYPED } };
  return unlessGone(parts, from, team, session, { type: 'typed', by: from.person.userId, text });
}

async function unlessGone(
  parts: TeamDeskParts,
  from: TeamFrom,
  team: string,
  session: string,
  event: MockEvent,
): Promise<TeamFilled> {
  const { outcome } = await inSession(parts, from, team, session, event);
  return outcome === 'gone' ? { reply: teamLine(GONE) } : {};
}

function saidAt({ now }: TeamDeskParts, { zone = 'UTC' }: TeamFrom): { now: string; zone: string } {
  return { now: now().toISOString(), zone };
}
