import { ComponentType, MessageFlags, Routes } from 'discord.js';
import { z } from 'zod';
import { answerOf } from '../api/answers.ts';
import { type LiveAnswer, MOST_FOLLOW_UPS } from '../deliver/live-answers.ts';
import type { Desk } from '../desk.ts';
import type { InteractionIn } from '../receive/interaction-event.ts';
import { type DiscordMessage, NO_PINGS, V2_ALONE } from '../render/message.ts';

/** A file beside what is told. */
export interface Attached {
  readonly name: string;
  readonly data: Buffer;
}

/** One after the other: what the coach shows in the same answer at the same time would take its place. */
export function inTurn<T>(
  desk: Desk,
  { token }: InteractionIn,
  show: (live: LiveAnswer | undefined) => Promise<T>,
): Promise<T> {
  const live = desk.answers.by(token);
  return live === undefined ? show(undefined) : desk.answers.inTurn(live, () => show(live));
}

/**
 * How many messages Discord still takes after the first response. Where the bot is a member, as many as there are; elsewhere
 * five: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages
 */
export function roomFor({ isBotHere }: InteractionIn, live: LiveAnswer | undefined): number {
  if (isBotHere) return Number.POSITIVE_INFINITY;
  const inItsPlace = live?.isThinking === true && !live.isShown ? 1 : 0;
  return MOST_FOLLOW_UPS - (live?.followUps ?? 0) + inItsPlace;
}

/** Messages after a first response. How many came through, from the first on: the next one did not. */
export async function follow(
  desk: Desk,
  i: InteractionIn,
  live: LiveAnswer | undefined,
  messages: readonly DiscordMessage[],
  files: readonly Attached[] = [],
): Promise<number> {
  // A message of Components V2 shows a file only where a component names it.
  const shown = files.map(({ name }) => ({
    type: ComponentType.File,
    file: { url: `attachment://${name}` },
  }));
  for (const [index, { components }] of messages.entries()) {
    const body = { components: [...components, ...shown], flags: V2_ALONE, allowed_mentions: NO_PINGS };
    const isThere = await called(desk, () =>
      desk.rest.post(Routes.webhook(i.appId, i.token), { body, auth: false, files: [...files] }),
    );
    // Where nobody knows, once more would be twice if it came through.
    if (isThere === 'no') return index;
    if (live !== undefined) countIn(live);
  }
  return messages.length;
}

/** The first one after "thinking…" takes its place. */
function countIn(live: LiveAnswer): void {
  if (live.isThinking && !live.isShown) live.isShown = true;
  else live.followUps += 1;
}

/** Twice the same change is one: it is made again where nobody knows whether the first came through. */
export async function changeOriginal(
  desk: Desk,
  i: InteractionIn,
  { components }: DiscordMessage,
): Promise<boolean> {
  const body = { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: NO_PINGS };
  const route = Routes.webhookMessage(i.appId, i.token, '@original');
  const change = () => called(desk, () => desk.rest.patch(route, { body, auth: false }));
  const first = await change();
  return (first === 'unsure' ? await change() : first) === 'yes';
}

/** What cannot be told is in the log, without its words. */
async function called(desk: Desk, call: () => Promise<unknown>): Promise<'yes' | 'unsure' | 'no'> {
  try {
    await call();
    return 'yes';
  } catch (error) {
    const { kind, code } = answerOf(error);
    desk.log('discord-not-told', { code });
    return kind === 'unknown' ? 'unsure' : 'no';
  }
}

/** Another process may have shown a card in it. */
export async function isStillThinking(desk: Desk, i: InteractionIn): Promise<boolean> {
  try {
    const route = Routes.webhookMessage(i.appId, i.token, '@original');
    const { flags } = OriginalSchema.parse(await desk.rest.get(route, { auth: false }));
    return (flags & MessageFlags.Loading) !== 0;
  } catch (error) {
    desk.log('discord-not-told', { code: answerOf(error).code });
    return false;
  }
}

const OriginalSchema = z.object({ flags: z.int().default(0) });
