import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Evaluation } from '../../src/evaluation/evaluate.ts';
import type { Labelled } from '../../src/evaluation/labelled.ts';
import { runLine } from './stub-app.ts';

const FIGURES: Evaluation = {
  n: 2,
  stood_in: 1,
  steps: { context: { qwk: 0.8125, f1: 1 }, failure: { qwk: null, f1: null } },
  steps_macro: { qwk: 0.8125, f1: 1 },
  pitfalls: { trivial: { precision: 0.5, recall: 1, f1: 0.6667, support: 1 } },
  pitfalls_micro_f1: 0.6667,
  pitfalls_macro_f1: 0.6667,
  verdict_auc: null,
  quotes_verbatim: 1,
  styles: { spoken: { qwk: 0.75, pitfalls_micro_f1: null } },
  ms: { p50: 12.4, p95: 80.6 },
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coach-eval-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const two = '{"id":"a","text":"One."}\n{"id":"b","parts":{"context":"Two."}}\n';

async function evaluated(...args: string[]) {
  const given: [readonly Labelled[], string][] = [];
  const evaluate = async (lines: readonly Labelled[], critic: string) => {
    given.push([lines, critic]);
    return FIGURES;
  };
  return { ...(await runLine(['eval', ...args], { evaluate })), given };
}

describe('coach eval', () => {
  test('with --json prints one object and nothing else', async () => {
    const ran = await evaluated('--file', await fileOf('two.jsonl', two), '--json');
    expect(ran.code).toBe(0);
    expect(ran.err).toBe('');
    expect(ran.out.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(ran.out)).toEqual(FIGURES);
  });

  test('judges every line of the file, by the offline critic unless another is named', async () => {
    const file = await fileOf('two.jsonl', two);
    const lines = [
      { id: 'a', text: 'One.' },
      { id: 'b', parts: { context: 'Two.' } },
    ];
    expect((await evaluated('--file', file)).given).toEqual([[lines, 'rubric']]);
    expect((await evaluated('--file', file, '--critic', 'llm')).given).toEqual([[lines, 'llm']]);
  });

  test('prints a table otherwise; a figure that nothing says is a dash', async () => {
    const { out } = await evaluated('--file', await fileOf('two.jsonl', two));
    const rows = out.split('\n').map((row) => row.split(/ {2,}/u));
    expect(rows).toContainEqual(['step', 'QWK', 'F1']);
    expect(rows).toContainEqual(['context', '0.813', '1.000']);
    expect(rows).toContainEqual(['failure', '–', '–']);
    expect(rows).toContainEqual(['trivial', '0.500', '1.000', '0.667', '1']);
    expect(rows).toContainEqual(['spoken', '0.750', '–']);
    expect(rows).toContainEqual(['good from the others (ROC AUC)', '–']);
    expect(rows).toContainEqual(['quotes that are verbatim', '1.000']);
    expect(rows).toContainEqual(['ms an answer, p50 and p95', '12', '81']);
    expect(rows).toContainEqual(['answers', '2']);
    expect(out).not.toContain('read offline instead');
  });

  test('with a language model the table says how many it did not read', async () => {
    const file = await fileOf('two.jsonl', two);
    const rows = (await evaluated('--file', file, '--critic', 'llm')).out
      .split('\n')
      .map((row) => row.split(/ {2,}/u));
    expect(rows).toContainEqual(['of them read offline instead', '1']);
  });

  test.each([
    [
      'a line that cannot be read',
      `${two}{"id":"c","text":"Three.","verdict":"fine"}\n`,
      'Line 3 of the file',
    ],
    ['a line that is no JSON', 'hello\n', 'Line 1 of the file: is no JSON'],
    ['a file without answers', '\n\n', 'holds no answers'],
  ])('says what to mend and ends with 1: %s', async (_, content, message) => {
    const ran = await evaluated('--file', await fileOf('bad.jsonl', content), '--json');
    expect(ran).toMatchObject({ code: 1, out: '', given: [], faults: [] });
    expect(ran.err).toContain(message);
  });

  test('names a file that is not there, and why', async () => {
    const ran = await evaluated('--file', join(folder, 'nowhere.jsonl'));
    expect(ran).toMatchObject({ code: 1, out: '', given: [], faults: [] });
    expect(ran.err).toContain('nowhere.jsonl cannot be read (ENOENT)');
  });

  test('wants a file, and one of its own critics', async () => {
    const without = await evaluated();
    expect(without.code).toBe(1);
    expect(without.err).toContain('--file');
    const other = await evaluated('--file', await fileOf('two.jsonl', two), '--critic', 'mine');
    expect(other).toMatchObject({ code: 1, given: [] });
    expect(other.err).toContain('rubric, llm');
  });
});
