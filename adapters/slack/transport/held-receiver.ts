import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { codeOf } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import { LateEvent } from './late-event.ts';
import { settledWithin } from './settling.ts';

export interface HoldOptions {
  /** How long a commit may take, in milliseconds. Slack gives up after 3 s: https://docs.slack.dev/apis/events-api/ */
  readonly patienceMs?: number;
  readonly log: Log;
}

export const PATIENCE_MS = 2_000;

/**
 * Commit, then acknowledge. Bolt acknowledges an event before any listener runs, and what is acknowledged never comes
 * again: a crash in between would lose an answer. Here an event is acknowledged when its listeners are through. If they
 * throw, or are not through in time, the event is handed back to the receiver as an error and Slack sends it again.
 * Commands, presses, forms and shortcuts pass untouched: Slack never repeats them, their listeners acknowledge.
 */
export function holdAcks(inner: Receiver, { patienceMs = PATIENCE_MS, log }: HoldOptions): Receiver {
  const underWay = new Set<Promise<unknown>>();
  let isEnding = false;

  async function processHeld(app: App, event: ReceiverEvent): Promise<void> {
    if (!isEvent(event)) return app.processEvent(event);
    if (isEnding) throw new LateEvent();
    const work = app.processEvent({ ...event, ack: () => Promise.resolve() });
    note(work);
    if (!(await settledWithin(work, patienceMs))) {
      log('slack-event-late', { retry: event.retryNum ?? 0 });
      work.catch((error: unknown) => log('slack-late-event-failed', { code: codeOf(error) }));
      throw new LateEvent();
    }
    await work;
    await event.ack();
  }

  function note(work: Promise<unknown>): void {
    underWay.add(work);
    const settled = () => void underWay.delete(work);
    work.then(settled, settled);
  }

  return {
    init(app) {
      const held: App = Object.create(app, {
        processEvent: { value: (event: ReceiverEvent) => processHeld(app, event) },
      });
      inner.init(held);
    },
    start(...args) {
      isEnding = false;
      return inner.start(...args);
    },
    /** What is under way is still acknowledged; what comes from now on is for the next process. */
    async stop(...args) {
      isEnding = true;
      await settledWithin(Promise.allSettled(underWay), patienceMs);
      return inner.stop(...args);
    },
  };
}

/** Of the Events API. `function_executed` too: nothing here listens to it. */
function isEvent(event: ReceiverEvent): boolean {
  return event.body.type === 'event_callback';
}
