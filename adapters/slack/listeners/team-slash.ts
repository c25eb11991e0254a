import type { Desk } from '../desk.ts';
import type { SlashIn } from '../receive/slash-event.ts';
import { slashHelp } from './slash-help.ts';
import { teamAnswer } from './team-answer.ts';
import { teamFrom } from './team-from.ts';
import { type Ephemeral, line } from './told-alone.ts';

/** What is typed of team sessions behind the command: answered to them alone, or with a form. */
export async function teamAsked(
  desk: Desk,
  slash: SlashIn,
  words: string,
  called: string | undefined,
  app: string | undefined,
): Promise<readonly Ephemeral[]> {
  const { person, installation, eventId, channel, triggerId, responseUrl } = slash;
  const actor = { person, installation, eventId, channel, called };
  const answer = await desk.world.teamDesk.commanded(words, await teamFrom(desk, actor));
  if (answer === undefined)
    return [line('That is longer than I can read as a command.'), ...slashHelp(slash.command)];
  const told = await teamAnswer(desk, { actor, triggerId, responseUrl, app }, answer);
  if (told === 'not-opened')
    return [line('Slack was too slow for the form to open. Nothing has changed; please type it again.')];
  const isOfWords = answer.reply !== undefined && NAMES_WORDS.test(JSON.stringify(answer.reply.blocks));
  return isOfWords
    ? [...told, line(`Type ${slash.command} before these words: team list, and the like.`)]
    : told;
}

/** It says what could be typed: a word alone would be a message to everybody in the channel. */
const NAMES_WORDS = /\bteam (?:schedule|list|edit|skip|now|cancel|stats|once|pause|avoid|help)\b/u;
