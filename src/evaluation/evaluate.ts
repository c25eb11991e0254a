import type { Critic } from '../critique/critic.ts';
import { type Critique, isCritique } from '../critique/critique.ts';
import { type Draft, draftFromSteps } from '../critique/draft.ts';
import { pitfallNames, publicName } from '../critique/public-names.ts';
import type { Guide } from '../guide/guide.ts';
import { isVerbatim, type Span } from '../text/span.ts';
import type { Labelled } from './labelled.ts';
import { areaUnderCurve, type Counts, counted, f1Of, weightedKappa } from './measures.ts';

/** What a critic made of one labelled answer. */
export interface Judged {
  readonly line: Labelled;
  readonly steps: Readonly<Record<string, number>>;
  readonly pitfalls: readonly string[];
  readonly overall: number;
  /** The language model was asked and did not help: this is the offline critic's reading. */
  readonly stoodIn: boolean;
  readonly spans: { readonly verbatim: number; readonly all: number };
  readonly ms: number;
}

export interface PitfallFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many answers the readers found it in. */
  readonly support: number;
}

/** The figures of `coach eval`. `null`: nothing in the file says. */
export interface Evaluation {
  readonly n: number;
  /** How many of the `n` were read by the offline critic because the language model did not help. */
  readonly stood_in: number;
  readonly steps: Readonly<Record<string, { qwk: number | null; f1: number | null }>>;
  readonly steps_macro: { readonly qwk: number | null; readonly f1: number | null };
  readonly pitfalls: Readonly<Record<string, PitfallFigures>>;
  readonly pitfalls_micro_f1: number | null;
  readonly pitfalls_macro_f1: number | null;
  readonly verdict_auc: number | null;
  readonly quotes_verbatim: number;
  readonly styles: Readonly<Record<string, { qwk: number | null; pitfalls_micro_f1: number | null }>>;
  readonly ms: { readonly p50: number; readonly p95: number };
}

