import { z } from 'zod';
import { answerOf } from './answers.ts';
import { knownZone } from './known-zone.ts';

/** What is needed of the Web API; @slack/web-api's client has it. */
export interface PeopleClient {
  readonly users: { info(args: { readonly user: string }): Promise<unknown> };
}

/** Somebody of the workspace who can be written to. */
export interface SlackPerson {
  readonly id: string;
  readonly name: string;
  /** IANA. */
  readonly zone?: string;
}

const InfoSchema = z.object({
  user: z.object({
    id: z.string(),
    team_id: z.string().optional().catch(undefined),
    name: z.string().optional(),
    real_name: z.string().optional(),
    tz: z.string().min(1).optional().catch(undefined),
    deleted: z.boolean().optional(),
    is_bot: z.boolean().optional(),
    /** Of another workspace, and in no channel that the app may see: https://docs.slack.dev/reference/objects/user-object */
    is_stranger: z.boolean().optional(),
    enterprise_user: z
      .object({
        enterprise_id: z.string().optional().catch(undefined),
        teams: z.array(z.string()).optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

/** It says of itself that it is no bot. */
const SLACKBOT = 'USLACKBOT';
const NOT_THERE: ReadonlySet<string> = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);
const KEPT_MS = 60 * 60 * 1_000;
const MOST_KEPT = 5_000;
const AT_ONCE = 5;

export interface People {
  /**
   * Those of these users who are people of this workspace or organisation (`scope`), in their order: no bots, nobody who is
   * deactivated, no strangers; guests are. Throws what Slack's client throws: what was read by then is kept for an hour, and
   * the next try goes on from there.
   */
  peopleOf(ids: readonly string[], scope: string): Promise<readonly SlackPerson[]>;
}

/** Who people are, by `users.info`. `now`: milliseconds. */
export function createPeople(client: PeopleClient, now: () => number): People {
  const kept = new Map<string, { readonly until: number; readonly user: User | undefined }>();

  async function userOf(id: string): Promise<User | undefined> {
    const known = kept.get(id);
    if (known !== undefined && known.until > now()) return known.user;
    const user = await asked(client, id);
    kept.delete(id);
    kept.set(id, { until: now() + KEPT_MS, user });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return user;
  }

  return {
    async peopleOf(ids, scope) {
      const found: SlackPerson[] = [];
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const some = ids.slice(from, from + AT_ONCE);
        // All of them are awaited, also where one fails: what came is kept.
        const asked = await Promise.allSettled(some.map(userOf));
        for (const one of asked) {
          if (one.status === 'rejected') throw one.reason;
          if (one.value !== undefined && isPersonOf(one.value, scope)) found.push(personOf(one.value));
        }
      }
      return found;
    },
  };
}

type User = z.infer<typeof InfoSchema>['user'];

async function asked(client: PeopleClient, user: string): Promise<User | undefined> {
  try {
    return InfoSchema.parse(await client.users.info({ user })).user;
  } catch (error) {
    if (NOT_THERE.has(answerOf(error).code)) return undefined;
    throw error;
  }
}

function isPersonOf(user: User, scope: string): boolean {
  if (user.id === SLACKBOT || user.is_bot === true || user.deleted === true || user.is_stranger === true)
    return false;
  const { enterprise_id: organisation, teams = [] } = user.enterprise_user ?? {};
  const own = [user.team_id, organisation, ...teams].filter((one) => one !== undefined);
  return own.length === 0 || own.includes(scope);
}

function personOf({ id, name, real_name, tz, profile }: User): SlackPerson {
  const names = [profile?.display_name, real_name, profile?.real_name, name];
  const zone = knownZone(tz);
  return {
    id,
    name: names.find((one) => one !== undefined && one.trim() !== '') ?? 'Somebody',
    ...(zone === undefined ? {} : { zone }),
  };
}
