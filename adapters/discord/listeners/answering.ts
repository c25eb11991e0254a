import { ComponentType, InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import { codeOf } from '../../../src/errors.ts';
import { answerOf } from '../api/answers.ts';
import type { Desk } from '../desk.ts';
import type { InteractionIn } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { NO_PINGS, V2_ALONE } from '../render/message.ts';
import { inDirectMessages } from './said-directly.ts';

/** What a first response says: see each function below. */
type First =
  | { readonly type: InteractionResponseType.DeferredMessageUpdate }
  | { readonly type: InteractionResponseType; readonly data: object };

/**
 * What became of a first response. `elsewhere`: another process was first (40060), and answers. `lost`: the three seconds
 * were over (10062), or nobody knows. The person sees Discord's own line then; what they did still counts.
 */
export type Responded = 'taken' | 'elsewhere' | 'lost';

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json: "Interaction has already been acknowledged". */
const ACKNOWLEDGED = '40060';

/** A deferral that has no answer in this time is not waited for: the turn counts in any case. */
const DEFERRED_WITHIN_MS = 1_000;

type Answerable = Pick<InteractionIn, 'id' | 'token'>;

async function respond(desk: Desk, i: Answerable, first: First): Promise<Responded> {
  try {
    await desk.rest.post(Routes.interactionCallback(i.id, i.token), {
      body: first,
      auth: false,
      query: new URLSearchParams({ with_response: 'false' }),
    });
    return 'taken';
  } catch (error) {
    const { code } = answerOf(error);
    desk.log('discord-not-answered', { code });
    return code === ACKNOWLEDGED ? 'elsewhere' : 'lost';
  }
}

/** A press, or a form on a card: nothing is shown, what comes of it is said in the conversation. */
export function deferUpdate(desk: Desk, i: InteractionIn): Promise<Responded> {
  return respond(desk, i, { type: InteractionResponseType.DeferredMessageUpdate });
}

/** Something whose answer only the person sees: it follows with `answerAlone`. */
export function deferAlone(desk: Desk, i: InteractionIn): Promise<Responded> {
  const data = { flags: MessageFlags.Ephemeral };
  return respond(desk, i, { type: InteractionResponseType.DeferredChannelMessageWithSource, data });
}

/** Resolves when it is responded to, or when that takes too long to be waited for. */
function soon(deferred: Promise<Responded>): Promise<unknown> {
  return Promise.race([deferred, after(DEFERRED_WITHIN_MS)]);
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
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
  if (answers.length === 0) return;
  const responded = await deferred;
  if (responded === 'elsewhere' || (responded === 'taken' && (await tell(desk, i, answers)))) return;
  await inDirectMessages(desk, i.userId, answers);
}

/** An answer at once, which only the person sees. */
export function tellAtOnce(desk: Desk, i: Answerable, { components }: DiscordMessage): Promise<Responded> {
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

/** What was deferred with `deferAlone` gets its answer: the first message takes the place of "thinking…". */
export async function answerAlone(
  desk: Desk,
  i: InteractionIn,
  messages: readonly DiscordMessage[],
): Promise<boolean> {
  const [first, ...rest] = messages;
  if (first === undefined) return true;
  const body = {
    components: first.components,
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: NO_PINGS,
  };
  const isThere = await called(desk, () =>
    desk.rest.patch(Routes.webhookMessage(i.appId, i.token, '@original'), { body, auth: false }),
  );
  return isThere && followUpAlone(desk, i, rest);
}

/** Said to the person alone, after a first response. Discord takes five of them where the bot is no member. */
export async function followUpAlone(
  desk: Desk,
  i: InteractionIn,
  messages: readonly DiscordMessage[],
  files: readonly { readonly name: string; readonly data: Buffer }[] = [],
): Promise<boolean> {
  // A message of Components V2 shows a file only where a component names it.
  const shown = files.map(({ name }) => ({
    type: ComponentType.File,
    file: { url: `attachment://${name}` },
  }));
  for (const { components } of messages.slice(0, MOST_FOLLOW_UPS)) {
    const body = { components: [...components, ...shown], flags: V2_ALONE, allowed_mentions: NO_PINGS };
    const isThere = await called(desk, () =>
      desk.rest.post(Routes.webhook(i.appId, i.token), { body, auth: false, files: [...files] }),
    );
    if (!isThere) return false;
  }
  return true;
}

const MOST_FOLLOW_UPS = 5;

/** What cannot be told is in the log, without its words. */
async function called(desk: Desk, call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    desk.log('discord-not-told', { code: answerOf(error).code });
    return false;
  }
}

/** What did not get through, with an id that is in the log. */
export function faultLine(desk: Desk, error: unknown): string {
  const id = crypto.randomUUID().slice(0, 8);
  desk.log('discord-turn-failed', { id, code: codeOf(error) });
  return `That did not get through (${id}). Nothing is lost; please try again in a minute.`;
}
