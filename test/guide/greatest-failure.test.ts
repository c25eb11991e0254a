import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GuideSchema, type Sample } from '../../src/guide/guide.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';
import { comparable } from '../../src/text/clean.ts';
import { speakingTime } from '../../src/text/speaking-time.ts';
import { countWords } from '../../src/text/words.ts';
import { sentencesOf, shownLines } from './coach-lines.ts';
import { expectTheCoachsVoice } from './tone.ts';

const SOURCE = new URL('../../../shared/guide.md', import.meta.url);

const SIGNALS: Readonly<Record<string, { essential: string[]; others: string[] }>> = {
  context: { essential: ['setting'], others: ['stake'] },
  failure: { essential: ['own-part', 'what-went-wrong'], others: ['consequence'] },
  'immediate-actions': { essential: ['own-action'], others: ['told-someone'] },
  reflections: { essential: ['lesson', 'specific-lesson'], others: [] },
  'growth-evidence': { essential: ['later-occasion', 'changed-practice'], others: ['result'] },
};

test('the guide parses as a guide', () => {
  expect(GuideSchema.parse(guide)).toEqual(guide);
});

describe('it has every point of the guide it was built from', () => {
  test('the question, and the five steps in their order', () => {
    expect(guide.question).toBe('What is your greatest failure, and what did you learn from it?');
    expect(guide.steps.map((step) => [step.id, step.name, step.short])).toEqual([
      ['context', 'Context', 'setting'],
      ['failure', 'The Failure', 'failure'],
      ['immediate-actions', 'Immediate Actions', 'what you did'],
      ['reflections', 'Reflections', 'lesson'],
      ['growth-evidence', 'Growth Evidence', 'since then'],
    ]);
  });

  test('four criteria, eight tips, six pitfalls, five reasons, five ways to prepare', () => {
    expect(guide.criteria).toHaveLength(4);
    expect(guide.tips).toHaveLength(8);
    expect(guide.pitfalls.map((pitfall) => pitfall.signal)).toEqual([
      'others-blamed',
      'core-skill',
      'no-growth',
      'outward-blame',
      'trivial',
      'emotion-heavy',
    ]);
    expect(guide.whyAsked).toHaveLength(5);
    expect(guide.preparation.length).toBeGreaterThanOrEqual(5);
  });

  test('one other example of each kind, and a length of one to two minutes', () => {
    expect(guide.alternatives.map((kind) => kind.id)).toEqual([
      'deadline',
      'technical-decision',
      'team-leadership',
    ]);
    expect(guide.spoken).toEqual({ fromSeconds: 60, toSeconds: 120 });
  });

  test('each step looks for its signals, the essential ones marked', () => {
    const found = Object.fromEntries(
      guide.steps.map((step) => [
        step.id,
        {
          essential: step.signals.filter((use) => use.essential).map((use) => use.signal),
          others: step.signals.filter((use) => !use.essential).map((use) => use.signal),
        },
      ]),
    );
    expect(found).toEqual(SIGNALS);
  });
});

