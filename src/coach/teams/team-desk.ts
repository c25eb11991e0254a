import { createHash } from 'node:crypto';
import type pg from 'pg';
import { unreachable } from '../../errors.ts';
import type { Guide } from '../../guide/guide.ts';
import { listeningForm, parseListeningForm } from '../../mocks/cards/listening-form.ts';
import type { Mock } from '../../mocks/mock.ts';
import type { MockEvent } from '../../mocks/mock-event.ts';
import { teamHelpCard } from '../../mocks/series/cards/help-card.ts';
import { listCard } from '../../mocks/series/cards/list-card.ts';
import { problemCard } from '../../mocks/series/cards/refused-cards.ts';
import { editForm, freshValues, scheduleForm } from '../../mocks/series/cards/schedule-form.ts';
import { inListOrder, seriesMeant } from '../../mocks/series/in-list-order.ts';
import { readEditForm, readScheduleForm } from '../../mocks/series/read-schedule-form.ts';
import type { Schedule, Series } from '../../mocks/series/series.ts';
import { USUAL_TITLE, USUAL_TOTAL } from '../../mocks/series/series.ts';
import type { SeriesEvent } from '../../mocks/series/series-event.ts';
import { type TeamCommand, teamCommand } from '../../mocks/series/team-command.ts';
import { kindOf, tellingOf } from '../../mocks/telling.ts';
import type { Keyring } from '../../store/keyring.ts';
import { readTeam, teamsInChannel } from '../../store/teams/read-teams.ts';
import { zoneKnown } from '../../store/teams/zone-known.ts';
import { cleanText } from '../../text/clean.ts';
import { personKey } from '../../who/person.ts';
import { teamRef } from '../../who/team.ts';
import { keptApart } from './kept-apart.ts';
import { type TeamAction, teamAction } from './team-action.ts';
import type { TeamCoach } from './team-coach.ts';
import { apartForm, teamLine, typeForm } from './team-forms.ts';
import { askedAs, type TeamAnswer, type TeamFilled, type TeamFrom } from './team-from.ts';

/** What people type, press and fill in for their team, on any platform: turned into events, and answered. */
export interface TeamDesk {
  /** A whole command, "team schedule weekly Thursday 15:00"; undefined where it is none. */
  commanded(words: string, from: TeamFrom): Promise<TeamAnswer | undefined>;
  /** A button whose action is a team's. */
  pressed(action: string, from: TeamFrom): Promise<TeamAnswer>;
  /** A form that was opened under `action`. */
  filled(action: string, values: Readonly<Record<string, string>>, from: TeamFrom): Promise<TeamFilled>;
}

export interface TeamDeskParts {
  readonly pool: pg.Pool;
  readonly ring: Keyring;
  readonly guide: Guide;
  readonly teams: Pick<TeamCoach, 'handle'>;
  readonly now: () => Date;
}

const GONE = 'This session is over, or I do not know it any more. The newest announcement has its buttons.';
const WHICH_ZONE =
  'In which time zone is that? Add it, such as: team schedule every Thursday 15:00 in Berlin';
const NOT_THEIRS = 'This card is for those of the group. Yours comes when it is your turn.';
const NO_CHANNEL = 'Type this in the channel of your team: there I announce the sessions.';
const WHICH = 'There are several here. Add its number from team list, such as: team skip 2.';
const NONE = 'No team sessions are scheduled here. To begin: team schedule.';
const NOT_YET = 'I cannot do that yet. Type team to see what I can.';
const NOTED = 'Noted. What comes next, I write to you alone.';

