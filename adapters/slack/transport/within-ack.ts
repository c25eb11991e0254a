import { PATIENCE_MS } from './held-receiver.ts';

export interface WithinOptions<T, P> {
  /** How long the commit may take, in milliseconds. */
  readonly patienceMs?: number;
  /** What is acknowledged when the work is through in time; nothing if left out. */
  readonly inTime?: (value: T) => P | undefined;
  /** What is acknowledged when it is not: "one moment". It promises nothing. */
  readonly late?: P;
}

/** `acked`: whether Slack took the acknowledgement; if not, the person sees Slack's own line that it did not work. */
export type Within<T> =
  | { readonly when: 'in-time'; readonly value: T; readonly acked: boolean }
  | { readonly when: 'late'; readonly work: Promise<T>; readonly acked: boolean };

/**
 * Commit, then acknowledge, for what Slack never sends again (a command, a press, a form). Work that takes longer is
 * acknowledged as late and goes on. Rejects when the work rejects in time, with nothing acknowledged: the caller
 * decides what is said. A late rejection is in `work`, for whoever looks at it.
 */
export async function withinAck<T, P>(
  ack: (payload?: P) => Promise<void>,
  work: Promise<T>,
  options: WithinOptions<T, P> = {},
): Promise<Within<T>> {
  const late = Symbol('late');
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), options.patienceMs ?? PATIENCE_MS);
  });
  try {
    const first = await Promise.race([work, patience]);
    if (first !== late) return { when: 'in-time', value: first, acked: await send(options.inTime?.(first)) };
  } finally {
    clearTimeout(timer);
  }
  work.catch(() => undefined);
  return { when: 'late', work, acked: await send(options.late) };

  async function send(payload: P | undefined): Promise<boolean> {
    try {
      await (payload === undefined ? ack() : ack(payload));
      return true;
    } catch {
      // The socket closed meanwhile: the turn counts all the same.
      return false;
    }
  }
}
