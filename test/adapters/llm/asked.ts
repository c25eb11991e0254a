import { createLlmCritic, type LlmCriticParts } from '../../../adapters/llm/llm-critic.ts';
import type { Critic, CriticInput } from '../../../src/critique/critic.ts';
import { type Critique, CritiqueSchema, isCritique, type Score } from '../../../src/critique/critique.ts';
import { loadLanguage } from '../../../src/critique/language.ts';
import { draftFromText, read } from '../../../src/critique/read.ts';
import { createRubricCritic } from '../../../src/critique/rubric.ts';
import { greatestFailure } from '../../../src/guide/questions/greatest-failure.ts';
import type { LlmConfig } from '../../../src/llm-config.ts';
import type { Span } from '../../../src/text/span.ts';

const language = loadLanguage();
export const offline: Critic = createRubricCritic(language);
const calm = new AbortController().signal;

/** What a critic is given of a text that was pasted. */
export function inputOf(text: string, more: Partial<CriticInput> = {}): CriticInput {
  const draft = draftFromText(text, read(text, greatestFailure, language));
  return { draft, guide: greatestFailure, setAside: [], ...more };
}

export async function critiqueBy(critic: Critic, input: CriticInput): Promise<Critique> {
  const judgement = await critic(input, calm);
  if (!isCritique(judgement)) throw new Error(judgement.cannotJudge);
  return CritiqueSchema.parse(judgement);
}

export const offlineOf = (input: CriticInput): Promise<Critique> => critiqueBy(offline, input);

/** The providers as they are set up against the fake; `compatible-schema` is a server that takes a JSON schema. */
export const SETUPS: Readonly<Record<string, Omit<LlmConfig, 'baseUrl'>>> = {
  openai: { provider: 'openai', model: 'gpt-5-mini', apiKey: 'k3y', jsonSchema: true },
  anthropic: { provider: 'anthropic', model: 'claude-haiku-4-5', apiKey: 'k3y', jsonSchema: true },
  'anthropic-by-tool': { provider: 'anthropic', model: 'claude-3-haiku', apiKey: 'k3y', jsonSchema: true },
  compatible: { provider: 'compatible', model: 'llama3.1:8b', apiKey: undefined, jsonSchema: false },
  'compatible-schema': { provider: 'compatible', model: 'qwen3', apiKey: 'k3y', jsonSchema: true },
};

/** The critic with a model at `url`. */
export function criticAt(
  url: string,
  setup: Omit<LlmConfig, 'baseUrl'> = SETUPS.compatible as Omit<LlmConfig, 'baseUrl'>,
  more: Partial<LlmCriticParts> = {},
): Critic {
  return createLlmCritic({ config: { ...setup, baseUrl: url }, offline, ...more });
}

const withScores = (critique: Critique, scoreOf: (at: number, of: number) => Score): Critique => {
  const all = Object.entries(critique.steps);
  const steps = Object.fromEntries(
    all.map(([id, step], at) => [id, { ...step, score: scoreOf(at, all.length) }]),
  );
  return { ...critique, steps, findings: [], overall: 0.8, verdict: 'weak', line: 'Right story.' };
};

/**
 * The offline critic where most can be won of `text`: two steps to raise, as many as a model may, and no words that were
 * called thin. What a model points at in it is judged by `confirming`.
 */
export const openTo =
  (text: string, confirming: Critic): Critic =>
  async (input, signal) => {
    if (input.draft.text !== text) return confirming(input, signal);
    const judgement = await offline(input, signal);
    return isCritique(judgement) ? withScores(judgement, (at, of) => (at < of - 2 ? 2 : 1)) : judgement;
  };

/** A critic that finds everything clear: it confirms whatever it is shown. */
export const everythingClear: Critic = async (input, signal) => {
  const judgement = await offline(input, signal);
  return isCritique(judgement) ? withScores(judgement, () => 2) : judgement;
};

/** All that the coach would say of its own: the quotes are the person's words. */
export const saidIn = ({ line, next, findings, notes, keep }: Critique): string[] => [
  line,
  next.question,
  ...findings.flatMap(({ why, question, shape }) => [why, question, shape ?? '']),
  ...(notes ?? []).flatMap(({ text, question }) => [text, question]),
  ...keep.map(({ effect }) => effect),
];

export const spansIn = (critique: Critique): Span[] => [
  ...critique.findings.flatMap(({ at }) => ('span' in at ? [at.span] : [])),
  ...(critique.notes ?? []).map(({ span }) => span),
  ...Object.values(critique.steps).flatMap(({ evidence }) => evidence),
  ...(critique.next.about === undefined ? [] : [critique.next.about]),
];
