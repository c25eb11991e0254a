import type { Critic, CriticInput } from '../../src/critique/critic.ts';
import { type Critique, isCritique } from '../../src/critique/critique.ts';
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
export function llmVersion({ provider, model }: LlmConfig): string {
  return `llm-2+${RUBRIC_VERSION}:${provider}/${model}`;
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
  return async (input, signal) => {
    const late = AbortSignal.timeout(withinMs);
    const judgement = await offline(heldBy(input, version), signal);
    if (!isCritique(judgement)) return judgement;
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
      // What stands in is the offline critic's own: it holds no rating that a model moved.
      const own = heldBy(input, version) === input ? judgement : await offline(input, signal);
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
