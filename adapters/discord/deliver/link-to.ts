import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../../src/log.ts';
import type { Place } from '../../../src/who/place.ts';
import { answerOf } from '../api/answers.ts';
import { isInAnswers, isUnopened, targetOf } from '../discord-place.ts';

const ChannelSchema = z.object({ guild_id: z.string().optional() });

/** A link to a place that opens it in the client; undefined where there is none, or Discord does not say. */
export async function linkTo(
  { rest, log }: { readonly rest: REST; readonly log: Log },
  place: Place,
): Promise<string | undefined> {
  if (isUnopened(place) || isInAnswers(place)) return undefined;
  const target = targetOf(place);
  if (place.thread === undefined) return `https://discord.com/channels/@me/${target}`;
  try {
    const { guild_id: guild } = ChannelSchema.parse(await rest.get(Routes.channel(target)));
    return guild === undefined ? undefined : `https://discord.com/channels/${guild}/${target}`;
  } catch (error) {
    log('discord-no-link', { code: answerOf(error).code });
    return undefined;
  }
}