describe('it speaks in the coach’s voice', () => {
  test('no line judges from above, and no question is longer than 35 words', () => {
    expectTheCoachsVoice(guide);
  });

  test('every blank a person is to fill stands in brackets with a question mark', () => {
    const shapes = [...guide.steps.flatMap((step) => step.signals), ...guide.pitfalls].flatMap(
      (use) => use.shape ?? [],
    );
    expect(shapes.length).toBeGreaterThan(0);
    for (const shape of shapes) {
      expect(shape).toMatch(/\[[^\]]+\?\]/);
      expect(shape.replace(/\[[^[\]]+\?\]/g, '')).not.toMatch(/[[\]]/);
    }
  });

  test('no sentence is taken from the guide it was built from', (context) => {
    if (!existsSync(SOURCE)) context.skip('the source guide is not on this machine');
    const source = comparable(readFileSync(SOURCE, 'utf8').replace(/[*#"]|^\s*(-|\d+\.)\s/gm, ''));
    expect(source).toContain('set the scene');
    const taken = shownLines(guide)
      .flatMap(({ line }) => sentencesOf(line))
      .filter((sentence) => countWords(sentence) >= 4 && sentence !== guide.question)
      .filter((sentence) => source.includes(comparable(sentence).replace(/[.?!]$/, '')));
    expect(taken).toEqual([]);
  });
});

describe('what people type reaches one step', () => {
  test('no other name means two steps', () => {
    const names = guide.steps.flatMap((step) => [
      ...new Set([step.id, step.name.toLowerCase(), step.short.toLowerCase(), ...step.aliases]),
    ]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => name !== comparable(name))).toEqual([]);
  });

  test.each([
    ['lesson', 'reflections'],
    ['growth', 'growth-evidence'],
    ['scene', 'context'],
    ['actions', 'immediate-actions'],
    ['mistake', 'failure'],
  ])('redo %s means %s', (word, id) => {
    const meant = guide.steps.filter((step) => [step.short, ...step.aliases].includes(word));
    expect(meant.map((step) => step.id)).toEqual([id]);
  });
});

describe('likely next questions', () => {
  test('there are eight or more, and each follows from a step', () => {
    expect(guide.followUps.length).toBeGreaterThanOrEqual(8);
    const about = new Set(guide.followUps.map((followUp) => followUp.about));
    expect([...about]).toEqual(guide.steps.map((step) => step.id));
  });

  test('every step has one that needs no quote', () => {
    const open = guide.followUps.filter((followUp) => followUp.signal === undefined);
    expect(new Set(open.map((followUp) => followUp.about)).size).toBe(guide.steps.length);
  });

  test('a question quotes only words that a signal of its own step can have shown', () => {
    const quoting = guide.followUps.filter((followUp) => followUp.signal !== undefined);
    expect(quoting.length).toBeGreaterThan(0);
    for (const followUp of quoting) {
      const step = guide.steps.find((candidate) => candidate.id === followUp.about);
      expect(step?.signals.map((use) => use.signal)).toContain(followUp.signal);
    }
  });
});

describe('the samples', () => {
  const good = guide.samples.filter((sample) => sample.quality === 'good');
  const bad = guide.samples.filter((sample) => sample.quality === 'bad');
  const textOf = (sample: Sample) => Object.values(sample.steps).join(' ');

  test('good and bad ones for four professions or more', () => {
    expect(new Set(good.map((sample) => sample.profession)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(bad.map((sample) => sample.profession)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(guide.samples.map((sample) => sample.id)).size).toBe(guide.samples.length);
  });

  test('their parts belong to steps of the guide, in its order', () => {
    const order = guide.steps.map((step) => step.id);
    for (const sample of guide.samples) {
      const ids = Object.keys(sample.steps);
      expect(ids, sample.id).toEqual(order.filter((id) => ids.includes(id)));
    }
  });

  test.each(good)('$id can be said in one to two minutes', (sample) => {
    const { words, fromSeconds, toSeconds } = speakingTime(textOf(sample));
    expect(words).toBeGreaterThanOrEqual(110);
    expect(words).toBeLessThanOrEqual(220);
    expect(fromSeconds).toBeLessThanOrEqual(guide.spoken.toSeconds);
    expect(toSeconds).toBeGreaterThanOrEqual(guide.spoken.fromSeconds);
  });

  test.each(good)('$id keeps to the length each step asks for', (sample) => {
    for (const step of guide.steps) {
      const sentences = sentencesOf(sample.steps[step.id] ?? '').length;
      expect(sentences, step.id).toBeGreaterThanOrEqual(step.sentences.from);
      expect(sentences, step.id).toBeLessThanOrEqual(step.sentences.to);
    }
  });

  test('a step’s own example keeps to that length as well', () => {
    for (const step of guide.steps) {
      expect(sentencesOf(step.example).length, step.id).toBeLessThanOrEqual(step.sentences.to);
    }
  });
});
