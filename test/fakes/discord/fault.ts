import type { FakeCall } from './call.ts';

/** Which calls: all that is given must fit. */
export interface Matcher {
  readonly method?: string;
  /** Looked for in the path without `/api/v10`; a string must be the whole route or the whole path. */
  readonly path?: RegExp | string;
  readonly when?: (call: FakeCall) => boolean;
}

/** What goes wrong. Only `lostAnswer` and `delayMs` do the work all the same. */
export type Fault =
  | { readonly status: number; readonly code?: number; readonly message?: string }
  /** HTTP 429; seconds. */
  | { readonly retryAfter: number; readonly global?: boolean; readonly scope?: 'user' | 'global' | 'shared' }
  /** Never answered; nothing is done. */
  | { readonly hang: true }
  /** It is done, then the line is cut. */
  | { readonly lostAnswer: true }
  /** The line is cut before anything is done. */
  | { readonly refuse: true }
  | { readonly delayMs: number };

/** Faults in waiting: a call takes the first that is meant for it. */
export class Faults {
  #waiting: { readonly matcher: Matcher; readonly fault: Fault; times: number }[] = [];

  add(matcher: Matcher, fault: Fault, times: number): void {
    this.#waiting.push({ matcher, fault, times });
  }

  take(call: FakeCall): Fault | undefined {
    const found = this.#waiting.find(({ matcher, times }) => times > 0 && fits(matcher, call));
    if (found === undefined) return undefined;
    found.times -= 1;
    return found.fault;
  }

  clear(): void {
    this.#waiting = [];
  }
}

function fits({ method, path, when }: Matcher, call: FakeCall): boolean {
  if (method !== undefined && method !== call.method) return false;
  if (typeof path === 'string' && path !== call.route && path !== call.path) return false;
  if (path instanceof RegExp && !path.test(call.path)) return false;
  return when?.(call) ?? true;
}
