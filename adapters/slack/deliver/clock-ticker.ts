import type { WebClient } from '@slack/web-api';
import type { Card } from '../../../src/card/card.ts';
import type { SlackMessage } from '../render/message.ts';

/** A timer may come a little early: what is left by then is nothing. */
const NEARLY_MS = 50;

/** Four changes a minute: Slack takes some fifty of a workspace, https://docs.slack.dev/reference/methods/chat.update. */
export const TICK_MS = 15_000;

export interface ClockTicker {
  /** Changes the message with what is left of the card's clock, until it is over. Nothing where the card has none. */
  start(place: string, message: { readonly channel: string; readonly ts: string }, clock: Ticking): void;
  /** The next card goes to this place: its clock stops, and the message says no more that it runs. */
  end(place: string): void;
  /** Ends all clocks. */
  stop(): void;
}

export interface Ticking {
  readonly runs: NonNullable<Card['clock']>;
  readonly render: (secondsLeft: number) => SlackMessage;
  /** The message once the clock was stopped. */
  readonly stopped: () => SlackMessage;
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
  const timers = new Map<string, { readonly timer: NodeJS.Timeout; readonly stop: () => void }>();

  function clear(place: string): void {
    clearTimeout(timers.get(place)?.timer);
    timers.delete(place);
  }

  function end(place: string): void {
    const running = timers.get(place);
    clear(place);
    running?.stop();
  }

  return {
    start(place, { channel, ts }, { runs, render, stopped }) {
      clear(place);
      const over = Date.parse(runs.startedAt) + runs.seconds * 1000;
      // One after the other: a change that is slow on its way must not stand above the last one.
      let changed: Promise<unknown> = Promise.resolve();

      function next(): void {
        const left = Math.max(0, over - now().getTime());
        const timer = setTimeout(tick, Math.min(tickMs, left));
        timer.unref();
        timers.set(place, { timer, stop: () => change(stopped()) });
      }

      function change({ text, blocks }: SlackMessage): void {
        changed = changed
          .then(() => client.chat.update({ channel, ts, text, blocks: [...blocks] }))
          .catch(() => undefined);
      }

      function tick(): void {
        const left = over - now().getTime();
        // Looked at once: a clock that ended between two looks would show its last second for ever.
        const isOver = left < NEARLY_MS;
        if (mayGo(channel)) change(render(isOver ? 0 : Math.ceil(left / 1000)));
        if (isOver) clear(place);
        else next();
      }

      // A card that was long on its way may come when its time is over.
      if (over - now().getTime() < NEARLY_MS) tick();
      else next();
    },
    end,
    stop() {
      for (const place of [...timers.keys()]) clear(place);
    },
  };
}
