import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { codeOf, PersonError } from '../errors.ts';
import type { Evaluation } from '../evaluation/evaluate.ts';
import { type Labelled, parseLabelled } from '../evaluation/labelled.ts';
import type { App } from './app.ts';

export function createEvalCommand(app: App): Command {
  return new Command('eval')
    .description(
      'judge labelled answers and print how far the critic agrees with their readers; stores nothing',
    )
    .requiredOption('--file <file>', 'one labelled answer a line (JSONL; see docs/evaluation.md)')
    .addOption(new Option('--critic <critic>', 'which critic').choices(['rubric', 'llm']).default('rubric'))
    .option('--json', 'print one JSON object')
    .action(async ({ file, critic, json }: { file: string; critic: 'rubric' | 'llm'; json?: true }) => {
      const figures = await app.evaluate(await linesOf(file), critic);
      app.out(json === true ? `${JSON.stringify(figures)}\n` : asTable(figures, critic));
    });
}

async function linesOf(file: string): Promise<Labelled[]> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    throw new PersonError(
      'no-file',
      `${file} cannot be read (${codeOf(error)}). Name a file of labelled answers.`,
    );
  }
  const lines = parseLabelled(content);
  if (lines.length === 0)
    throw new PersonError('empty-file', `${file} holds no answers. Each line is one JSON object.`);
  return lines;
}

function asTable(figures: Evaluation, critic: 'rubric' | 'llm'): string {
  const rows: string[][] = [
    ['step', 'QWK', 'F1'],
    ...Object.entries(figures.steps).map(([name, { qwk, f1 }]) => [name, shown(qwk), shown(f1)]),
    ['macro', shown(figures.steps_macro.qwk), shown(figures.steps_macro.f1)],
    [],
    ['pitfall', 'precision', 'recall', 'F1', 'answers'],
    ...Object.entries(figures.pitfalls).map(([name, one]) => [
      name,
      shown(one.precision),
      shown(one.recall),
      shown(one.f1),
      String(one.support),
    ]),
    ['micro F1', shown(figures.pitfalls_micro_f1)],
    ['macro F1', shown(figures.pitfalls_macro_f1)],
    [],
    ['style', 'QWK', 'pitfalls F1'],
    ...Object.entries(figures.styles).map(([name, one]) => [
      name,
      shown(one.qwk),
      shown(one.pitfalls_micro_f1),
    ]),
    [],
    ['good from the others (ROC AUC)', shown(figures.verdict_auc)],
    ['quotes that are verbatim', shown(figures.quotes_verbatim)],
    ['ms an answer, p50 and p95', `${Math.round(figures.ms.p50)}`, `${Math.round(figures.ms.p95)}`],
    ['answers', String(figures.n)],
    ...(critic === 'llm' ? [['of them read offline instead', String(figures.stood_in)]] : []),
  ];
  return `${rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(at === 0 ? 32 : 12))
        .join('')
        .trimEnd(),
    )
    .join('\n')}\n`;
}

function shown(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}
