import { InteractionResponseType, MessageFlags } from 'discord.js';
import { codeOf } from '../../../src/errors.ts';
import { after } from '../after.ts';
import type { LiveAnswer } from '../deliver/live-answers.ts';
import type { Desk } from '../desk.ts';
import type { InteractionIn } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { NO_PINGS, V2_ALONE } from '../render/message.ts';
import { shortened } from '../render/shortened.ts';
import { type Respondable, type Responded, respond } from './first-response.ts';
import { inDirectMessages } from './said-directly.ts';
import { type Attached, changeOriginal, follow, inTurn, isStillThinking, roomFor } from './told-alone.ts';

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
 * What is asked is done once the deferral is on its way, whatever becomes of that; the answers follow it. `tell`
 * says how many were told, from the first on: the rest comes as messages. Another process that was first has them too: it
 * tells them.
 */
export async function answered(
  desk: Desk,
  i: InteractionIn,
  deferred: Promise<Responded>,
  work: () => Promise<readonly DiscordMessage[]>,
  tell: (desk: Desk, i: InteractionIn, answers: readonly DiscordMessage[]) => Promise<number>,
): Promise<void> {
  await soon(deferred);
  const answers = await work().catch((error: unknown) => [coachLines([faultLine(desk, error)])]);
  const responded = await deferred;
  if (responded === 'elsewhere') return;
  // Where nobody knows whether the first response came, Discord says so of what follows it.
  if (answers.length === 0) return responded === 'lost' ? undefined : nothingSaid(desk, i);
  const told = responded === 'lost' ? 0 : await tell(desk, i, answers);
  if (told < answers.length) await inDirectMessages(desk, i.userId, answers.slice(told), i.eventId);
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
 * the coach stands there already, it follows that one. How many were told, from the first on.
 */
export function answerAlone(
  desk: Desk,
  i: InteractionIn,
  messages: readonly DiscordMessage[],
): Promise<number> {
  return inTurn(desk, i, (live) =>
    asFarAsThereIsRoom(i, live, messages, async ([first, ...rest]) => {
      if (first === undefined) return 0;
      if (live?.isShown === true) return follow(desk, i, live, [first, ...rest]);
      if (!(await changeOriginal(desk, i, first))) return 0;
      if (live !== undefined) live.isShown = true;
      return 1 + (await follow(desk, i, live, rest));
    }),
  );
}

/** Said to the person alone, after a first response. How many were told, from the first on. */
export function followUpAlone(
  desk: Desk,
  i: InteractionIn,
  messages: readonly DiscordMessage[],
  files: readonly Attached[] = [],
): Promise<number> {
  return inTurn(desk, i, (live) =>
    asFarAsThereIsRoom(i, live, messages, (all) => follow(desk, i, live, all, files)),
  );
}

/** Where there is room for some only, the middle is left out, and that is told. What is left out counts as told then. */
async function asFarAsThereIsRoom(
  i: InteractionIn,
  live: LiveAnswer | undefined,
  messages: readonly DiscordMessage[],
  show: (messages: readonly DiscordMessage[]) => Promise<number>,
): Promise<number> {
  const fitting = shortened(messages, roomFor(i, live));
  if (fitting.messages.length === 0) return 0;
  const told = await show(fitting.messages);
  return told === fitting.messages.length ? messages.length : Math.min(told, fitting.whole);
}

/** What did not get through, with an id that is in the log. */
export function faultLine(desk: Desk, error: unknown): string {
  const id = crypto.randomUUID().slice(0, 8);
  desk.log('discord-turn-failed', { id, code: codeOf(error) });
  return `That did not get through (${id}). Nothing is lost; please try again in a minute.`;
}
