import type { Guide } from '../guide/guide.ts';
import { whyNotJudged } from './cannot-judge.ts';
import type { Critic, CriticInput } from './critic.ts';
import type { Judgement } from './critique.ts';
import { findFindings } from './find-findings.ts';
import { followUp } from './follow-up.ts';
import { choiceSignals, pitfallSignals, stepSignals } from './guide-signals.ts';
import { judgeSteps } from './judge-steps.ts';
import type { Language } from './language.ts';
import { lookFor } from './signals/catalog.ts';
import { verdictOf } from './verdict.ts';
import { whatToKeep } from './what-to-keep.ts';

/** Raise it with every change that can move a score: results of two versions are never compared. */
const RUBRIC_VERSION = 'rubric-1';

/** The critic that needs no network: it looks for the guide's signs and says which it found. */
export function createRubricCritic(language: Language): Critic {
  return async (input, signal) => {
    signal.throwIfAborted();
    return judgeByRubric(input, language);
  };
}

/** The same as a plain function: no clock, no chance, the same input has the same judgement. */
export function judgeByRubric(input: CriticInput, language: Language): Judgement {
  const { draft, guide } = input;
  const refused = whyNotJudged(draft.text);
  if (refused !== undefined) return refused;
  const text = language.parse(draft.text);
  const setAside = new Set(input.setAside);
  const signs = lookFor(namesIn(guide), text, { role: input.role });
  const judged = judgeSteps(guide, draft, signs, setAside);
  const weighed = findFindings(guide, judged, signs, setAside);
  const findings = weighed.map((one) => one.finding);
  const keep = whatToKeep(text, judged, findings);
  return {
    v: 1,
    critic: 'rubric',
    version: RUBRIC_VERSION,
    steps: Object.fromEntries(judged.map((one) => [one.step.id, one.judgement])),
    findings,
    keep,
    next: followUp(guide, judged, findings, keep[0]?.span),
    ...verdictOf(guide, judged, weighed, signs),
  };
}

function namesIn(guide: Guide): string[] {
  return [...stepSignals(guide), ...pitfallSignals(guide), ...choiceSignals(guide)];
}
