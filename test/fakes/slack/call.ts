import type { Fields } from './json.ts';

/** One call of the Web API, as it came and as it was answered. */
export interface FakeCall {
  readonly method: string;
  /** Decoded: JSON inside a form is read. */
  readonly args: Fields;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `ok`, Slack's error code, `http 503` and the like, `refused`, or `dropped` (done, never answered). */
  result: string;
  answer: Fields;
}

/** Strings in a form that hold JSON: `blocks`, `metadata`, `view`, `files` and whatever else looks like it. */
export function decodeArguments(contentType: string, body: string, query: URLSearchParams): Fields {
  const pairs = Object.fromEntries(query);
  if (contentType.startsWith('application/json')) return { ...pairs, ...readJson(body) };
  const form: Record<string, unknown> = { ...pairs };
  for (const [name, value] of new URLSearchParams(body)) {
    form[name] = PLAIN.has(name) ? value : maybeJson(value);
  }
  return form;
}

/** Words of a person that begin with a bracket are still words. */
const PLAIN = new Set(['text', 'status', 'title', 'initial_comment', 'alt_txt', 'filename']);

function maybeJson(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function readJson(body: string): Fields {
  const value: unknown = body === '' ? {} : JSON.parse(body);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
