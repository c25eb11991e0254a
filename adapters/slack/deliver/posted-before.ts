import { WebAPIRequestError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';

/** The metadata under which our messages are found again. Other apps may read it: it holds an opaque id only. */
export const DELIVERY_EVENT = 'coach_delivery';

/** Apps that are distributed outside the Marketplace are given no more at a time: https://docs.slack.dev/apis/web-api/rate-limits. */
const A_PAGE = 15;
const PAGES = 5;
/** The outbox gives a delivery up after a day. */
const OLDEST_TRY_MS = 24 * 60 * 60_000;
/** How far Slack's clock and ours may be apart. */
const APART_MS = 2 * 60_000;

const PageSchema = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z
          .object({ event_type: z.string(), event_payload: z.object({ id: z.string() }) })
          .optional()
          .catch(undefined),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

export interface WhereToLook {
  readonly channel: string;
  readonly thread?: string | undefined;
  /** When it was first tried (ms since 1970), where that is known. */
  readonly since?: number | undefined;
}

/**
 * Looks for the messages of a delivery whose answer was lost, by their metadata: `ts` by id. Undefined where Slack
 * does not let us look (no scope, too often, no such thread): then the card is sent again. Throws where Slack cannot
 * be reached at all.
 */
export async function postedBefore(
  client: WebClient,
  log: Log,
  where: WhereToLook,
  deliveryId: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const found = new Map<string, string>();
  const from = where.since ?? Date.now() - OLDEST_TRY_MS;
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    let answer: unknown;
    try {
      answer = await pageOf(client, where, from - APART_MS, cursor);
    } catch (error) {
      const { kind, code } = answerOf(error);
      if (kind === 'unknown' || kind === 'token-dead' || error instanceof WebAPIRequestError) throw error;
      log('slack-look-up-refused', { code });
      return undefined;
    }
    const { messages, response_metadata } = PageSchema.parse(answer);
    for (const { ts, metadata } of messages) {
      if (metadata?.event_type !== DELIVERY_EVENT) continue;
      const { id } = metadata.event_payload;
      if (id === deliveryId || id.startsWith(`${deliveryId}.`)) found.set(id, ts);
    }
    cursor = response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') break;
  }
  return found;
}

/** Slack gives a thread from its oldest message on, a channel from its newest. */
function pageOf(
  client: WebClient,
  { channel, thread }: WhereToLook,
  oldestMs: number,
  cursor: string | undefined,
): Promise<unknown> {
  const asked = {
    channel,
    oldest: stampOf(oldestMs),
    limit: A_PAGE,
    include_all_metadata: true,
    ...(cursor === undefined ? {} : { cursor }),
  };
  return thread === undefined
    ? client.conversations.history(asked)
    : client.conversations.replies({ ...asked, ts: thread });
}

/** An instant as Slack writes stamps: seconds and six digits. */
function stampOf(ms: number): string {
  return `${Math.floor(ms / 1000)}.${String(Math.floor(ms % 1000) * 1000).padStart(6, '0')}`;
}
