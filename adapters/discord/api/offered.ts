import { ApplicationFlags, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { FormPlace } from '../../../src/mocks/series/cards/schedule-form.ts';
import { withinTime } from '../../catch-up/within-time.ts';
import { SnowflakeSchema } from '../receive/payload-schemas.ts';
import { compareSnowflakes } from '../receive/snowflake.ts';
import { MENU_OPTIONS, OPTION_LABEL } from '../render/limits.ts';

/** What can be chosen of who is asked for a session in this server. Never throws. */
export type Offered = (guild: string) => Promise<FormPlace>;

const ApplicationSchema = z.object({ flags: z.int().catch(0) });
const RolesSchema = z.array(
  z.object({ id: SnowflakeSchema, name: z.string(), managed: z.boolean().catch(false) }),
);

/** The intent is switched on, for a bot in few servers or for one that Discord granted it to. */
const MEMBERS = ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited;
/** By its name in the settings of an application: https://discord.com/developers/docs/events/gateway#privileged-intents */
export const MEMBERS_INTENT = 'the "Server Members Intent", on the Bot page of my Discord application';

/** A form is the first answer, within three seconds. */
const PATIENCE_MS = 1_000;
/** A role that was made a moment ago is there at the second try. */
const KEPT_MS = 60_000;
const MOST_KEPT = 100;

const NOT_KNOWN: FormPlace = { channels: [], groups: [], knowsMembers: false };

/** Members of a server can be listed with the intent alone, and so who has a role. `now`: milliseconds. */
export function createOffered(rest: REST, now: () => number): Offered {
  const kept = new Map<string, { readonly until: number; readonly place: FormPlace }>();
  return async (guild) => {
    const known = kept.get(guild);
    if (known !== undefined && known.until > now()) return known.place;
    const asked = read(rest, guild).then((place) => {
      kept.delete(guild);
      kept.set(guild, { until: now() + KEPT_MS, place });
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return place;
    });
    return withinTime(
      asked.catch(() => NOT_KNOWN),
      PATIENCE_MS,
      NOT_KNOWN,
    );
  };
}

async function read(rest: REST, guild: string): Promise<FormPlace> {
  const { flags } = ApplicationSchema.parse(await rest.get(Routes.currentApplication()));
  if ((flags & MEMBERS) === 0)
    return { ...NOT_KNOWN, membersNeed: MEMBERS_INTENT, groupsNeed: MEMBERS_INTENT };
  const roles = RolesSchema.parse(await rest.get(Routes.guildRoles(guild)));
  const groups = roles
    // Everybody's has the server's own id; a bot's is managed by it.
    .filter(({ id, managed }) => id !== guild && !managed)
    .map(({ id, name }) => ({ value: id, label: `@${name}`.slice(0, OPTION_LABEL) }))
    // As they were made: what is picked on a form's first page is remembered by its place, and a new role comes last.
    .toSorted((one, other) => compareSnowflakes(one.value, other.value));
  return { channels: [], groups: groups.slice(0, MENU_OPTIONS), knowsMembers: true };
}
