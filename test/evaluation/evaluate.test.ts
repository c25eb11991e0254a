import { describe, expect, test } from 'vitest';
import type { CriticInput } from '../../src/critique/critic.ts';
import { figuresOf } from '../../src/evaluation/evaluate.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { critiqueOf, judgedAs, judgedBy } from './fake-critic.ts';

const NAMES = ['context', 'failure', 'immediate_actions', 'reflections', 'growth_evidence'];
const figures = async (...given: Parameters<typeof judgedAs>) =>
  figuresOf(await judgedAs(...given), greatestFailure);

describe('the figures of coach eval', () => {
  test('have the shape that programs were promised', async () => {
    const steps = {
      context: 2,
      failure: 1,
      immediate_actions: 0,
      reflections: 0,
      growth_evidence: 0,
    } as const;
    const found = await figures([
      [
        { id: 'a', text: 'One.', steps, pitfalls: ['trivial'], verdict: 'good', style: 'native' },
        { scores: { context: 2, failure: 1 }, pitfalls: ['trivial'], overall: 0.9 },
      ],
      [{ id: 'b', text: 'Two.', steps, pitfalls: [], verdict: 'bad', style: 'native' }, { overall: 0.1 }],
    ]);
    const step = { qwk: expect.any(Number), f1: expect.any(Number) };
    expect(found).toStrictEqual({
      n: 2,
      stood_in: 0,
      steps: Object.fromEntries(NAMES.map((name) => [name, step])),
      steps_macro: step,
      pitfalls: { trivial: { precision: 1, recall: 1, f1: 1, support: 1 } },
      pitfalls_micro_f1: 1,
      pitfalls_macro_f1: 1,
      verdict_auc: 1,
      quotes_verbatim: 1,
      styles: { native: { qwk: expect.any(Number), pitfalls_micro_f1: 1 } },
      ms: { p50: 0, p95: 0 },
    });
    expect(Object.keys(found)).toEqual([
      'n',
      'stood_in',
      'steps',
      'steps_macro',
      'pitfalls',
      'pitfalls_micro_f1',
      'pitfalls_macro_f1',
      'verdict_auc',
      'quotes_verbatim',
      'styles',
      'ms',
    ]);
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
  });

  test('a step is compared under its public name', async () => {
    const found = await figures([
      [{ id: 'a', text: 'One.', steps: { immediate_actions: 2 } }, { scores: { 'immediate-actions': 2 } }],
      [{ id: 'b', text: 'Two.', steps: { immediate_actions: 0 } }, { scores: { 'immediate-actions': 1 } }],
    ]);
    // Apart by 1 of the 3 that chance gives; one of the two said to be there is.
    expect(found.steps.immediate_actions).toEqual({ qwk: 0.6667, f1: 0.6667 });
  });

  test('what is not labelled is left out of its figure', async () => {
    const found = await figures([
      [
        { id: 'a', text: 'One.', steps: { failure: 2 } },
        { scores: { failure: 2 }, pitfalls: ['trivial'] },
      ],
      [
        { id: 'b', text: 'Two.' },
        { scores: { failure: 0 }, pitfalls: ['no-growth'] },
      ],
    ]);
    expect(found.n).toBe(2);
    expect(found.steps.failure).toEqual({ qwk: 1, f1: 1 });
    expect(found.steps.context).toEqual({ qwk: null, f1: null });
    expect(found.steps_macro).toEqual({ qwk: 1, f1: 1 });
    expect(found.pitfalls).toEqual({});
    expect([found.pitfalls_micro_f1, found.pitfalls_macro_f1, found.verdict_auc]).toEqual([null, null, null]);
    expect(found.styles).toEqual({});
  });

  test('pitfalls are counted by name, and the macro figure is over those that readers found', async () => {
    const found = await figures([
      [{ id: 'a', text: 'One.', pitfalls: ['trivial', 'no_growth'] }, { pitfalls: ['no-growth'] }],
      [{ id: 'b', text: 'Two.', pitfalls: ['no_growth'] }, { pitfalls: ['no-growth', 'no-failure'] }],
      [{ id: 'c', text: 'Three.', pitfalls: ['no_growth'] }, {}],
    ]);
    expect(found.pitfalls).toEqual({
      no_failure: { precision: 0, recall: 1, f1: 0, support: 0 },
      no_growth: { precision: 1, recall: 0.6667, f1: 0.8, support: 3 },
      trivial: { precision: 1, recall: 0, f1: 0, support: 1 },
    });
    // 2 found, 2 missed, 1 wrong; the macro figure is the mean of 0.8 and 0.
    expect(found.pitfalls_micro_f1).toBe(0.5714);
    expect(found.pitfalls_macro_f1).toBe(0.4);
  });

  test('no verdict to hold the scores against without a good one and another', async () => {
    const good = { id: 'a', text: 'One.', verdict: 'good' } as const;
    expect((await figures([[good, {}]])).verdict_auc).toBeNull();
    const weak = { id: 'b', text: 'Two.', verdict: 'weak' } as const;
    const bad = { id: 'c', text: 'Three.', verdict: 'bad' } as const;
    const found = await figures([
      [good, { overall: 0.5 }],
      [weak, { overall: 0.5 }],
      [bad, { overall: 0.2 }],
    ]);
    expect(found.verdict_auc).toBe(0.75);
  });

  test('styles are told apart, in their order', async () => {
    const found = await figures([
      [
        { id: 'a', text: 'One.', style: 'spoken', steps: { failure: 2 }, pitfalls: ['trivial'] },
        { scores: { failure: 2 } },
      ],
      [{ id: 'b', text: 'Two.', style: 'spoken', steps: { failure: 0 } }, { scores: { failure: 2 } }],
      [{ id: 'c', text: 'Three.', style: 'clipped', steps: { failure: 1 } }, { scores: { failure: 1 } }],
      [{ id: 'd', text: 'Four.', style: null, steps: { failure: 1 } }, {}],
    ]);
    expect(Object.entries(found.styles)).toEqual([
      ['clipped', { qwk: 1, pitfalls_micro_f1: null }],
      ['spoken', { qwk: 0, pitfalls_micro_f1: 0 }],
    ]);
  });

  test('a quote that is not there is counted against the critic', async () => {
    const quotes = [
      { start: 0, end: 3, quote: 'One' },
      { start: 4, end: 9, quote: 'thing' },
      { start: 0, end: 5, quote: 'Other' },
      { start: 1, end: 4, quote: 'One' },
    ];
    const found = await figures([[{ id: 'a', text: 'One thing.' }, { quotes }]]);
    expect(found.quotes_verbatim).toBe(0.5);
  });

  test('the time is that between the two looks at the clock: the middle, and what nearly all stay under', async () => {
    const lines = ['One.', 'Two.', 'Three.'].map((text) => [{ id: text, text }, {}] as const);
    const found = await figures(lines, [0, 30, 100, 110, 200, 220]);
    expect(found.ms).toEqual({ p50: 20, p95: 30 });
  });
});

