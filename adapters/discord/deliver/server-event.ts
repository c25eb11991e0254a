import {
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  type REST,
  type RESTPostAPIGuildScheduledEventJSONBody,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { Order, Outcome } from '../../../src/coach/ports.ts';
import type { PlatformEvent } from '../../../src/mocks/calendar/platform-event.ts';
import { answerOf } from '../api/answers.ts';
import { CODES } from '../api/codes.ts';
import { EVENT_DESCRIPTION, EVENT_NAME } from '../render/limits.ts';
import { safeText } from '../render/safe-text.ts';
import { fitted } from '../render/split.ts';
import { isUserId } from './addressed.ts';
import type { Attempt } from './posting.ts';
import { isShut } from './why-shut.ts';

export interface ServerEventParts {
  readonly rest: REST;
  readonly botId: () => string | undefined;
  readonly now: () => Date;
}

const ChannelSchema = z.object({ guild_id: z.string().optional() });
const EventSchema = z.object({ id: z.string().min(1) });
const ListedSchema = z.array(
  z.object({
    id: z.string().min(1),
    creator_id: z.string().nullish(),
    description: z.string().nullish(),
  }),
);

/**
 * Makes, changes or removes the scheduled event of the server that the delivery's channel is in. Discord takes it from whoever
 * may create events there, and starts none in the past: then there is none. Somebody who deleted it by hand meant it, so it
 * is not made again. Creating has no nonce: what a try made whose answer was lost is found by its mark. Throws what the REST
 * throws, where another try may do better.
 *
 * Reasons: `no-server`, `lacks-create-events`, `no-event-CODE` for all else.
 */
export async function serverEvent(
  attempt: Attempt,
  { status, shown, ref }: Extract<Order, { kind: 'event' }>,
  { rest, botId, now }: ServerEventParts,
): Promise<Outcome> {
  const { place, inDoubt } = attempt.delivery;
  try {
    const guild = await guildOf(rest, place.channel);
    if (guild === undefined) return { outcome: 'refused', reason: 'no-server' };
    const isNew = status === 'scheduled' && !inDoubt;
    const known = ref ?? (isNew ? undefined : await eventMarked(rest, guild, shown.mark, botId()));
    // From here on it is known what there is, and a change or a removal that is done twice is the same one.
    attempt.unsure = false;
    const isAhead = Date.parse(shown.startsAt) > now().getTime();
    if (status === 'cancelled' || !isAhead) {
      if (known !== undefined) await unlessGone(rest.delete(Routes.guildScheduledEvent(guild, known)));
      return { outcome: 'done' };
    }
    const body = bodyOf(shown, place.channel);
    if (known !== undefined) {
      await unlessGone(rest.patch(Routes.guildScheduledEvent(guild, known), { body }));
      return { outcome: 'done', ref: known };
    }
    const made = EventSchema.parse(await rest.post(Routes.guildScheduledEvents(guild), { body }));
    return { outcome: 'done', ref: made.id };
  } catch (error) {
    const { kind, code } = answerOf(error);
    if (!isShut(kind) && kind !== 'unreadable') throw error;
    const isLacking = kind === 'forbidden' || code === CODES.missingAccess;
    return { outcome: 'refused', reason: isLacking ? 'lacks-create-events' : `no-event-${code}` };
  }
}

async function guildOf(rest: REST, channel: string): Promise<string | undefined> {
  if (!isUserId(channel)) return undefined;
  return ChannelSchema.parse(await rest.get(Routes.channel(channel))).guild_id;
}

/** One of ours that bears the mark. Throws where Discord does not list them. */
async function eventMarked(
  rest: REST,
  guild: string,
  mark: string,
  botId: string | undefined,
): Promise<string | undefined> {
  const listed = ListedSchema.parse(await rest.get(Routes.guildScheduledEvents(guild)));
  return listed.find((one) => one.creator_id === botId && one.description?.split('\n').at(-1) === mark)?.id;
}

/** https://discord.com/developers/docs/resources/guild-scheduled-event#create-guild-scheduled-event: one that is in no voice channel needs a place and an end. */
function bodyOf(
  { title, words, mark, startsAt, endsAt }: PlatformEvent,
  channel: string,
): RESTPostAPIGuildScheduledEventJSONBody {
  return {
    name: fitted(safeText(title), EVENT_NAME),
    description: `${fitted(words, EVENT_DESCRIPTION - mark.length - 1)}\n${mark}`,
    scheduled_start_time: startsAt,
    scheduled_end_time: endsAt,
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    entity_type: GuildScheduledEventEntityType.External,
    entity_metadata: { location: `<#${channel}>` },
  };
}

async function unlessGone(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (answerOf(error).code !== CODES.unknownEvent) throw error;
  }
}
