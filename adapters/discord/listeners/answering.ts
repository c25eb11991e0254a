import { InteractionResponseType, MessageFlags } from 'discord.js';
import { codeOf } from '../../../src/errors.ts';
import { after } from '../after.ts';
import type { Desk } from '../desk.ts';
import type { InteractionIn } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { NO_PINGS, V2_ALONE } from '../render/message.ts';
import { type Respondable, type Responded, respond } from './first-response.ts';
import { inDirectMessages } from './said-directly.ts';
import { type Attached, changeOriginal, follow, inTurn, isStillThinking } from './told-alone.ts';

/** A deferral that has no answer in this time is not waited for: the turn counts in any case. */
const DEFERRED_WITHIN_MS = 1_000;

/** A press, or a form on a card: nothing is shown, what comes of it is said in the conversation. */
export function deferUpdate(desk: Desk, i: InteractionIn): Promise<Responded> {
  return respond(desk, i, { type: InteractionResponseType.DeferredMessageUpdate });
}

/** Something whose answer only the person sees: it follows with `answerAlone`. */
export function deferAlone(desk: Desk, i: InteractionIn): Promise<Responded> {
  const data = { flags: MessageFlags.Ephemeral };
  return respond(desk, i, { type: InteractionResponseType.DeferredChannelMessageWithSource, data }, true);
}

/** Resolves when it is responded to, or when that takes too long to be waited for. */
function soon(deferred: Promise<Responded>): Promise<unknown> {
  return Promise.race([deferred, after(DEFERRED_WITHIN_MS)]);
}

/**
 * What is asked is done once the deferral is on its way, whatever becomes of that; the answers follow it, or come as
 * messages where Discord takes no answer any more. Another process that was first has them too: it tells them.
 */
export async function answered(
  desk: Desk,
  i: InteractionIn,
  deferred: Promise<Responded>,
  work: () => Promise<readonly DiscordMessage[]>,
  tell: (desk: Desk, i: InteractionIn, answers: readonly DiscordMessage[]) => Promise<boolean>,
): Promise<void> {
  await soon(deferred);
  const answers = await work().catch((error: unknown) => [coachLines([faultLine(desk, error)])]);
  const responded = await deferred;
  if (responded === 'elsewhere') return;
  // Where nobody knows whether the first response came, Discord says so of what follows it.
  if (answers.length === 0) return responded === 'lost' ? undefined : nothingSaid(desk, i);
  if (responded !== 'lost' && (await tell(desk, i, answers))) return;
  await inDirectMessages(desk, i.userId, answers, i.eventId);
}

/** What was deferred with `deferAlone`, and is answered elsewhere: "thinking…" must not stand there for ever. */
async function nothingSaid(desk: Desk, i: InteractionIn): Promise<void> {
  const live = desk.answers.by(i.token);
  if (live === undefined || !live.isThinking) return;
  await inTurn(desk, i, async () => {
    if (live.isShown || !(await isStillThinking(desk, i))) return;
    const line = desk.answers.isOvertaken(i.token) ? IN_THE_NEWEST : HAVE_IT;
    await changeOriginal(desk, i, coachLines([line]));
    live.isShown = true;
  });
}

const IN_THE_NEWEST = 'It goes on in my newest answer to you.';
const HAVE_IT = 'I have that. If nothing follows here, /practice-failure start shows where you are.';

/** An answer at once, which only the person sees. */
export function tellAtOnce(desk: Desk, i: Respondable, { components }: DiscordMessage): Promise<Responded> {
  const data = { flags: V2_ALONE, components, allowed_mentions: NO_PINGS };
  return respond(desk, i, { type: InteractionResponseType.ChannelMessageWithSource, data });
}

/** A modal has to be the first response: a deferred press cannot open one. */
export function openModal(desk: Desk, i: InteractionIn, modal: object): Promise<Responded> {
  return respond(desk, i, { type: InteractionResponseType.Modal, data: modal });
}

/** The choices that go on from what was typed so far. */
export function offerChoices(
  desk: Desk,
  i: InteractionIn,
  choices: readonly { readonly name: string; readonly value: string }[],
): Promise<Responded> {
  const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
  return respond(desk, i, { type, data: { choices } });
}

/**
 * What was deferred with `deferAlone` gets its answer: the first message takes the place of "thinking…". Where a card of
 * the coach stands there already, it follows that one.
 */
export function answerAlone(
  desk: Desk,
  i: InteractionIn,
  messages: readonly DiscordMessage[],
): Promise<boolean> {
  return inTurn(desk, i, async (live) => {
    const [first, ...rest] = messages;
    if (first === undefined) return true;
    if (live?.isShown === true) return follow(desk, i, live, messages);
    if (!(await changeOriginal(desk, i, first))) return false;
    if (live !== undefined) live.isShown = true;
    return follow(desk, i, live, rest);
  });
}

/** Said to the person alone, after a first response. Discord takes five of them where the bot is no member. */
export function followUpAlone(
  desk: Desk,
  i: InteractionIn,
  messages: readonly DiscordMessage[],
  files: readonly Attached[] = [],
): Promise<boolean> {
  return inTurn(desk, i, (live) => follow(desk, i, live, messages, files));
}

/** What did not get through, with an id that is in the log. */
export function faultLine(desk: Desk, error: unknown): string {
  const id = crypto.randomUUID().slice(0, 8);
  desk.log('discord-turn-failed', { id, code: codeOf(error) });
  return `That did not get through (${id}). Nothing is lost; please try again in a minute.`;
}
