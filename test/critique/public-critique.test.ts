import { beforeAll, describe, expect, test } from 'vitest';
import type { Critique } from '../../src/critique/critique.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { publicJudgement } from '../../src/critique/public-critique.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { CUSTOMER_DAY } from './told-answers.ts';

const ANSWER = 'I forgot the flour. Since then a colleague reads each order.';
const span = (quote: string) => ({
  start: ANSWER.indexOf(quote),
  end: ANSWER.indexOf(quote) + quote.length,
  quote,
});

/** One with everything that a critique can carry. */
const FULL: Critique = {
  v: 1,
  critic: 'rubric',
  version: 'hand',
  steps: {
    failure: { score: 2, evidence: [span('I forgot')], found: ['own-part'], missing: [] },
    'growth-evidence': { score: 1, evidence: [span('Since then')], found: [], missing: ['figure'] },
  },
  findings: [
    {
      id: 'f1',
      rule: 'no-growth',
      at: { span: span('a colleague') },
      why: 'Why.',
      question: 'When?',
      rank: 0,
    },
    {
      id: 'f2',
      rule: 'immediate-actions.what-then',
      at: { missingIn: 'immediate-actions' },
      why: 'Why.',
      question: 'What then?',
      shape: 'Then I [what you did].',
      rank: 1,
    },
  ],
  keep: [{ span: span('reads each order'), effect: 'It stays.' }],
  next: { question: 'Which order?', about: span('each order') },
  overall: 0.6,
  verdict: 'weak',
  line: 'The right story.',
  length: { words: 11, seconds: 5, is: 'short' },
  notes: [{ rule: 'no-cost', span: span('the flour'), text: 'I hear no cost.', question: 'Who felt it?' }],
  stoodInFor: 'slow',
};

const language = loadLanguage();

function judged(answer: string) {
  const draft = draftFromText(answer, read(answer, greatestFailure, language));
  const judgement = judgeByRubric({ draft, guide: greatestFailure, role: 'baker', setAside: [] }, language);
  return { draft, judgement };
}

// The trained model is opened at the first look, which is no part of any test.
beforeAll(() => void judged(CUSTOMER_DAY));

/** Everything in a value that has a place in the answer. */
function placed(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value ? [{ ...value }] : [];
  return [...own, ...Object.values(value).flatMap(placed)];
}

function holds(shown: unknown, answer: string): number {
  const spans = placed(shown);
  for (const one of spans) {
    expect(Object.keys(one)).toEqual(['start', 'end', 'text']);
    expect(answer.slice(Number(one.start), Number(one.end))).toBe(one.text);
    expect(one.text).not.toBe('');
  }
  expect(JSON.stringify(shown)).not.toContain('"quote"');
  return spans.length;
}

describe('a critique as programs get it', () => {
  test('every quote is start, end and text, verbatim', () => {
    expect(holds(publicJudgement(FULL, greatestFailure), ANSWER)).toBe(6);
  });

  test('names have underscores, and the length is a pitfall beside those that were found', () => {
    const shown = publicJudgement(FULL, greatestFailure);
    expect(shown).toMatchObject({
      verdict: 'weak',
      overall: 0.6,
      pitfalls: ['no_growth', 'too_short'],
      stood_in_for: 'slow',
      length: { words: 11, seconds: 5, is: 'short' },
      next: { question: 'Which order?', about: { text: 'each order' } },
    });
    expect(Object.keys(shown.steps ?? {})).toEqual([
      'context',
      'failure',
      'immediate_actions',
      'reflections',
      'growth_evidence',
    ]);
    expect(shown.findings).toEqual([
      {
        id: 'f1',
        rule: 'no_growth',
        span: { start: 31, end: 42, text: 'a colleague' },
        why: 'Why.',
        question: 'When?',
        rank: 0,
      },
      {
        id: 'f2',
        rule: 'immediate_actions.what_then',
        missing_in: 'immediate_actions',
        why: 'Why.',
        question: 'What then?',
        shape: 'Then I [what you did].',
        rank: 1,
      },
    ]);
  });

  test('a step that was not judged is there, with nothing found', () => {
    expect(publicJudgement(FULL, greatestFailure).steps).toHaveProperty('context', {
      score: 0,
      evidence: [],
      found: [],
      missing: [],
    });
  });

  test('what a critique does not carry is left out', () => {
    const { length: _, notes: __, stoodInFor: ___, ...older } = FULL;
    const shown = publicJudgement({ ...older, next: { question: 'Which?' } }, greatestFailure);
    expect(shown).not.toHaveProperty('length');
    expect(shown).not.toHaveProperty('stood_in_for');
    expect(shown).toMatchObject({ notes: [], next: { question: 'Which?' }, pitfalls: ['no_growth'] });
    expect(shown.next).not.toHaveProperty('about');
  });

  test('what cannot be judged says why and what to do', () => {
    expect(publicJudgement({ cannotJudge: 'too-short', advice: 'Tell me more.' }, greatestFailure)).toEqual({
      cannot_judge: 'too-short',
      advice: 'Tell me more.',
    });
  });

  test.each([
    ['a story', CUSTOMER_DAY],
    [
      'with line breaks, curly signs and pictures',
      `👩‍🍳\r\n${CUSTOMER_DAY.replaceAll("'", '’').replaceAll('. ', '.\r\n\r\n')} “Done” 🎂`,
    ],
    [
      'with accents apart and no-break spaces',
      `Zoe\u0308 said:\u00a0“No.” ${CUSTOMER_DAY.replaceAll(', ', ',\u00a0')}`,
    ],
    ['without a full stop', CUSTOMER_DAY.replaceAll('.', ' and')],
  ])('and so is every quote in what the critic makes of an answer: %s', (_, answer) => {
    const { draft, judgement } = judged(answer);
    expect(holds(publicJudgement(judgement, greatestFailure), draft.text)).toBeGreaterThan(3);
    expect(draft.text).toBe(answer);
  });
});
