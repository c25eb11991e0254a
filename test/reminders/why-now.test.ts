import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { steps } from '../../src/guide/questions/greatest-failure/steps.ts';
import { type WhyNowInput, whyNow } from '../../src/reminders/why-now.ts';
import { countWords } from '../../src/text/words.ts';

const GROWTH = { id: 'growth-evidence', name: 'Growth Evidence' };
const LESSON = { id: 'reflections', name: 'Reflections' };
const WITH_PRACTICE = { sheltered: false, hasPractice: true } as const;

describe('what a reminder says', () => {
  test('one example would finish the answer: why now, the step and its minutes', () => {
    const { line, offers } = whyNow({ ...WITH_PRACTICE, kind: 'rhythm', step: GROWTH });
    expect(line).toBe(
      'This is your time to practise. One example from since then would finish your answer: 5 minutes.',
    );
    expect(offers).toEqual({ stepId: 'growth-evidence', minutes: 5 });
  });

  test('on the way to an interview it says how far it is', () => {
    const at = (daysToInterview: number) =>
      whyNow({ ...WITH_PRACTICE, kind: 'interview', what: 'revision', step: LESSON, daysToInterview }).line;
    expect(at(3)).toBe('Your interview is in 3 days. One more pass over the lesson: 5 minutes.');
    expect(at(1)).toContain('Your interview is tomorrow.');
    expect(at(0)).toContain('Your interview is today.');
  });

  test('a first draft and a rehearsal are of the whole answer: no single step is offered', () => {
    const draft = whyNow({ kind: 'interview', what: 'draft', sheltered: false, hasPractice: false });
    expect(draft.line).toContain('A first draft takes about 12 minutes');
    const rehearsal = whyNow({ ...WITH_PRACTICE, kind: 'interview', what: 'rehearsal', step: GROWTH });
    expect(rehearsal.line).toContain('aloud once, and then rest: 3 minutes');
    expect([draft.offers, rehearsal.offers]).toEqual([undefined, undefined]);
  });

  test('each step of the guide has its own line', () => {
    const lines = steps.map((step) => whyNow({ ...WITH_PRACTICE, kind: 'adaptive', step }).line);
    expect(new Set(lines).size).toBe(steps.length);
    for (const line of lines) expect(line).not.toContain('A closer look');
  });

  test('a step of another guide is called by its name, a long name is not', () => {
    const named = (name: string) => whyNow({ ...WITH_PRACTICE, kind: 'moment', step: { id: 'x', name } });
    expect(named('The Team').line).toContain('the step The Team');
    expect(named('The Team').offers).toEqual({ stepId: 'x', minutes: 5 });
    expect(named('one two three four five six seven').line).toContain('the next step');
  });

  test('a name that every object has is no step we know', () => {
    const { line } = whyNow({ ...WITH_PRACTICE, kind: 'moment', step: { id: 'constructor', name: 'Build' } });
    expect(line).toContain('the step Build');
  });
});

test('a story of distress: one neutral line, whatever it is for', () => {
  const lines = (['rhythm', 'adaptive', 'moment', 'interview', 'snoozed'] as const).map((kind) =>
    whyNow({ kind, sheltered: true, hasPractice: true, step: GROWTH, daysToInterview: 2 }),
  );
  expect(new Set(lines.map(({ line }) => line)).size).toBe(1);
  expect(lines.every(({ offers }) => offers === undefined)).toBe(true);
  expect(lines[0]?.line).not.toMatch(/step|answer|failure|interview/iu);
});

test('short, with its minutes, without blame, quotes or exclamation marks, whatever is asked', () => {
  const anyStep = fc.oneof(
    fc.constantFrom(...steps.map(({ id, name }) => ({ id, name }))),
    fc.record({
      id: fc.string(),
      name: fc
        .array(fc.stringMatching(/^[A-Z][a-z]{1,12}$/u), { minLength: 1, maxLength: 40 })
        .map((all) => all.join(' ')),
    }),
  );
  const anyInput: fc.Arbitrary<WhyNowInput> = fc.record(
    {
      kind: fc.constantFrom('rhythm', 'adaptive', 'moment', 'interview', 'snoozed'),
      what: fc.constantFrom('draft', 'revision', 'rehearsal'),
      step: anyStep,
      daysToInterview: fc.integer({ min: -5, max: 400 }),
      sheltered: fc.boolean(),
      hasPractice: fc.boolean(),
    },
    { requiredKeys: ['kind', 'sheltered', 'hasPractice'] },
  );
  fc.assert(
    fc.property(anyInput, (input) => {
      const { line, offers } = whyNow(input);
      expect(countWords(line)).toBeLessThanOrEqual(35);
      expect(line).not.toMatch(/[!"“”‘]|vague|missing|missed|forgot|failed|weak|late\b|should/iu);
      if (!input.sheltered) expect(line).toMatch(/\b\d+ minutes\b/u);
      if (offers !== undefined) expect(line).toContain(`: ${offers.minutes} minutes.`);
      expect(whyNow(input)).toEqual({ line, ...(offers === undefined ? {} : { offers }) });
    }),
  );
});
