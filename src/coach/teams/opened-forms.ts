import type { Guide } from '../../guide/guide.ts';
import { listeningForm } from '../../mocks/cards/listening-form.ts';
import type { Mock } from '../../mocks/mock.ts';
import { memberOf } from '../../mocks/people.ts';
import { refusedCard } from '../../mocks/series/cards/refused-cards.ts';
import {
  editForm,
  type FormPlace,
  freshValues,
  scheduleForm,
} from '../../mocks/series/cards/schedule-form.ts';
import { mayChange } from '../../mocks/series/may-change.ts';
import type { Schedule, Series } from '../../mocks/series/series.ts';
import { kindOf, tellingOf } from '../../mocks/telling.ts';
import { whoseAnswer } from '../../mocks/whose-answer.ts';
import { byOf } from './desk-events.ts';
import { GONE } from './desk-lines.ts';
import type { TeamAction } from './team-action.ts';
import { apartForm, teamLine, typeForm } from './team-forms.ts';
import type { TeamAnswer, TeamFrom } from './team-from.ts';

/** The forms that a command or a button opens, each with the action under which it comes back. */

const NOT_THEIRS = 'This card is for those of the group. Yours comes when it is your turn.';

const OTHER_ANSWERS =
  'Somebody else answers in that place now, so I have not sent your card: it was about who was there before. The newest message has its button.';

/** Without a zone that is known the form asks for it. `asked`: what was said of it beside. */
export async function opensSchedule(
  { zone = '', offered }: TeamFrom,
  channel: string,
  asked: Partial<Schedule> = {},
): Promise<TeamAnswer> {
  const card = scheduleForm(freshValues(channel, zone, asked), (await offered?.()) ?? NOTHING_OFFERED);
  return { form: { title: 'Team sessions', card, action: 'team:schedule' } };
}

/** Who may not change it hears that before they fill anything in. */
export async function opensEdit(from: TeamFrom, series: Series): Promise<TeamAnswer> {
  if (!mayChange(series, byOf(from))) return { reply: refusedCard(series) };
  const { offered } = from;
  const card = editForm(series, (await offered?.()) ?? NOTHING_OFFERED);
  return { form: { title: 'Team sessions', card, action: `team:${series.id}:edit:${series.seq}` } };
}

/** Whom they are not to be paired with, outside any session. */
export function opensAvoid(): TeamAnswer {
  return { form: { title: 'Not with', card: apartForm(), action: 'team:avoid' } };
}

/** A form of a session. */
export function opensOfSession(
  action: Extract<TeamAction, { of: 'card' | 'form' }>,
  mock: Mock,
  guide: Guide,
  { person }: TeamFrom,
): TeamAnswer {
  if (action.of === 'form') {
    const { what, session } = action;
    // A group's place may be read by more than the group, as a private thread is by moderators.
    if (what === 'type' && memberOf(mock, person.userId) === undefined)
      return { reply: teamLine(NOT_THEIRS) };
    const typed = mock.words.find(({ candidate, sent }) => candidate === person.userId && !sent);
    const card = what === 'apart' ? apartForm() : typeForm(typed?.text ?? '');
    const title = what === 'apart' ? 'Not with' : 'Your answer';
    return { form: { title, card, action: `mock:${session}:${what}` } };
  }
  const group = mock.groups.find(({ no }) => no === action.group);
  if (group === undefined) return { reply: teamLine(GONE) };
  // Which card it is follows from who they are, whatever button they found: a partner's has two lines that are needed.
  const telling = tellingOf(group, action.turn);
  const by = kindOf(telling, person.userId);
  if (by === undefined) return { reply: teamLine(NOT_THEIRS) };
  const about = whoseAnswer(telling);
  // A form of two pages is opened twice.
  if (action.about !== undefined && action.about !== about) return { reply: teamLine(OTHER_ANSWERS) };
  const card = listeningForm(mock, { ...group, turn: action.turn }, guide, by, person.userId);
  const back = `mock:${action.session}:card-${by}:${action.group}-${action.turn}-${about}`;
  return { form: { title: 'My card', card, action: back } };
}

/** Where nobody can be looked up: those who join, and people by name. */
const NOTHING_OFFERED: FormPlace = { channels: [], groups: [], knowsMembers: false };
