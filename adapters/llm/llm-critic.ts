import type { Critic, CriticInput } from '../../src/critique/critic.ts';
import { type Critique, isCritique, type Judgement } from '../../src/critique/critique.ts';
import { RUBRIC_VERSION } from '../../src/critique/rubric.ts';
import { isSameCritic } from '../../src/critique/steady.ts';
import { codeOf } from '../../src/errors.ts';
import type { LlmConfig } from '../../src/llm-config.ts';
import type { Log } from '../../src/log.ts';
import { askModel, NoReply } from './ask-model.ts';
import { createBreaker } from './breaker.ts';
import { confirmedRises } from './confirmed-rises.ts';
import { merge } from './merge.ts';
import { modelOf } from './model-of.ts';
import { promptFor } from './prompt.ts';
import { veiledIn } from './veiled.ts';

export interface LlmCriticParts {
  readonly config: LlmConfig;
  /** The critic that needs no network. Its critique is the model's evidence, and stands in for it. */
  readonly offline: Critic;
  readonly log?: Log;
  /** How long a person waits for the whole critique. */
  readonly withinMs?: number;
  /** How long a server that is down is left alone. */
  readonly restMs?: number;
}

const WITHIN_MS = 20_000;
const REST_MS = 30_000;

/** It rests on the offline critic, whose version is part of it. Raise the number with every change of prompt or merging that can move a score. */
export function llmVersion({ provider, model, baseUrl }: LlmConfig): string {
  // Two servers may call two models the same.
  const at = baseUrl === undefined ? '' : `@${new URL(baseUrl).host}`;
  return `llm-3+${RUBRIC_VERSION}:${provider}/${model}${at}`;
}

/**
 * The offline critic with a language model's help. Whatever the model or its server does, there is a critique in time:
 * where the model did not help, the offline one, which says so (`stoodInFor`).
 */
export function createLlmCritic(parts: LlmCriticParts): Critic {
  const { config, offline, log, withinMs = WITHIN_MS, restMs = REST_MS } = parts;
  const asked = { model: modelOf(config), jsonSchema: config.jsonSchema };
  const version = llmVersion(config);
  const ask = createBreaker(
    (...args: Parameters<typeof askModel> extends [unknown, ...infer Rest] ? Rest : never) =>
      askModel(asked, ...args),
    { restMs },
  );
  /** The offline critic's own judgement, which holds no rating that a model moved. */
  async function ownOf(input: CriticInput, judgement: Judgement, signal: AbortSignal): Promise<Judgement> {
    return heldBy(input, version) === input ? judgement : offline(input, signal);
  }

  return async (input, signal) => {
    const late = AbortSignal.timeout(withinMs);
    const judgement = await offline(heldBy(input, version), signal);
    if (!isCritique(judgement)) return judgement;
    // Words are hidden in it: nothing a model would say of it could be taken, so it is not sent.
    if (veiledIn(input.draft.text).length > 0) return ownOf(input, judgement, signal);
    const prompt = promptFor(input, judgement, !config.jsonSchema);
    try {
      const reply = await ask(input.guide, prompt, AbortSignal.any([signal, late]));
      const confirmed = await confirmedRises(input, judgement, reply, offline, signal);
      return merge(input, judgement, reply, { version, confirmed });
    } catch (error) {
      signal.throwIfAborted();
      // What a model wrote can find a fault of ours in the merging: the critique is posted all the same.
      const noReply = error instanceof NoReply ? error : new NoReply('malformed');
      log?.(noReply === error ? 'llm-stood-in' : 'llm-merge-failed', {
        reason: noReply.code,
        status: noReply.status,
        code: codeOf(error),
      });
      const own = await ownOf(input, judgement, signal);
      return isCritique(own) ? stoodIn(own, noReply) : own;
    }
  };
}

/**
 * The draft before was judged by this same critic: the offline one, which holds the ratings of unchanged words, is given
 * those as its own. What it then says is the model's evidence and never shown as an offline critique.
 */
function heldBy(input: CriticInput, version: string): CriticInput {
  const { before } = input;
  if (before === undefined || !isSameCritic(before.critique, 'llm', version)) return input;
  const critique = { ...before.critique, critic: 'rubric', version: RUBRIC_VERSION } as const;
  return { ...input, before: { ...before, critique } };
}

function stoodIn(offline: Critique, { code }: NoReply): Critique {
  return { ...offline, stoodInFor: code };
}
