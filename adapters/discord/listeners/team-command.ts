import { opensForm } from '../../../src/coach/teams/opens-form.ts';
import { codeOf } from '../../../src/errors.ts';
import { zonesMeant } from '../../../src/reminders/zones.ts';
import { withinTime } from '../../catch-up/within-time.ts';
import { COMMAND } from '../commands/commands.ts';
import type { Desk } from '../desk.ts';
import { missingForTeam } from '../permissions.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { renderCard } from '../render/render.ts';
import { valuesIn } from '../render/team-inputs.ts';
import { answerAlone, answered, deferAlone, tellAtOnce } from './answering.ts';
import { READ_WITHIN_MS, showTeamForm } from './team-forms.ts';
import { teamFrom } from './team-from.ts';

type Command = InteractionOf<'command'>;

/** What was typed, as the desk reads it; or why it goes no further. */
type Typed = { readonly words: string; readonly zone?: string } | { readonly refused: string };

/** `/practice-failure team`, with what is to be done in words. What opens a form is answered with that at once. */
export async function takeTeamCommand(desk: Desk, i: Command): Promise<void> {
  const typed = typedIn(desk, i);
  if ('words' in typed && commandOpensForm(desk, i)) return openTyped(desk, i, typed);
  const deferred = deferAlone(desk, i);
  const work = async () =>
    // Another process that was first does it: a series that is scheduled twice would be two.
    (await deferred) === 'elsewhere' ? [] : answersTo(desk, i, typed);
  await answered(desk, i, deferred, work, answerAlone);
}

/** It is answered with a form, so nothing of it is left on the screen that could be changed. */
export function commandOpensForm(desk: Desk, i: Command): boolean {
  if (i.sub !== 'team') return false;
  const typed = typedIn(desk, i);
  return 'words' in typed && opensForm(typed.words, new Date(desk.now()).toISOString());
}

async function answersTo(desk: Desk, i: Command, typed: Typed): Promise<readonly DiscordMessage[]> {
  if ('refused' in typed) return [coachLines([typed.refused])];
  const answer = await desk.world.teamDesk.commanded(typed.words, teamFrom(desk, i, typed.zone));
  if (answer?.reply === undefined) return [coachLines([TOO_LONG])];
  return renderCard(answer.reply, { userId: i.userId, writesInForm: true });
}

/** A form has to be the first response: nothing is deferred, and nothing happens by reading it. */
async function openTyped(
  desk: Desk,
  i: Command,
  { words, zone }: Extract<Typed, { readonly words: string }>,
): Promise<void> {
  const read = desk.world.teamDesk.commanded(words, teamFrom(desk, i, zone)).catch((error: unknown) => {
    desk.log('discord-form-not-filled', { code: codeOf(error) });
    return 'late' as const;
  });
  const answer = await withinTime(read, READ_WITHIN_MS, 'late' as const);
  if (answer === 'late') {
    await tellAtOnce(desk, i, coachLines([LATE]));
    return;
  }
  // What was said beside the command stands on the second page too, which is read anew.
  if (answer?.form !== undefined)
    desk.teamDrafts.keep(i.userId, answer.form.action, valuesIn(answer.form.card));
  await showTeamForm(desk, i, answer ?? {});
}

function typedIn(desk: Desk, i: Command): Typed {
  const what = wordsOf(i.options.what ?? '');
  if (i.guildId !== undefined && !i.isBotHere) return { refused: NOT_MEMBER };
  const isScheduling = /^schedule\b/iu.test(what) && i.guildId !== undefined;
  const missing = isScheduling ? missingForTeam(i.appPermissions ?? 0n) : [];
  if (missing.length > 0) {
    const names = missing.map(({ name }) => `"${name}"`).join(', ');
    return {
      refused: `For team sessions in this channel I lack ${names}. Whoever runs this server can grant it.`,
    };
  }
  const zone = zoneIn(desk, i.options.zone);
  if (zone !== undefined && 'problem' in zone) return { refused: zone.problem };
  // With the command before it, words that are none are answered, and not passed over.
  return { words: `${COMMAND} team ${what}`.trim(), ...zone };
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
  if (meant !== undefined && 'zone' in meant) return { zone: meant.zone };
  return { problem: NO_ZONE };
}

const NOT_MEMBER =
  'I am no member of this server, so I can announce no sessions here. Whoever runs it can add me.';
const NO_ZONE = 'I do not know that time zone. Pick one of the list, or type a city, such as Berlin.';
const TOO_LONG = `That is longer than I can read as a command. ${COMMAND} team shows what there is.`;
const LATE = 'That took a moment too long, and nothing has changed. Please type it once more.';
