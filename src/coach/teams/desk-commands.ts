import { text } from '../../card/card.ts';
import { unreachable } from '../../errors.ts';
import { teamHelpCard } from '../../mocks/series/cards/help-card.ts';
import { listCard } from '../../mocks/series/cards/list-card.ts';
import { problemCard } from '../../mocks/series/cards/refused-cards.ts';
import { inListOrder } from '../../mocks/series/in-list-order.ts';
import { USUAL_TITLE, USUAL_TOTAL } from '../../mocks/series/series.ts';
import { isOff, type TeamCommand, teamCommand } from '../../mocks/series/team-command.ts';
import { zoneKnown } from '../../store/teams/zone-known.ts';
import { byOf, ofSeries, SERIES_EVENTS, schedules } from './desk-events.ts';
import { NO_CHANNEL, NOTED } from './desk-lines.ts';
import { onceAsked } from './desk-once.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import { pauses } from './desk-pause.ts';
import { skipsThis } from './desk-skip-me.ts';
import { stats } from './desk-stats.ts';
import { avoidsNobody } from './kept-apart.ts';
import { opensAvoid, opensEdit, opensSchedule } from './opened-forms.ts';
import { meant, seriesIn } from './series-meant.ts';
import { teamLine } from './team-forms.ts';
import type { TeamAnswer, TeamFrom } from './team-from.ts';
import { type WhoMeant, whoMeant } from './who-meant.ts';

const WHICH_ZONE_ONCE = 'In which time zone is that? Add it, such as: team once by Friday 18:00 in Berlin';
const WHICH_ZONE =
  'In which time zone is that? Add it, such as: team schedule every Thursday 15:00 in Berlin';

/** A whole message that may be a command of a team; undefined where it is none. */
export async function commanded(
  parts: TeamDeskParts,
  words: string,
  asked: TeamFrom,
): Promise<TeamAnswer | undefined> {
  const zone = asked.zone ?? (await zoneKnown(parts.pool, asked.person));
  const from: TeamFrom = { ...asked, zone };
  const now = parts.now().toISOString();
  const command = teamCommand(words, { now, zone: zone ?? 'UTC' });
  if (command !== undefined && zone === undefined && readsBy(words, now))
    return { reply: teamLine(command.name === 'once' ? WHICH_ZONE_ONCE : WHICH_ZONE) };
  return command === undefined ? undefined : answerTo(parts, command, from, now);
}

async function answerTo(
  parts: TeamDeskParts,
  command: TeamCommand,
  from: TeamFrom,
  now: string,
): Promise<TeamAnswer> {
  switch (command.name) {
    case 'help':
      return { reply: teamHelpCard() };
    case 'problem':
      return { reply: problemCard(command.message, command.choices) };
    case 'list': {
      if (from.channel === undefined) return { reply: teamLine(NO_CHANNEL) };
      return { reply: listCard(inListOrder(await seriesIn(parts, from, from.channel)), now) };
    }
    case 'schedule': {
      if (from.channel === undefined) return { reply: teamLine(NO_CHANNEL) };
      const { name: _, when, zone, who, ...options } = command;
      const meant = await whoMeant(who, from);
      if ('problem' in meant) return { reply: teamLine(meant.problem) };
      const asked = { ...options, ...meant.who };
      if (when === undefined) return opensSchedule(from, from.channel, asked);
      const schedule = { ...USUAL, channel: from.channel, zone, ...asked, when };
      return withBesides(await schedules(parts, schedule, from), meant);
    }
    case 'edit':
    case 'cancel':
    case 'skip':
    case 'now':
    case 'go-on':
    case 'end':
      return ordered(parts, command, from);
    case 'avoid':
      return isOff(command.whom) ? avoidsNobody(parts, from) : opensAvoid();
    case 'stats':
      return stats(parts, command, from);
    case 'once':
      return onceAsked(parts, command, from);
    case 'pause':
      return pauses(parts, command.until, from);
    case 'skip-me':
      return skipsThis(parts, command.number, from);
    default:
      return unreachable(command);
  }
}

async function ordered(
  parts: TeamDeskParts,
  command: Extract<TeamCommand, { name: 'cancel' | 'skip' | 'now' | 'go-on' | 'end' | 'edit' }>,
  from: TeamFrom,
): Promise<TeamAnswer> {
  const series = await meant(parts, command.number, from);
  if (typeof series === 'string') return { reply: teamLine(series) };
  const by = byOf(from);
  if (command.name !== 'edit')
    await ofSeries(parts, from, series.id, { type: SERIES_EVENTS[command.name], by });
  else if (command.change === undefined) return opensEdit(from, series);
  else {
    const { who, ...change } = command.change;
    const asked = await whoMeant(who, from);
    if ('problem' in asked) return { reply: teamLine(asked.problem) };
    await ofSeries(parts, from, series.id, { type: 'edited', by, change: { ...change, ...asked.who } });
    return withBesides({ reply: teamLine(NOTED) }, asked);
  }
  return { reply: teamLine(NOTED) };
}

function withBesides(answer: TeamAnswer, meant: WhoMeant): TeamAnswer {
  if (!('besides' in meant) || answer.reply === undefined) return answer;
  return { ...answer, reply: { ...answer.reply, blocks: [...answer.reply.blocks, text(meant.besides)] } };
}

/** Whether it is another time by the clock of whoever typed it: then that has to be known. */
function readsBy(words: string, now: string): boolean {
  const [one, other] = ['UTC', 'Asia/Tokyo'].map((zone) => teamCommand(words, { now, zone }));
  if (one?.name === 'once' && other?.name === 'once') return one.by !== other.by;
  return (
    one?.name === 'schedule' &&
    other?.name === 'schedule' &&
    one.when !== undefined &&
    one.zone !== other.zone
  );
}

/** Where nothing else was asked for. */
const USUAL = {
  title: USUAL_TITLE,
  mode: { kind: 'live' },
  rounds: 1,
  who: 'joiners',
  total: USUAL_TOTAL,
} as const;
