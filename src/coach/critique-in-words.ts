import { ratingIn } from '../card/scorecard-words.ts';
import type { Critique, Finding } from '../critique/critique.ts';
import { judgedBy, readWith } from '../critique/read-with.ts';
import type { Span } from '../text/span.ts';
import { items, verbatim } from './markdown.ts';

const LENGTHS = { short: 'short for an interview', fits: 'fits an interview', long: 'long for an interview' };

/** A critique as blocks of Markdown: the verdict, each step with the words that earned its score, and every finding. */
export function critiqueInWords(critique: Critique & { readonly at: string }): string[] {
  const { verdict, line, overall, length, keep, findings, notes = [], next } = critique;
  return [
    `### Critique, ${critique.at}`,
    ...items([
      `${verdict}: ${line}`,
      `Overall ${overall.toFixed(2)} of 1. ${judgedBy(critique)}.`,
      ...present(readWith(critique)),
      ...(length === undefined
        ? []
        : [`${length.words} words, ${length.seconds} seconds aloud: ${LENGTHS[length.is]}.`]),
    ]),
    ...Object.entries(critique.steps).flatMap(([step, { score, found, missing, evidence }]) => [
      `#### ${step}: ${ratingIn(score, true)}`,
      ...named('Found', found),
      ...named('Not found', missing),
      ...quotes(evidence),
    ]),
    ...(keep.length === 0 ? [] : ['#### What to keep']),
    ...keep.flatMap(({ span, effect }) => [...quotes([span]), effect]),
    ...(findings.length === 0 ? [] : ['#### What to change']),
    ...[...findings].sort((a, b) => a.rank - b.rank).flatMap(findingInWords),
    ...(notes.length === 0 ? [] : ['#### Beyond the steps']),
    ...notes.flatMap(({ rule, span, text, question }) => [
      ...quotes([span]),
      `${text} ${question}`,
      `Rule: ${rule}.`,
    ]),
    '#### What they may ask next',
    next.question,
    ...(next.about === undefined ? [] : quotes([next.about])),
  ];
}

function findingInWords({ id, rule, at, why, question, shape }: Finding): string[] {
  return [
    ...('span' in at ? quotes([at.span]) : [`Still to come in ${at.missingIn}:`]),
    `${why} ${question}`,
    ...(shape === undefined ? [] : [`Shape: "${shape}"`]),
    `Rule: ${rule} (${id}).`,
  ];
}

/** Words of the answer. They stand below paragraphs, never below a list, which would take them in. */
function quotes(spans: readonly Span[]): string[] {
  return spans.map(({ quote }) => verbatim(quote));
}

function named(what: string, signals: readonly string[]): string[] {
  return signals.length === 0
    ? []
    : [`${what}: ${signals.map((one) => one.replaceAll('-', ' ')).join(', ')}.`];
}

function present(line: string | undefined): string[] {
  return line === undefined ? [] : [line];
}