describe('how an answer is judged', () => {
  test('parts go to their steps and count before the text; the role goes along', async () => {
    const given: CriticInput[] = [];
    const parts = { immediate_actions: 'I rang them.', context: 'I ran a shop.' };
    await judgedBy(
      async (input) => {
        given.push(input);
        return critiqueOf({});
      },
      [{ id: 'a', text: 'Not this.', parts, role: 'cook' }],
    );
    expect(given).toHaveLength(1);
    expect(given[0]?.draft.text).toBe('I ran a shop.\n\nI rang them.');
    expect(given[0]?.draft.steps['immediate-actions']?.map(({ quote }) => quote)).toEqual(['I rang them.']);
    expect(given[0]?.role).toBe('cook');
  });

  test('what the critic cannot judge has no points, no pitfalls and no quotes', async () => {
    const judged = await judgedBy(
      async () => ({ cannotJudge: 'too-short', advice: 'Tell me more.' }),
      [{ id: 'a', text: 'One.', steps: { failure: 0 }, pitfalls: ['no_failure'] }],
    );
    expect(judged[0]).toMatchObject({ overall: 0, pitfalls: [], spans: { all: 0, verbatim: 0 } });
    expect(Object.entries(judged[0]?.steps ?? {})).toEqual(NAMES.map((name) => [name, 0]));
    expect(figuresOf(judged, greatestFailure)).toMatchObject({ quotes_verbatim: 1, pitfalls_micro_f1: 0 });
  });
});