export interface Evaluating {
  readonly critic: Critic;
  readonly guide: Guide;
  /** Sorts a text in one piece into steps. */
  readonly draftOf: (text: string) => Draft;
  /** Milliseconds that only ever grow. */
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

/** Judges every answer, one after another. */
export async function judgeAll(lines: readonly Labelled[], parts: Evaluating): Promise<Judged[]> {
  const all: Judged[] = [];
  for (const line of lines) {
    const began = parts.clock();
    const draft = draftOf(line, parts);
    const judgement = await parts.critic(
      { draft, role: line.role ?? undefined, guide: parts.guide, setAside: [] },
      parts.signal,
    );
    const ms = parts.clock() - began;
    const steps = parts.guide.steps.map(
      (step) =>
        [publicName(step.id), isCritique(judgement) ? (judgement.steps[step.id]?.score ?? 0) : 0] as const,
    );
    all.push({
      line,
      steps: Object.fromEntries(steps),
      pitfalls: isCritique(judgement) ? pitfallNames(judgement, parts.guide) : [],
      overall: isCritique(judgement) ? judgement.overall : 0,
      stoodIn: isCritique(judgement) && judgement.stoodInFor !== undefined,
      spans: isCritique(judgement) ? spansOf(judgement, draft) : { verbatim: 0, all: 0 },
      ms,
    });
  }
  return all;
}

function draftOf({ text, parts }: Labelled, { guide, draftOf: whole }: Evaluating): Draft {
  if (parts === undefined) return whole(text ?? '');
  const told = guide.steps.map((step) => ({
    id: step.id,
    text: parts[publicName(step.id)] ?? parts[step.id] ?? '',
  }));
  return draftFromSteps(told);
}

function spansOf(critique: Critique, { text }: Draft): Judged['spans'] {
  const spans: Span[] = [
    ...critique.findings.flatMap(({ at }) => ('span' in at ? [at.span] : [])),
    ...critique.keep.map(({ span }) => span),
    ...(critique.notes ?? []).map(({ span }) => span),
    ...Object.values(critique.steps).flatMap(({ evidence }) => evidence),
  ];
  return { all: spans.length, verbatim: spans.filter((span) => isVerbatim(text, span)).length };
}

/** The figures, each from the answers that are labelled for it. */
export function figuresOf(judged: readonly Judged[], guide: Guide): Evaluation {
  const names = guide.steps.map((step) => publicName(step.id));
  const steps = Object.fromEntries(names.map((name) => [name, stepFigures(judged, name)]));
  const pitfalls = pitfallFigures(judged);
  const found = Object.values(pitfalls).map((one) => one.counts);
  const supported = Object.values(pitfalls).filter(({ counts }) => counts.both + counts.missed > 0);
  const rated = judged.filter(({ line }) => line.verdict !== undefined);
  const good = rated.map(({ line }) => line.verdict === 'good');
  const all = judged.reduce((sum, one) => sum + one.spans.all, 0);
  const verbatim = judged.reduce((sum, one) => sum + one.spans.verbatim, 0);
  return {
    n: judged.length,
    stood_in: judged.filter((one) => one.stoodIn).length,
    steps,
    steps_macro: {
      qwk: meanOf(Object.values(steps).map((one) => one.qwk)),
      f1: meanOf(Object.values(steps).map((one) => one.f1)),
    },
    pitfalls: Object.fromEntries(
      Object.entries(pitfalls).map(([name, { counts }]) => [name, figuresFor(counts)]),
    ),
    pitfalls_micro_f1: hasLabels(judged) ? round(f1Of(sumOf(found))) : null,
    pitfalls_macro_f1: hasLabels(judged) ? meanOf(supported.map(({ counts }) => round(f1Of(counts)))) : null,
    verdict_auc:
      good.includes(true) && good.includes(false)
        ? round(
            areaUnderCurve(
              rated.map((one) => one.overall),
              good,
            ),
          )
        : null,
    quotes_verbatim: all === 0 ? 1 : round(verbatim / all),
    styles: Object.fromEntries(
      [...new Set(judged.flatMap(({ line }) => line.style ?? []))].sort().map((style) => {
        const own = judged.filter(({ line }) => line.style === style);
        const kappas = names.map((name) => stepFigures(own, name).qwk);
        const counts = Object.values(pitfallFigures(own)).map((one) => one.counts);
        return [
          style,
          { qwk: meanOf(kappas), pitfalls_micro_f1: hasLabels(own) ? round(f1Of(sumOf(counts))) : null },
        ];
      }),
    ),
    ms: {
      p50: round(
        quantile(
          judged.map((one) => one.ms),
          0.5,
        ),
      ),
      p95: round(
        quantile(
          judged.map((one) => one.ms),
          0.95,
        ),
      ),
    },
  };
}

function stepFigures(judged: readonly Judged[], name: string): { qwk: number | null; f1: number | null } {
  const own = judged.filter(({ line }) => line.steps?.[name] !== undefined);
  if (own.length === 0) return { qwk: null, f1: null };
  const real = own.map(({ line }) => line.steps?.[name] ?? 0);
  const given = own.map(({ steps }) => steps[name] ?? 0);
  return {
    qwk: round(weightedKappa(given, real)),
    f1: round(
      f1Of(
        counted(
          given.map((score) => score > 0),
          real.map((score) => score > 0),
        ),
      ),
    ),
  };
}

function pitfallFigures(judged: readonly Judged[]): Record<string, { counts: Counts }> {
  const own = judged.filter(({ line }) => line.pitfalls !== undefined);
  const names = [
    ...new Set(own.flatMap(({ line, pitfalls }) => [...(line.pitfalls ?? []), ...pitfalls])),
  ].sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        counts: counted(
          own.map(({ pitfalls }) => pitfalls.includes(name)),
          own.map(({ line }) => line.pitfalls?.includes(name) === true),
        ),
      },
    ]),
  );
}

function hasLabels(judged: readonly Judged[]): boolean {
  return judged.some(({ line }) => line.pitfalls !== undefined);
}

function figuresFor(counts: Counts): PitfallFigures {
  const { both, missed, wrong } = counts;
  return {
    precision: both + wrong === 0 ? 1 : round(both / (both + wrong)),
    recall: both + missed === 0 ? 1 : round(both / (both + missed)),
    f1: round(f1Of(counts)),
    support: both + missed,
  };
}

function sumOf(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({
      both: sum.both + one.both,
      missed: sum.missed + one.missed,
      wrong: sum.wrong + one.wrong,
    }),
    { both: 0, missed: 0, wrong: 0 },
  );
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : round(known.reduce((sum, value) => sum + value, 0) / known.length);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
