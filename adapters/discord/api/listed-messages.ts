import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimitError, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { SnowflakeSchema } from '../receive/payload-schemas.ts';
import { compareSnowflakes } from '../receive/snowflake.ts';
import { answerOf, isPassing } from './answers.ts';

/** What is needed of Discord's API; the REST of discord.js has it. */
export type Listing = Pick<REST, 'get'>;

/** What a listing gave. `gone`: this channel cannot be read; `refused`: none can, with this token; `later`: not now. */
export type Listed =
  | { readonly messages: readonly { readonly id: string }[] }
  | { readonly stop: 'gone' | 'refused' | 'later'; readonly code: string };

export interface Pace {
  /** Between two calls, in milliseconds. */
  readonly pauseMs: number;
  readonly signal: AbortSignal;
}

/** https://discord.com/developers/docs/resources/message#get-channel-messages */
const PAGE_SIZE = 100;
const MOST_TRIES = 5;

const PageSchema = z.array(z.looseObject({ id: SnowflakeSchema }));
type Page = z.infer<typeof PageSchema>;

/**
 * All messages of a channel that came after the snowflake `after`, the oldest first. Waits as long as Discord asks for;
 * rejects only when `signal` aborts. Where the bot may not read the history Discord gives an empty list.
 */
export async function listMessages(
  rest: Listing,
  { channel, after }: { readonly channel: string; readonly after: string },
  pace: Pace,
): Promise<Listed> {
  const messages: Page = [];
  for (let from = after; ; ) {
    const query = new URLSearchParams({ after: from, limit: String(PAGE_SIZE) });
    const page = await patiently(() => rest.get(Routes.channelMessages(channel), { query }), pace);
    if ('stop' in page) return page;
    // Discord gives the ones next after `after`, and of those the newest first.
    const sorted = page.messages.sort((a, b) => compareSnowflakes(a.id, b.id));
    messages.push(...sorted);
    const newest = sorted.at(-1)?.id ?? from;
    if (sorted.length < PAGE_SIZE || compareSnowflakes(newest, from) <= 0) return { messages };
    from = newest;
  }
}

async function patiently(
  call: () => Promise<unknown>,
  { pauseMs, signal }: Pace,
): Promise<{ readonly messages: Page } | Exclude<Listed, { readonly messages: unknown }>> {
  for (let tries = 1; ; tries += 1) {
    signal.throwIfAborted();
    try {
      const messages = PageSchema.parse(await call());
      await sleep(pauseMs, undefined, { signal, ref: false });
      return { messages };
    } catch (error) {
      signal.throwIfAborted();
      const stopped = stoppedBy(error);
      if (stopped.stop !== 'later' || tries >= MOST_TRIES) return stopped;
      const waitMs = error instanceof RateLimitError ? error.retryAfter : pauseMs * 2 ** tries;
      await sleep(waitMs, undefined, { signal, ref: false });
    }
  }
}

function stoppedBy(error: unknown): Exclude<Listed, { readonly messages: unknown }> {
  const { kind, code } = answerOf(error);
  if (kind === 'token-dead') return { stop: 'refused', code };
  // Nothing is changed by asking: a lost answer is one that comes later.
  return { stop: isPassing(kind) ? 'later' : 'gone', code };
}
