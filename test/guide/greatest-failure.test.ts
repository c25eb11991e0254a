import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GuideSchema, type Sample } from '../../src/guide/guide.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';
import { comparable } from '../../src/text/clean.ts';
import { speakingTime } from '../../src/text/speaking-time.ts';
import { countWords } from '../../src/text/words.ts';
import { sentencesOf, shownLines } from './coach-lines.ts';
import { coachLines, expectTheCoachsVoice } from './tone.ts';

const SOURCE = new URL('../../../shared/guide.md', import.meta.url);

const SIGNALS: Readonly<Record<string, { essential: string[]; others: string[] }>> = {
  context: { essential: ['setting'], others: ['stake'] },
  failure: { essential: ['own-part', 'what-went-wrong'], others: ['consequence'] },
  'immediate-actions': { essential: ['own-action'], others: ['told-someone'] },
  reflections: { essential: ['lesson', 'specific-lesson'], others: [] },
  'growth-evidence': { essential: ['later-occasion', 'changed-practice'], others: ['result'] },
};

/** A reader at eleven at night reads about so many words without going back to the start of a sentence. */
const LONGEST_SENTENCE = 22;

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

  test('four criteria, eight tips, eight pitfalls, five reasons, five ways to prepare', () => {
    expect(guide.criteria).toHaveLength(4);
    expect(guide.tips).toHaveLength(8);
    expect(guide.pitfalls.map((pitfall) => pitfall.id)).toEqual([
      'others-mistakes',
      'core-skill',
      'no-growth',
      'defensive-or-blaming',
      'trivial',
      'too-emotional',
      'personal-catastrophe',
      'no-failure',
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

describe('it fits the cards of a nervous evening', () => {
  test('what the question tests is one sentence of at most 14 words', () => {
    expect(sentencesOf(guide.tests)).toHaveLength(1);
    expect(countWords(guide.tests)).toBeLessThanOrEqual(14);
  });

  test('the story is asked for in at most 25 words, and need not be the greatest', () => {
    expect(guide.opening).toMatch(/^It need not be your greatest\. /);
    expect(countWords(guide.opening)).toBeLessThanOrEqual(25);
    expect(guide.opensAt).toBe('failure');
  });

  test.each(guide.steps)('the card that asks for $short stays within 35 words', (step) => {
    const { from, to } = step.sentences;
    const place = guide.steps.indexOf(step) + 1;
    const card = [
      `${place} of ${guide.steps.length}: ${step.name} (${step.short})`,
      step.prompt,
      `Strong: ${step.strong} ${from} to ${to} sentences.`,
    ];
    expect(countWords(`${step.prompt} ${step.strong}`)).toBeLessThanOrEqual(25);
    expect(countWords(card.join(' '))).toBeLessThanOrEqual(35);
    expect(sentencesOf(step.strong)).toHaveLength(1);
    expect([from >= 1, to <= 3]).toEqual([true, true]);
  });

  test.each(guide.steps)('the nudge for $short asks once more, in at most 20 words', ({ nudge }) => {
    expect(nudge).toMatch(/^And [^?]+\?$/);
    expect(countWords(nudge)).toBeLessThanOrEqual(20);
  });

  test('a nudge names nothing that could be taken as an answer', () => {
    const taken = guide.steps.filter((step) => /\d|for example|such as|e\.g\.|perhaps you/i.test(step.nudge));
    expect(taken.map((step) => step.nudge)).toEqual([]);
  });

  test('the doubts stand in the order in which they are raised', () => {
    expect(guide.doubts.map((doubt) => doubt.kind)).toEqual([
      'confidential',
      'catastrophic',
      'trivial',
      'private',
      'core',
      'unknown-role',
    ]);
  });

  test.each(guide.doubts)('the doubt $kind is a question of at most 25 words', ({ question }) => {
    const filled = question
      .replace('{core}', 'giving the right medicine to the right patient')
      .replace('{role}', 'nursing');
    expect(countWords(filled)).toBeLessThanOrEqual(25);
    expect(filled).toContain('?');
    expect(filled).not.toMatch(/[{}]/);
    // "You can also keep it and go on." follows on the card: saying it twice would push.
    expect(filled).not.toMatch(/keep it|\byou (are|were|should|must)\b/i);
  });

  test('the doubt about secrets says what can be changed, and that it may miss some', () => {
    const asked = guide.doubts.find((doubt) => doubt.kind === 'confidential')?.question ?? '';
    expect(asked).toMatch(/names and figures/);
    expect(asked).toMatch(/may miss some/);
  });

  test.each(guide.finding.cues)('one moment a card, in at most 20 words: %s', (cue) => {
    expect(cue).toContain('?');
    expect(countWords(cue)).toBeLessThanOrEqual(20);
  });

  test('six moments, two short answers to judge by ear, and a last way in', () => {
    const { cues, pair, challenge } = guide.finding;
    expect(cues).toHaveLength(6);
    expect(countWords(pair.better)).toBeLessThanOrEqual(45);
    expect(countWords(pair.other)).toBeLessThanOrEqual(45);
    // Who judges by ear shall not judge by length.
    expect(Math.abs(countWords(pair.better) - countWords(pair.other))).toBeLessThanOrEqual(5);
    expect(sentencesOf(pair.because)).toHaveLength(1);
    expect(countWords(challenge)).toBeLessThanOrEqual(30);
    expect(challenge).toMatch(/\?$/);
  });

  test('no sentence of the coach is longer than 22 words', () => {
    const longest = coachLines(guide)
      .flatMap(({ line }) => sentencesOf(line))
      .map((sentence) => ({ words: countWords(sentence), sentence }))
      .sort((a, b) => b.words - a.words);
    const mean = longest.reduce((sum, { words }) => sum + words, 0) / longest.length;
    console.log(
      `guide: ${longest.length} sentences of the coach, ${mean.toFixed(1)} words each; the longest:\n${longest
        .slice(0, 6)
        .map(({ words, sentence }) => `  ${words}  ${sentence}`)
        .join('\n')}`,
    );
    expect(longest.filter(({ words }) => words > LONGEST_SENTENCE)).toEqual([]);
    expect(mean).toBeLessThan(12);
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
    ['setting', 'context'],
    ['what i did', 'immediate-actions'],
    ['what you did', 'immediate-actions'],
    ['the lesson', 'reflections'],
    ['my lesson', 'reflections'],
    ['since then', 'growth-evidence'],
    ['growth evidence', 'growth-evidence'],
    ['the ending', 'growth-evidence'],
  ])('redo %s means %s', (word, id) => {
    const meant = guide.steps.filter((step) =>
      [step.id, step.name.toLowerCase(), step.short, ...step.aliases].includes(word),
    );
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
