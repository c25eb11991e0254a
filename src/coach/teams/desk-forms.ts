import type { Block, Card } from '../../card/card.ts';
import { helpLines } from '../../conversation/cards/help-lines.ts';
import { tellsDespair } from '../../critique/despair.ts';
import { wordsOfCard } from '../../mocks/cards/given-back-card.ts';
import { parseListeningForm } from '../../mocks/cards/listening-form.ts';
import type { MockEvent } from '../../mocks/mock-event.ts';
import { readEditForm, readScheduleForm } from '../../mocks/series/read-schedule-form.ts';
import { readTeam } from '../../store/teams/read-teams.ts';
import { zoneKnown } from '../../store/teams/zone-known.ts';
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

const NOT_READ = 'The session can wait. I send nothing of what you typed by myself.';

const TOO_LATE =
  'This session is over, and I cannot send anything in it any more. What you wrote is here: copy it, and give it to your partner yourself, if you like.';

const WHICH_ZONE = 'In which time zone is that? Type a city near you, such as Berlin.';

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
    case 'schedule':
      return filledSchedule(parts, values, from);
    case 'series':
      return filledEdit(parts, read, values, from);
    default:
      return { reply: teamLine(GONE) };
  }
}

async function filledSchedule(parts: TeamDeskParts, filled: Values, from: TeamFrom): Promise<TeamFilled> {
  const zone = from.zone ?? (await zoneKnown(parts.pool, from.person));
  const values = { channel: from.channel ?? '', ...filled };
  const now = parts.now().toISOString();
  const readIn = (own: string) => readScheduleForm(values, { now, zone: own });
  const form = readIn(zone ?? 'UTC');
  if ('problems' in form) return form;
  const elsewhere = readIn('Asia/Tokyo');
  // Where neither the form nor its words name a zone, it would be another series for each zone it is read in.
  const isNamed = 'schedule' in elsewhere && elsewhere.schedule.zone === form.schedule.zone;
  if (zone === undefined && !isNamed) return { problems: { zone: WHICH_ZONE } };
  return schedules(parts, form.schedule, from);
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
  { team, session, by, group, turn, about }: Extract<TeamAction, { of: 'card' }>,
  values: Values,
  from: TeamFrom,
): Promise<TeamFilled> {
  const read = parseListeningForm(values, parts.guide, by);
  if ('problem' in read) return { problems: { stayed: read.problem } };
  const event: MockEvent = {
    type: 'carded',
    by: from.person.userId,
    group,
    turn,
    card: read.card,
    ...(about === undefined ? {} : { about }),
  };
  const { outcome } = await inSession(parts, from, team, session, event);
  return outcome === 'gone' ? givenBack(wordsOfCard(read.card, parts.guide)) : {};
}

async function filledAnswer(
  parts: TeamDeskParts,
  { team, session }: Extract<TeamAction, { of: 'form' }>,
  values: Values,
  from: TeamFrom,
): Promise<TeamFilled> {
  const text = cleanText(values.answer ?? '').trim();
  if (text === '') return { problems: { answer: NOTHING_TYPED } };
  const event: MockEvent = { type: 'typed', by: from.person.userId, text };
  const { outcome } = await inSession(parts, from, team, session, event);
  if (outcome === 'gone') return givenBack([{ kind: 'passage', title: 'Your answer', text, by: 'person' }]);
  // As in a practice, whatever else follows: docs/decisions/0014-words-of-despair-name-help.md.
  return tellsDespair(text) ? { reply: besides(helpLines(), teamLine(NOT_READ)) } : {};
}

/** Its session does not take it any more: all of it comes back in the answer. */
function givenBack(words: readonly Block[]): TeamFilled {
  const said = teamLine(TOO_LATE);
  return { reply: { ...said, blocks: [...said.blocks, ...words] } };
}

function besides(first: readonly Block[], card: Card): Card {
  return { ...card, blocks: [...first, ...card.blocks] };
}

function saidAt({ now }: TeamDeskParts, { zone = 'UTC' }: TeamFrom): { now: string; zone: string } {
  return { now: now().toISOString(), zone };
}
