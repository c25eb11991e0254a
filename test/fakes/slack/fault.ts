import type { Fields } from './json.ts';

/** What goes wrong with a call. Only `dropAnswer` and `delayMs` do the work all the same. */
export type Fault =
  /** Slack's own error code, with HTTP 200. */
  | { readonly error: string }
  | { readonly status: number }
  /** HTTP 429 with Retry-After in seconds. */
  | { readonly retryAfter: number }
  /** HTTP 200 with the error `ratelimited` and Retry-After in seconds. */
  | { readonly ratelimited: number }
  /** It is done, but the line is cut before the answer. */
  | { readonly dropAnswer: true }
  | { readonly delayMs: number }
  /** The line is cut before anything is done. */
  | { readonly refuse: true };

export type OnlyWhen = (args: Fields) => boolean;

/** Faults in waiting: a call takes the first that is meant for it. */
export class Faults {
  readonly #waiting: { method: string; fault: Fault; times: number; when: OnlyWhen | undefined }[] = [];

  /** The next `times` calls of `method` (`*`: of any) that `when` agrees with go wrong. */
  add(method: string, fault: Fault, times: number, when: OnlyWhen | undefined): void {
    this.#waiting.push({ method, fault, times, when });
  }

  take(method: string, args: Fields): Fault | undefined {
    const found = this.#waiting.find(
      (each) =>
        each.times > 0 && (each.method === method || each.method === '*') && (each.when?.(args) ?? true),
    );
    if (found === undefined) return undefined;
    found.times -= 1;
    return found.fault;
  }

  clear(): void {
    this.#waiting.length = 0;
  }
}
