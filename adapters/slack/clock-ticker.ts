import type { WebClient } from '@slack/web-api';
import type { Card } from '../../src/card/card.ts';
import type { SlackMessage } from './message.ts';

/** A timer may come a little early: what is left by then is nothing. */
const NEARLY_MS = 50;

/** Four changes a minute: Slack takes some fifty of a workspace, https://docs.slack.dev/reference/methods/chat.update. */
export const TICK_MS = 15_000;

export interface ClockTicker {
  /** Changes the message with what is left of the card's clock, until it is over. Nothing where the card has none. */
  start(place: string, message: { readonly channel: string; readonly ts: string }, clock: Ticking): void;
  /** The next card goes to this place: its clock has had its time. */
  end(place: string): void;
  /** Ends all clocks. */
  stop(): void;
}

export interface Ticking {
  readonly runs: NonNullable<Card['clock']>;
  readonly render: (secondsLeft: number) => SlackMessage;
}

/**
 * Clocks that a person watches while they speak. Only a service: they live in this process, a change that Slack does
 * not take is left out, and the end of the time is the wake's to tell. `mayGo` false: the channel waits, a change is left out.
 */
export function createClockTicker(
  client: WebClient,
  now: () => Date,
  mayGo: (channel: string) => boolean,
  tickMs = TICK_MS,
): ClockTicker {
  const timers = new Map<string, NodeJS.Timeout>();

  function end(place: string): void {
    clearTimeout(timers.get(place));
    timers.delete(place);
  }

  return {
    start(place, { channel, ts }, { runs, render }) {
      end(place);
      const over = Date.parse(runs.startedAt) + runs.seconds * 1000;

      function next(): void {
        const left = over - now().getTime();
        if (left < NEARLY_MS) {
          end(place);
          return;
        }
        const timer = setTimeout(tick, Math.min(tickMs, left));
        timer.unref();
        timers.set(place, timer);
      }

      function tick(): void {
        const left = over - now().getTime();
        if (mayGo(channel)) {
          const { text, blocks } = render(left < NEARLY_MS ? 0 : Math.ceil(left / 1000));
          client.chat.update({ channel, ts, text, blocks: [...blocks] }).catch(() => undefined);
        }
        next();
      }

      next();
    },
    end,
    stop() {
      for (const place of [...timers.keys()]) end(place);
    },
  };
}
