import { z } from 'zod';
import { withinTime } from '../../catch-up/within-time.ts';
import { knownZone } from './known-zone.ts';

/** What is needed of the Web API; @slack/web-api's client has it. */
export interface NamesClient {
  readonly users: { info(args: { readonly user: string }): Promise<unknown> };
}

export interface Names {
  /** What a user is called; undefined where that cannot be had in time. Never throws. */
  nameOf(userId: string): Promise<string | undefined>;
  /** The zone their Slack is set to (IANA); undefined where that cannot be had in time. Never throws. */
  zoneOf(userId: string): Promise<string | undefined>;
  /** All of it; what cannot be had in time is left out. Never throws. */
  profileOf(userId: string): Promise<Profile>;
}

export interface Profile {
  readonly name?: string;
  /** IANA. */
  readonly zone?: string;
  /** An admin or an owner of the workspace. */
  readonly isAdmin?: boolean;
}

const InfoSchema = z.object({
  user: z.object({
    real_name: z.string().optional(),
    tz: z.string().min(1).optional().catch(undefined),
    is_admin: z.boolean().optional().catch(undefined),
    is_owner: z.boolean().optional().catch(undefined),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

const KEPT_MS = 60 * 60 * 1_000;
/** Within the time of a turn: a name is worth no more waiting. */
const PATIENCE_MS = 300;
/** Without a zone the person is asked for it: that is worth more, within the three seconds of Slack's patience. */
const ZONE_PATIENCE_MS = 1_500;
const MOST_KEPT = 5_000;

/** Users' names by `users.info`, kept for an hour. `now`: milliseconds. */
export function createNames(client: NamesClient, now: () => number = Date.now): Names {
  const kept = new Map<string, { readonly until: number; readonly known: Profile }>();
  const asked = new Map<string, Promise<Profile>>();

  function ask(userId: string): Promise<Profile> {
    const running = asked.get(userId);
    if (running !== undefined) return running;
    // An answer that comes too late for one message is there for the next.
    const known = Promise.resolve()
      .then(() => client.users.info({ user: userId }))
      .then((answer) => keep(userId, knownIn(answer)))
      .catch((): Profile => ({}))
      .finally(() => asked.delete(userId));
    asked.set(userId, known);
    return known;
  }

  function keep(userId: string, known: Profile): Profile {
    kept.delete(userId);
    kept.set(userId, { until: now() + KEPT_MS, known });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return known;
  }

  async function knownOf(userId: string, patienceMs: number): Promise<Profile> {
    const one = kept.get(userId);
    if (one !== undefined && one.until > now()) return one.known;
    return withinTime<Profile, Profile>(ask(userId), patienceMs, {});
  }

  return {
    nameOf: async (userId) => (await knownOf(userId, PATIENCE_MS)).name,
    zoneOf: async (userId) => (await knownOf(userId, ZONE_PATIENCE_MS)).zone,
    profileOf: (userId) => knownOf(userId, ZONE_PATIENCE_MS),
  };
}

function knownIn(answer: unknown): Profile {
  const user = InfoSchema.safeParse(answer).data?.user;
  const names = [user?.profile?.display_name, user?.real_name, user?.profile?.real_name];
  const name = names.find((one) => one !== undefined && one.trim() !== '');
  const zone = knownZone(user?.tz);
  return {
    ...(name === undefined ? {} : { name }),
    ...(zone === undefined ? {} : { zone }),
    ...(user?.is_admin === true || user?.is_owner === true ? { isAdmin: true } : {}),
  };
}
