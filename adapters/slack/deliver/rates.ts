import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * About one message a second and channel, with short bursts: https://docs.slack.dev/apis/web-api/rate-limits.
 * Ten in ten seconds is that: a practice opens with two, and quick presses bring a card each.
 */
export const MESSAGES_A_CHANNEL = 10;
const CHANNEL_WINDOW_S = 10;

/** The same page: "several hundred messages per minute" a workspace. A quarter of it at a time, so that none waits a whole minute. */
export const MESSAGES_A_MINUTE = 240;
const WORKSPACE_WINDOW_S = 15;

/** A timer may come a little early: what is left by then is no reason to wait again. */
const NEARLY_MS = 50;

/** Thrown before anything was sent: it is not this channel's turn. `afterMs`: when it is. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
  readonly afterMs: number;

  constructor(afterMs: number) {
    super('not now');
    this.afterMs = afterMs;
  }
}

export interface Rates {
  /** Takes room for one message, just before it is sent. Throws `NotNow` where there is none; then none is used up. */
  take(channel: string): Promise<void>;
  /** Slack said when to come back to this channel: nothing goes there before. Other channels go on. */
  hold(channel: string, ms: number): void;
  /** How long a channel is still being held, in ms; 0 where it is not. */
  heldFor(channel: string): number;
}

/**
 * Our own manners towards Slack, for one workspace and in one process: a person's cards are sent by one process at a
 * time, and Slack's own 429 covers what several do together.
 */
export function createRates(perMinute = MESSAGES_A_MINUTE, perChannel = MESSAGES_A_CHANNEL): Rates {
  const channels = new RateLimiterMemory({
    keyPrefix: 'channel',
    points: perChannel,
    duration: CHANNEL_WINDOW_S,
  });
  const workspace = new RateLimiterMemory({
    keyPrefix: 'workspace',
    points: Math.ceil((perMinute * WORKSPACE_WINDOW_S) / 60),
    duration: WORKSPACE_WINDOW_S,
  });
  const heldUntil = new Map<string, number>();

  function heldFor(channel: string): number {
    const left = (heldUntil.get(channel) ?? 0) - performance.now();
    if (left > NEARLY_MS) return Math.ceil(left);
    heldUntil.delete(channel);
    return 0;
  }

  return {
    async take(channel) {
      const left = heldFor(channel);
      if (left > 0) throw new NotNow(left);
      await takeFrom(channels, channel);
      try {
        await takeFrom(workspace, 'all');
      } catch (error) {
        await channels.reward(channel);
        throw error;
      }
    },
    hold: (channel, ms) => void heldUntil.set(channel, performance.now() + ms),
    heldFor,
  };
}

async function takeFrom(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    // The library counts what it did not let through.
    await limiter.reward(key);
    throw new NotNow(Math.max(1, error.msBeforeNext));
  }
}
