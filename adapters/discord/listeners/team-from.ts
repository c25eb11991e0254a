import { ChannelType } from 'discord.js';
import type { TeamFrom } from '../../../src/coach/teams/team-from.ts';
import { placeKey } from '../../../src/who/place.ts';
import type { Desk } from '../desk.ts';
import { discordPlace } from '../discord-place.ts';
import type { InteractionIn } from '../receive/interaction-event.ts';
import { personOf } from './happens.ts';

/** Who did something of a team's. `zone`: IANA; Discord itself tells none. */
export function teamFrom({ offered }: Pick<Desk, 'offered'>, i: InteractionIn, zone?: string): TeamFrom {
  const { guildId, isBotHere } = i;
  return {
    id: i.eventId,
    person: personOf(i),
    name: i.userName,
    zone,
    isAdmin: i.managesServer === true,
    installation: { externalId: i.appId },
    channel: teamChannelOf(i),
    ...(guildId === undefined || !isBotHere ? {} : { offered: () => offered(guildId) }),
  };
}

/** A text channel of a server where the bot can write: only there hang private threads. None in threads: what is said there is said to all in it. */
function teamChannelOf({ channel, guildId, isBotHere }: InteractionIn): string | undefined {
  const isText = guildId !== undefined && isBotHere && channel.type === ChannelType.GuildText;
  return isText ? placeKey(discordPlace(channel.id)) : undefined;
}