export function createTeamDesk(parts: TeamDeskParts): TeamDesk {
  const { pool, ring, guide, teams } = parts;
  const at = () => parts.now().toISOString();
  const saidAt = ({ zone = 'UTC' }: TeamFrom) => ({ now: at(), zone });

  const inSession = (from: TeamFrom, team: string, session: string, event: MockEvent) =>
    teams.handle({
      id: from.id,
      team: teamRef(from.person, team),
      what: { of: 'session', id: session, event },
      installation: from.installation,
    });

  const ofSeries = (from: TeamFrom, team: string, event: SeriesEvent) =>
    teams.handle({
      id: from.id,
      team: teamRef(from.person, team),
      what: { of: 'series', event },
      installation: from.installation,
    });

  async function sessionOf({ person }: TeamFrom, team: string, session: string): Promise<Mock | undefined> {
    const found = await readTeam(pool, ring, teamRef(person, team));
    return found?.mocks.find(({ id }) => id === session);
  }

  async function schedules(schedule: Schedule, from: TeamFrom): Promise<TeamAnswer> {
    const by = { id: from.person.userId, name: from.name };
    // Made from the event: the same one again schedules nothing more.
    const id = createHash('sha256')
      .update(`${personKey(from.person)} ${from.id}`)
      .digest('hex')
      .slice(0, 10);
    await ofSeries(from, id, { type: 'scheduled', id, schedule, by });
    return { reply: teamLine(NOTED) };
  }

  /** The series of this channel that a command is about. */
  async function meant(number: number | undefined, { person, channel }: TeamFrom): Promise<Series | string> {
    if (channel === undefined) return NO_CHANNEL;
    const all = (await teamsInChannel(pool, ring, person, channel)).map(({ series }) => series);
    if (inListOrder(all).length === 0) return NONE;
    return seriesMeant(all, number) ?? WHICH;
  }

  async function ordered(
    command: Extract<TeamCommand, { name: 'cancel' | 'skip' | 'now' | 'go-on' | 'end' | 'edit' }>,
    from: TeamFrom,
  ): Promise<TeamAnswer> {
    const series = await meant(command.number, from);
    if (typeof series === 'string') return { reply: teamLine(series) };
    const by = { id: from.person.userId, isAdmin: from.isAdmin };
    if (command.name !== 'edit') await ofSeries(from, series.id, { type: EVENTS[command.name], by });
    else if (command.change !== undefined)
      await ofSeries(from, series.id, { type: 'edited', by, change: command.change });
    else return editing(series);
    return { reply: teamLine(NOTED) };
  }

  function editing(series: Series): TeamAnswer {
    const card = editForm(series, PLACE);
    return { form: { title: 'Team sessions', card, action: `team:${series.id}:edit:${series.seq}` } };
  }

  async function pressedOf(action: TeamAction, from: TeamFrom): Promise<TeamAnswer> {
    switch (action.of) {
      case 'solo':
        return { solo: true };
      case 'schedule':
        return { reply: teamLine('To schedule sessions, type: team schedule') };
      case 'avoid':
        return { form: { title: 'Not with', card: apartForm(), action: 'team:avoid' } };
      case 'series':
        return pressedSeries(action, from);
      case 'session': {
        const { team, session, what, at: of } = action;
        const event: MockEvent = {
          type: 'pressed',
          by: askedAs(from),
          what,
          ...(of === undefined ? {} : { at: of }),
        };
        const { outcome } = await inSession(from, team, session, event);
        if (outcome === 'gone') return { reply: teamLine(GONE) };
        return from.channel === undefined ? {} : { reply: teamLine(NOTED) };
      }
      case 'card':
      case 'form': {
        const mock = await sessionOf(from, action.team, action.session);
        return mock === undefined ? { reply: teamLine(GONE) } : formOf(action, mock, from);
      }
      default:
        return unreachable(action);
    }
  }

  async function pressedSeries(
    { team, verb, seq }: Extract<TeamAction, { of: 'series' }>,
    from: TeamFrom,
  ): Promise<TeamAnswer> {
    const found = await readTeam(pool, ring, teamRef(from.person, team));
    if (found === undefined) return { reply: teamLine(GONE) };
    if (verb === 'edit') return editing(found.series);
    const by = { id: from.person.userId, isAdmin: from.isAdmin };
    await ofSeries(from, team, { type: EVENTS[verb], by, seq });
    return {};
  }

  function formOf(
    action: Extract<TeamAction, { of: 'card' | 'form' }>,
    mock: Mock,
    { person }: TeamFrom,
  ): TeamAnswer {
    if (action.of === 'form') {
      const { what, session } = action;
      const typed = mock.words.find(({ candidate, sent }) => candidate === person.userId && !sent);
      const card = what === 'apart' ? apartForm() : typeForm(typed?.text ?? '');
      const title = what === 'apart' ? 'Not with' : 'Your answer';
      return { form: { title, card, action: `mock:${session}:${what}` } };
    }
    const group = mock.groups.find(({ no }) => no === action.group);
    if (group === undefined) return { reply: teamLine(GONE) };
    // Which card it is follows from who they are, whatever button they found: a partner's has two lines that are needed.
    const by = kindOf(tellingOf(group, action.turn), person.userId);
    if (by === undefined) return { reply: teamLine(NOT_THEIRS) };
    const card = listeningForm(mock, { ...group, turn: action.turn }, guide, by, person.userId);
    const back = `mock:${action.session}:card-${by}:${action.group}-${action.turn}`;
    return { form: { title: 'My card', card, action: back } };
  }

  async function filledSession(
    action: Extract<TeamAction, { of: 'card' | 'form' }>,
    values: Readonly<Record<string, string>>,
    from: TeamFrom,
  ): Promise<TeamFilled> {
    const { team, session } = action;
    if (action.of === 'card') {
      const read = parseListeningForm(values, guide, action.by);
      if ('problem' in read) return { problems: { stayed: read.problem } };
      const { group, turn } = action;
      const event: MockEvent = { type: 'carded', by: from.person.userId, group, turn, card: read.card };
      const { outcome } = await inSession(from, team, session, event);
      return outcome === 'gone' ? { reply: teamLine(GONE) } : {};
    }
    if (action.what === 'apart') return keptApart(parts, values.who ?? '', from);
    const words = cleanText(values.answer ?? '').trim();
    if (words === '')
      return {
        problems: {
          answer: 'There is nothing in it yet. Write your answer, or close this and say it aloud.',
        },
      };
    const event: MockEvent = { type: 'typed', by: from.person.userId, text: words };
    const { outcome } = await inSession(from, team, session, event);
    return outcome === 'gone' ? { reply: teamLine(GONE) } : {};
  }

  return {
    async commanded(words, asked) {
      const zone = asked.zone ?? (await zoneKnown(pool, asked.person));
      const from: TeamFrom = { ...asked, zone };
      const command = teamCommand(words, saidAt(from));
      if (command?.name === 'schedule' && zone === undefined && command.when !== undefined)
        if (!namesZone(words, at())) return { reply: teamLine(WHICH_ZONE) };
      switch (command?.name) {
        case undefined:
          return undefined;
        case 'help':
          return { reply: teamHelpCard() };
        case 'problem':
          return { reply: problemCard(command.message, command.choices) };
        case 'list': {
          if (from.channel === undefined) return { reply: teamLine(NO_CHANNEL) };
          const all = await teamsInChannel(pool, ring, from.person, from.channel);
          return { reply: listCard(inListOrder(all.map(({ series }) => series)), at()) };
        }
        case 'schedule': {
          if (from.channel === undefined) return { reply: teamLine(NO_CHANNEL) };
          const { name: _, when, zone, ...options } = command;
          const asked = { channel: from.channel, zone, ...options };
          if (when === undefined) {
            const card = scheduleForm(freshValues(from.channel, zone, options), PLACE);
            return { form: { title: 'Team sessions', card, action: 'team:schedule' } };
          }
          return schedules({ ...USUAL, ...asked, when }, from);
        }
        case 'edit':
        case 'cancel':
        case 'skip':
        case 'now':
        case 'go-on':
        case 'end':
          return ordered(command, from);
        case 'avoid':
          return { form: { title: 'Not with', card: apartForm(), action: 'team:avoid' } };
        // Not built yet: named in docs/team-sessions.md.
        case 'stats':
        case 'pause':
          return { reply: teamLine(NOT_YET) };
        default:
          return unreachable(command);
      }
    },
    async pressed(action, from) {
      const read = teamAction(action);
      return read === undefined ? { reply: teamLine(GONE) } : pressedOf(read, from);
    },
    async filled(action, values, from) {
      const read = teamAction(action);
      if (read?.of === 'card' || read?.of === 'form') return filledSession(read, values, from);
      if (read?.of === 'avoid') return keptApart(parts, values.who ?? '', from);
      if (read?.of === 'schedule') {
        const form = readScheduleForm({ channel: from.channel ?? '', ...values }, saidAt(from));
        return 'problems' in form ? form : schedules(form.schedule, from);
      }
      if (read?.of !== 'series') return { reply: teamLine(GONE) };
      const found = await readTeam(pool, ring, teamRef(from.person, read.team));
      if (found === undefined) return { reply: teamLine(GONE) };
      const form = readEditForm(values, found.series, saidAt(from));
      if ('problems' in form) return form;
      const by = { id: from.person.userId, isAdmin: from.isAdmin };
      await ofSeries(from, read.team, { type: 'edited', by, change: form.change, seq: read.seq });
      return { reply: teamLine(NOTED) };
    },
  };
}

/** Whether the words say in which zone they are meant: then it does not matter what zone they are read in. */
function namesZone(words: string, now: string): boolean {
  const [one, other] = ['UTC', 'Asia/Tokyo'].map((zone) => teamCommand(words, { now, zone }));
  return one?.name === 'schedule' && other?.name === 'schedule' && one.zone === other.zone;
}

const EVENTS = {
  cancel: 'cancelled',
  skip: 'skipped',
  now: 'calledNow',
  'go-on': 'wentOn',
  end: 'ended',
} as const;

/** Where nothing else was asked for. */
const USUAL = {
  title: USUAL_TITLE,
  mode: { kind: 'live' },
  rounds: 1,
  who: 'joiners',
  total: USUAL_TOTAL,
} as const;

/** What a form offers: those who join alone, until rosters are read. */
const PLACE = { channels: [], groups: [], knowsMembers: false };
