import { zonesMeant } from '../../../src/reminders/zones.ts';
import { COMMAND } from '../commands/commands.ts';
import type { Desk } from '../desk.ts';
import { missingForTeam } from '../permissions.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { renderCard } from '../render/render.ts';
import { answerAlone, answered, deferAlone } from './answering.ts';
import { teamFrom } from './team-from.ts';

type Command = InteractionOf<'command'>;

/** `/practice-failure team`, with what is to be done in words. */
export async function takeTeamCommand(desk: Desk, i: Command): Promise<void> {
  const deferred = deferAlone(desk, i);
  const work = async () =>
    // Another process that was first does it: a series that is scheduled twice would be two.
    (await deferred) === 'elsewhere' ? [] : answersTo(desk, i);
  await answered(desk, i, deferred, work, answerAlone);
}

async function answersTo(desk: Desk, i: Command): Promise<readonly DiscordMessage[]> {
  const what = wordsOf(i.options.what ?? '');
  const isScheduling = /^schedule\b/iu.test(what);
  if (i.guildId !== undefined && !i.isBotHere) return [coachLines([NOT_MEMBER])];
  const missing = isScheduling && i.guildId !== undefined ? missingForTeam(i.appPermissions ?? 0n) : [];
  if (missing.length > 0) {
    const names = missing.map(({ name }) => `"${name}"`).join(', ');
    return [
      coachLines([
        `For team sessions in this channel I lack ${names}. Whoever runs this server can grant it.`,
      ]),
    ];
  }
  const zone = zoneIn(desk, i.options.zone);
  if (zone !== undefined && 'problem' in zone) return [coachLines([zone.problem])];
  // With the command before it, words that are none are answered, and not passed over.
  const words = `${COMMAND} team ${what}`.trim();
  const answer = await desk.world.teamDesk.commanded(words, teamFrom(i, zone?.zone));
  if (answer?.form !== undefined) return [coachLines([isScheduling ? TYPE_SCHEDULE : TYPE_EDIT])];
  if (answer?.reply === undefined) return [coachLines([TOO_LONG])];
  return renderCard(answer.reply, { userId: i.userId, writesInForm: true });
}

/** Whoever writes the whole command into it means what follows. */
function wordsOf(typed: string): string {
  return typed
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:\/?practice-failure )?team\b ?/iu, '');
}

function zoneIn(
  desk: Desk,
  typed: string | undefined,
): { readonly zone: string } | { readonly problem: string } | undefined {
  if (typed === undefined || typed.trim() === '') return undefined;
  const meant = zonesMeant(typed, { now: new Date(desk.now()).toISOString() });
  if (meant !== undefined && 'zone' in meant) return meant;
  return { problem: NO_ZONE };
}

const NOT_MEMBER =
  'I am no member of this server, so I can announce no sessions here. Whoever runs it can add me.';
const NO_ZONE = 'I do not know that time zone. Pick one of the list, or type a city, such as Berlin.';
const TOO_LONG = `That is longer than I can read as a command. ${COMMAND} team shows what there is.`;
/** A form in Discord holds five things, and this one has more. */
export const TYPE_SCHEDULE = `Say when in the same line: ${COMMAND} team what: schedule every Thursday 15:00. Without what: all there is.`;
export const TYPE_EDIT = `Say what changes in the same line: ${COMMAND} team what: edit 1 every two weeks on Friday 10:00. The number is that of ${COMMAND} team what: list.`;
