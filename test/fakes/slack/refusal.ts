import type { Fields } from './json.ts';

/** Slack says no: `{ ok: false, error: code }`, with what else its answer carries. */
export class Refusal extends Error {
  readonly code: string;
  readonly extra: Fields;

  constructor(code: string, extra: Fields = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/** Ends the call with this error code. */
export function refuse(code: string, extra: Fields = {}): never {
  throw new Refusal(code, extra);
}
