/** How fast one may post: https://docs.slack.dev/apis/web-api/rate-limits/ */
export interface Rates {
  /** In bursts of up to five. */
  readonly perChannelPerSecond?: number;
  readonly perWorkspacePerMinute?: number;
}

const BURST = 5;

/** Counts posts; off until rates are held. */
export class RateLimits {
  #rates: Rates = {};
  readonly #buckets = new Map<string, { left: number; at: number }>();
  #workspace: number[] = [];

  hold(rates: Rates): void {
    this.#rates = rates;
    this.#buckets.clear();
    this.#workspace = [];
  }

  /** Seconds to wait, or undefined when this post may go out (and counts). */
  wait(channel: string, now: number): number | undefined {
    const { perChannelPerSecond, perWorkspacePerMinute } = this.#rates;
    if (perWorkspacePerMinute !== undefined) {
      this.#workspace = this.#workspace.filter((at) => now - at < 60_000);
      const [oldest] = this.#workspace;
      if (this.#workspace.length >= perWorkspacePerMinute && oldest !== undefined) {
        return Math.ceil((60_000 - (now - oldest)) / 1000);
      }
    }
    if (perChannelPerSecond !== undefined) {
      const before = this.#buckets.get(channel) ?? { left: BURST, at: now };
      const left = Math.min(BURST, before.left + ((now - before.at) / 1000) * perChannelPerSecond);
      if (left < 1) return Math.max(1, Math.ceil((1 - left) / perChannelPerSecond));
      this.#buckets.set(channel, { left: left - 1, at: now });
    }
    this.#workspace.push(now);
    return undefined;
  }
}
