import { Redis } from 'ioredis';
import { codeOf } from '../src/errors.ts';

/** What Redis does when its memory is full, and whether that is safe for a queue. */
export type RedisPolicy =
  | { readonly state: 'safe' }
  /** Keys are thrown away: jobs and locks with them. `cure` names the setting, the value and what to do, in one line. */
  | { readonly state: 'forgets'; readonly cure: string }
  /** Hosted Redis may forbid asking. */
  | { readonly state: 'unknown'; readonly reason: string };

/** Asks Redis for `maxmemory-policy`. Never throws. */
export async function readRedisPolicy(url: string): Promise<RedisPolicy> {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    connectTimeout: 3_000,
    retryStrategy: () => null,
    lazyConnect: true,
    enableReadyCheck: false,
  });
  // `connect` says only that the connection is closed; why is said here.
  let why: Error | undefined;
  redis.on('error', (error) => {
    why = error;
  });
  try {
    await redis.connect();
    const policy = policyIn(await redis.config('GET', 'maxmemory-policy'));
    if (policy === undefined) return { state: 'unknown', reason: 'no answer' };
    if (policy === 'noeviction') return { state: 'safe' };
    return {
      state: 'forgets',
      cure: `Redis has maxmemory-policy ${policy}: when its memory is full it drops jobs. Set it to noeviction (CONFIG SET maxmemory-policy noeviction, and in redis.conf).`,
    };
  } catch (error) {
    return { state: 'unknown', reason: codeOf(why ?? error) };
  } finally {
    redis.disconnect();
  }
}

/** `CONFIG GET` answers a flat list on RESP2 and a map on RESP3. */
function policyIn(answer: unknown): string | undefined {
  if (Array.isArray(answer)) return typeof answer[1] === 'string' ? answer[1] : undefined;
  if (typeof answer === 'object' && answer !== null && 'maxmemory-policy' in answer) {
    const value = answer['maxmemory-policy'];
    return typeof value === 'string' ? value : undefined;
  }
  return undefined;
}
