import type { App, Method } from './app.ts';
import { checkArguments } from './argument-check.ts';
import type { FakeCall } from './call.ts';
import { type Fields, textOf } from './json.ts';
import { CHAT } from './methods/chat.ts';
import { CONVERSATIONS } from './methods/conversations.ts';
import { FILES } from './methods/files.ts';
import { VIEWS } from './methods/views.ts';
import { WORKSPACE } from './methods/workspace.ts';
import { channelFor } from './posting.ts';
import type { RateLimits } from './rates.ts';
import { Refusal, refuse } from './refusal.ts';
import { scopeFor } from './scopes.ts';

const METHODS: Readonly<Record<string, Method>> = {
  ...CHAT,
  ...CONVERSATIONS,
  ...FILES,
  ...VIEWS,
  ...WORKSPACE,
};

export interface Tokens {
  readonly bot: string;
  readonly app: string;
  readonly scopes: readonly string[];
  /** The error that every call answers with once the tokens are dead. */
  revoked: string | undefined;
}

export interface Answered {
  readonly answer: Fields;
  /** Seconds to wait: HTTP 429. */
  readonly retryAfter?: number;
  readonly ownEvents: readonly Fields[];
}

/** One call, done: who asks, may they, is it said rightly, and then the method itself. */
export function answerCall(app: App, tokens: Tokens, rates: RateLimits, call: FakeCall): Answered {
  const ownEvents: Fields[] = [];
  try {
    const tokenKind = kindOf(tokens, call.token);
    const method = METHODS[call.method] ?? refuse('unknown_method', { req_method: call.method });
    if (tokenKind === 'app' && call.method !== 'auth.test' && call.method !== 'apps.connections.open') {
      refuse('not_allowed_token_type');
    }
    const channelName = textOf(call.args.channel ?? call.args.channel_id);
    if (tokenKind === 'bot') checkScope(app, tokens, call, channelName);
    const wrong = checkArguments(call.method, call.args);
    if (app.strict) app.violations.push(...wrong);
    if (wrong.some((says) => says.endsWith('is missing'))) {
      refuse('invalid_arguments', {
        response_metadata: { messages: wrong.map((says) => `[ERROR] ${says}`) },
      });
    }
    if (call.method === 'chat.postMessage') {
      const wait = rates.wait(channelFor(app.world, channelName).id, Date.now());
      if (wait !== undefined) {
        return { answer: { ok: false, error: 'ratelimited' }, retryAfter: wait, ownEvents };
      }
    }
    const answer = method(call.args, { app, world: app.world, ownEvents, tokenKind });
    return { answer: { ok: true, ...answer }, ownEvents };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { answer: { ok: false, error: error.code, ...error.extra }, ownEvents };
  }
}

function kindOf(tokens: Tokens, token: string): 'bot' | 'app' {
  if (token === '') return refuse('not_authed');
  if (tokens.revoked !== undefined) return refuse(tokens.revoked);
  if (token === tokens.bot) return 'bot';
  return token === tokens.app ? 'app' : refuse('invalid_auth');
}

function checkScope(app: App, tokens: Tokens, { method, args }: FakeCall, channelName: string): void {
  const needed = scopeFor(method, app.world.channels.get(channelName), textOf(args.users));
  if (needed === undefined || tokens.scopes.includes(needed)) return;
  if (app.strict) app.violations.push(`${method}: needs the scope ${needed}`);
  refuse('missing_scope', { needed, provided: tokens.scopes.join(',') });
}
