import { type Guide, stepOf } from '../guide/guide.ts';
import { seniorityIn } from '../guide/seniority.ts';
import type { Span } from '../text/span.ts';
import { whyNotJudged } from './cannot-judge.ts';
import type { Critic, CriticInput } from './critic.ts';
import type { Judgement, Note } from './critique.ts';
import { findFindings } from './find-findings.ts';
import { followUp } from './follow-up.ts';
import { choiceSignals, pitfallSignals, stepSignals } from './guide-signals.ts';
import { inCase, slipIn } from './in-case.ts';
import { inAny, type JudgedStep, judgeSteps } from './judge-steps.ts';
import type { Language } from './language.ts';
import { lengthOf } from './length-of.ts';
import { modelFor } from './model/critic-model.ts';
import { judgeAsSeen } from './model/judge-as-seen.ts';
import { pitfallsAsSeen } from './model/pitfalls-as-seen.ts';
import { blamingIn, type Seen, seeAnswer } from './model/seen.ts';
import { notesOn } from './notes.ts';
import { toldIn } from './orders.ts';
import { parsedOnce } from './parsed-once.ts';
import { shapeOf, thingIn } from './shape-of.ts';
import { lookFor, type Sign, signalNamed } from './signals/catalog.ts';
import { type Before, heldSteady, isSameCritic, steadyQuote } from './steady.ts';
import { tellingClause } from './telling-clause.ts';
import { verdictOf } from './verdict.ts';
import { whatToKeep } from './what-to-keep.ts';

/** Raise it with every change that can move a score: results of two versions are never compared. */
export const RUBRIC_VERSION = 'rubric-5';

/**
 * The critic that needs no network: a small model trained on labelled answers scores the steps and finds the pitfalls,
 * and the guide's signs say which words bear it out. A guide without a model is judged by its signs alone.
 */
export function createRubricCritic(language: Language): Critic {
  return async (input, signal) => {
    signal.throwIfAborted();
    return judgeByRubric(input, language);
  };
}

/** The same as a plain function: no clock, no chance, the same input has the same judgement. */
export function judgeByRubric(input: CriticInput, language: Language): Judgement {
  const { draft, guide } = input;
  const told = toldIn(draft.text);
  const refused = whyNotJudged(told, guide);
  if (refused !== undefined) return refused;
  const text = parsedOnce(told, language);
  const setAside = new Set(input.setAside);
  const hints = { role: input.role };
  const shown = lookFor(namesIn(guide), text, hints);
  const model = modelFor(guide);
  const seen = model === undefined ? undefined : seeAnswer(model, text, shown, input.role);
  const before = comparableBefore(input);
  const fresh =
    seen === undefined
      ? judgeSteps(guide, draft, shown, setAside)
      : judgeAsSeen(guide, draft, shown, setAside, seen);
  const judged = before === undefined ? fresh : heldSteady(fresh, draft, before, setAside);
  // Pitfalls are of the story as it is told: what is set aside, or held, in a step moves none of them.
  const signs = seen === undefined ? shown : pitfallsAsSeen(guide, shown, seen, input);
  const thing = thingIn(text, placesOfThing(input, signs));
  const slip = slipIn(text, slipsIn(judged));
  const weighed = findFindings(guide, judged, signs, setAside, {
    quote(rule, signal, span) {
      const quote = tellingClause(span, signalNamed(signal), language, hints);
      return before === undefined ? quote : steadyQuote(rule, quote, draft, before);
    },
    shape: (shape) => shapeOf(shape, thing),
    inCase: (question, about) => inCase(question, slip, about),
  });
  const findings = weighed.map((one) => one.finding);
  const keep = whatToKeep(text, judged, findings, seen === undefined ? [] : blamingIn(seen));
  return {
    v: 1,
    critic: 'rubric',
    version: RUBRIC_VERSION,
    steps: Object.fromEntries(judged.map((one) => [one.step.id, one.judgement])),
    findings,
    keep,
    next: followUp(
      {
        guide,
        text,
        judged,
        signs,
        seen,
        thing,
        slip,
        seniority: input.seniority ?? seniorityIn(input.role),
      },
      findings,
      keep[0]?.span,
      input.asked,
    ),
    ...verdictOf(guide, judged, weighed, signs, seen),
    length: lengthOf(draft.text),
    ...(seen === undefined ? {} : { notes: notesFor(input, judged, signs, seen) }),
  };
}

function notesFor(
  { draft, role }: CriticInput,
  judged: readonly JudgedStep[],
  signs: ReadonlyMap<string, Sign>,
  seen: Seen,
): Note[] {
  const scores = Object.fromEntries(judged.map((one) => [one.step.id, one.judgement.score]));
  const hasCost = (signs.get('consequence')?.found.length ?? 0) > 0;
  return notesOn({ seen, text: draft.text, scores, hasCost, role });
}

function comparableBefore({ before }: CriticInput): Before | undefined {
  return before !== undefined && isSameCritic(before.critique, 'rubric', RUBRIC_VERSION) ? before : undefined;
}

/** Where the thing the story is about is named: in the slip first, then anywhere in the step that tells it. */
function placesOfThing({ draft, guide }: CriticInput, signs: ReadonlyMap<string, Sign>): Span[] {
  const told = draft.steps[guide.opensAt] ?? [];
  const heaviest = [...stepOf(guide, guide.opensAt).signals].sort(
    (a, b) => signalNamed(b.signal).weight - signalNamed(a.signal).weight,
  )[0];
  const slip = (heaviest === undefined ? undefined : signs.get(heaviest.signal)?.found) ?? [];
  return [...slip.filter((span) => inAny(span, told)), ...told];
}

/** Where the slip is told: first what the person owns, then what went wrong. */
function slipsIn(judged: readonly JudgedStep[]): Span[] {
  const shown = judged.flatMap((one) => one.shown);
  return ['own-part', 'what-went-wrong'].flatMap((name) =>
    shown.filter((one) => one.signal === name).flatMap((one) => one.found),
  );
}

function namesIn(guide: Guide): string[] {
  return [...stepSignals(guide), ...pitfallSignals(guide), ...choiceSignals(guide)];
}
