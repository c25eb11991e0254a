import type { Critique, StoodInFor } from './critique.ts';

/** Which version of which model made a critique: `llm-1+rubric-3:openai/gpt-5-mini`. */
const LLM_VERSION = /^llm-[^:]*:([a-z]+)\/(.+?)(@[^@/]+)?$/u;

/** The language model's name, as its provider calls it; undefined where none helped. */
export function modelNamed({ critic, version }: Pick<Critique, 'critic' | 'version'>): string | undefined {
  return critic === 'llm' ? (LLM_VERSION.exec(version)?.[2] ?? version) : undefined;
}

const STOOD_IN: Readonly<Record<StoodInFor, string>> = {
  slow: 'The language model was slow, so this is the offline reading.',
  refused: 'The language model did not take this answer, so this is the offline reading.',
  malformed: 'The language model sent nothing I can use, so this is the offline reading.',
  'rate-limited': 'The language model had too much to do, so this is the offline reading.',
  down: 'The language model could not be reached, so this is the offline reading.',
};

/** Who read an answer, in a line: said where a language model was asked. */
export function readWith(critique: Pick<Critique, 'critic' | 'version' | 'stoodInFor'>): string | undefined {
  const model = modelNamed(critique);
  if (model !== undefined) return `Read with ${model}.`;
  return critique.stoodInFor === undefined ? undefined : STOOD_IN[critique.stoodInFor];
}

/** "llm-1+rubric-3:…" is its version 1.3. */
const LLM_PARTS = /^llm-(\d+)\+rubric-(\d+)/u;

/** Which critic, and which version of it: two that differ in either differ in this, and are never joined. */
export function criticLabel({ critic, version }: Pick<Critique, 'critic' | 'version'>): string {
  const model = modelNamed({ critic, version });
  if (model === undefined) return `offline critic, version ${version.replace(/^rubric-/u, '')}`;
  const [, provider = '', , at = ''] = LLM_VERSION.exec(version) ?? [];
  return `${provider}/${model}${at}, version ${LLM_PARTS.exec(version)?.slice(1).join('.') ?? version}`;
}

const INSTEAD: Readonly<Record<StoodInFor, string>> = {
  slow: 'the model was slow',
  refused: 'the model declined',
  malformed: 'the model was unclear',
  'rate-limited': 'the model was busy',
  down: 'the model was away',
};

/** Why the offline critic judged in the place of the language model that was asked: "the model was slow". */
export function whyStoodIn({ stoodInFor }: Pick<Critique, 'stoodInFor'>): string | undefined {
  return stoodInFor === undefined ? undefined : INSTEAD[stoodInFor];
}

/** Who judged this one, for a picture: that it stands in for the language model is said. */
export function judgedByLabel(critique: Pick<Critique, 'critic' | 'version' | 'stoodInFor'>): string {
  const { stoodInFor } = critique;
  return stoodInFor === undefined ? criticLabel(critique) : `offline critic: ${INSTEAD[stoodInFor]}`;
}

/** "Judged by the offline critic, version 1": who judged, in a line that may go on. */
export function judgedBy(critique: Pick<Critique, 'critic' | 'version'>): string {
  const label = criticLabel(critique);
  return modelNamed(critique) === undefined
    ? `Judged by the ${label}`
    : `Judged by ${label}, with the offline critic`;
}
