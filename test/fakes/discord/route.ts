import type { Fields } from '../slack/json.ts';
import type { App } from './app.ts';
import type { FakeCall } from './call.ts';

export interface Asked {
  readonly app: App;
  readonly call: FakeCall;
  /** What stands in the braces of the route. */
  readonly param: (name: string) => string;
}

/** 204 carries nothing. */
export interface Answer {
  readonly status: number;
  readonly body?: Fields | readonly Fields[];
}

export interface Route {
  readonly method: string;
  /** As Discord's OpenAPI writes it. */
  readonly template: string;
  /** Answers without the bot's token: the address itself is the secret. */
  readonly isOpen?: boolean;
  readonly answer: (asked: Asked) => Answer;
}

export const NO_CONTENT: Answer = { status: 204 };

export function ok(body: Fields | readonly Fields[], status = 200): Answer {
  return { status, body };
}

/** The route of a path, and what its braces stand for. The more exact one comes first in the list. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: ReadonlyMap<string, string> } | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const wanted = route.template.split('/');
    if (wanted.length !== parts.length) continue;
    const params = new Map<string, string>();
    const isIt = wanted.every((word, at) => {
      const part = parts[at] ?? '';
      if (!word.startsWith('{')) return word === part;
      params.set(word.slice(1, -1), part);
      return part !== '';
    });
    if (isIt) return { route, params };
  }
  return undefined;
}
