import { z } from 'zod';
import { withinTime } from '../../catch-up/within-time.ts';

/** What is needed of the Web API; @slack/web-api's client has it. */
export interface NamesClient {
  readonly users: { info(args: { readonly user: string }): Promise<unknown> };
}

export interface Names {
  /** What a user is called; undefined where that cannot be had in time. Never throws. */
  nameOf(userId: string): Promise<string | undefined>;
}

const InfoSchema = z.object({
  user: z.object({
    real_name: z.string().optional(),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

const KEPT_MS = 60 * 60 * 1_000;
/** Within the time of a turn: a name is worth no more waiting. */
const PATIENCE_MS = 300;
const MOST_KEPT = 5_000;

/** Users' names by `users.info`, kept for an hour. `now`: milliseconds. */
export function createNames(client: NamesClient, now: () => number = Date.now): Names {
  const kept = new Map<string, { readonly until: number; readonly name: string | undefined }>();
  const asked = new Map<string, Promise<string | undefined>>();

  function ask(userId: string): Promise<string | undefined> {
    const running = asked.get(userId);
    if (running !== undefined) return running;
    // An answer that comes too late for one message is there for the next.
    const name = Promise.resolve()
      .then(() => client.users.info({ user: userId }))
      .then((answer) => keep(userId, nameIn(answer)))
      .catch(() => undefined)
      .finally(() => asked.delete(userId));
    asked.set(userId, name);
    return name;
  }

  function keep(userId: string, name: string | undefined): string | undefined {
    kept.delete(userId);
    kept.set(userId, { until: now() + KEPT_MS, name });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return name;
  }

  return {
    async nameOf(userId) {
      const known = kept.get(userId);
      if (known !== undefined && known.until > now()) return known.name;
      return withinTime(ask(userId), PATIENCE_MS, undefined);
    },
  };
}

function nameIn(answer: unknown): string | undefined {
  const user = InfoSchema.safeParse(answer).data?.user;
  const names = [user?.profile?.display_name, user?.real_name, user?.profile?.real_name];
  return names.find((name) => name !== undefined && name.trim() !== '');
}
