import { describe, expect, test } from 'vitest';
import type { Note, Score } from '../../src/critique/critique.ts';
import { TOPIC_WORDS, topicsOf } from '../../src/critique/notes/topics.ts';
import { notesOn } from '../../src/critique/notes.ts';
import { isVerbatim } from '../../src/text/span.ts';
import { type Shown, seenByHand } from './seen-by-hand.ts';

interface Given {
  readonly scores?: Readonly<Record<string, Score>>;
  readonly hasCost?: boolean;
  readonly role?: string;
}

function notesFor(shown: readonly Shown[], { scores = {}, hasCost = true, role }: Given = {}): Note[] {
  const { seen, text } = seenByHand(shown);
  const notes = notesOn({ seen, text, scores, hasCost, role });
  for (const { span } of notes) expect(isVerbatim(text, span)).toBe(true);
  return notes;
}

const rules = (...given: Parameters<typeof notesFor>) => notesFor(...given).map(({ rule }) => rule);

/** So many words that tell nothing. */
const setting = (words: number): Shown => [`${'bread '.repeat(words - 1)}bread.`, { context: 0.9 }];
const SLIP: Shown = ['I forgot the flour.', { failure: 0.9, wrong: 0.8 }];

describe('the failure comes late', () => {
  test('where more than half of the words come before it', () => {
    const [note] = notesFor([setting(60), SLIP, setting(30)]);
    expect(note).toMatchObject({ rule: 'late-failure', span: { quote: 'I forgot the flour' } });
  });

  test.each<[string, Shown[]]>([
    ['exactly half', [setting(50), SLIP, setting(46)]],
    ['a short answer', [setting(50), SLIP, setting(20)]],
    ['it comes first', [SLIP, setting(90)]],
    ['a failure nobody is sure of', [setting(90), ['I forgot.', { failure: 0.4 }]]],
    ['an answer without words', []],
  ])('and not with %s', (_, shown) => {
    expect(rules(shown)).toEqual([]);
  });

  test('the first place that tells it counts', () => {
    expect(rules([SLIP, setting(90), SLIP])).toEqual([]);
  });
});

describe('all of it taken on oneself', () => {
  test.each([
    'It was all my fault.',
    'That was entirely my mistake.',
    'The delay was completely on me.',
    'I take full responsibility.',
    'Nobody else is to blame.',
    'It was nobody else’s fault.',
    'It was 100% my fault.',
  ])('%s', (words) => {
    const [note] = notesFor([
      ['We opened on Monday.', {}],
      [words, {}],
    ]);
    expect(note?.rule).toBe('all-mine');
    expect(words).toContain(note?.span.quote);
    expect(note?.question).toBe('Which part was really yours to decide?');
  });

  test.each([
    ['people of one’s own', 'I rang all my colleagues.'],
    ['nobody else in the room', 'Nobody else was in the office, so we closed.'],
    ['a plain part', 'The plan was mine, and we lost a day.'],
    ['what was all there is', 'We gave it all my evenings.'],
  ])('not said by %s', (_, words) => {
    expect(rules([[words, {}]])).toEqual([]);
  });

  test('nothing to ask where nobody else was there', () => {
    expect(rules([['I baked alone. It was all my fault.', {}]])).toEqual([]);
  });
});

describe('no cost to anyone', () => {
  const told: Shown[] = [['I kept the stock.', { context: 0.9 }], SLIP];
  const scores = { failure: 2 } as const;

  test('quotes what went wrong and asks who felt it', () => {
    expect(notesFor(told, { scores, hasCost: false })).toMatchObject([
      { rule: 'no-cost', span: { quote: 'I forgot the flour' } },
    ]);
  });

  test('not where it is told, where the model sees it, or where the failure itself is not clear yet', () => {
    expect(rules(told, { scores, hasCost: true })).toEqual([]);
    expect(rules([...told, ['They waited.', { stake: 0.6 }]], { scores, hasCost: false })).toEqual([]);
    expect(rules(told, { scores: { failure: 1 }, hasCost: false })).toEqual([]);
    expect(rules([], { scores, hasCost: false })).toEqual([]);
  });
});

describe('a lesson about something else', () => {
  const slip: Shown = ['I spent twice the budget.', { failure: 0.9 }];
  const scores = { reflections: 2 } as const;

  test('names both, and quotes the lesson', () => {
    const [note] = notesFor([slip, ['Deadlines need room.', { les: 0.9 }]], { scores });
    expect(note).toMatchObject({ rule: 'other-lesson', span: { quote: 'Deadlines need room' } });
    expect(note?.text).toBe('This lesson is about time, and the story about money.');
  });

  test('a thin lesson is looked for among the thin ones', () => {
    const shown: Shown[] = [slip, ['I manage my time management.', { vague: 0.9 }]];
    expect(rules(shown, { scores: { reflections: 1 } })).toEqual(['other-lesson']);
    expect(rules(shown, { scores })).toEqual([]);
  });

  test.each<[string, Shown]>([
    ['about the same', ['A budget needs a second look.', { les: 0.9 }]],
    ['about both', ['Deadlines cost money.', { les: 0.9 }]],
    ['about nothing we know', ['Bread is not flour.', { les: 0.9 }]],
    ['that nobody is sure of', ['Deadlines need room.', { les: 0.6 }]],
  ])('not for a lesson %s', (_, lesson) => {
    expect(rules([slip, lesson], { scores })).toEqual([]);
  });

  test('not without a lesson', () => {
    expect(rules([slip, ['Deadlines need room.', { les: 0.9 }]], { scores: { reflections: 0 } })).toEqual([]);
  });
});

describe('a later example about something else', () => {
  const slip: Shown = ['I told the client the wrong day.', { failure: 0.9 }];
  const scores = { 'growth-evidence': 2 } as const;

  test('names both, and quotes the example', () => {
    const [note] = notesFor([slip, ['Last spring I kept the budget.', { since: 0.9 }]], { scores });
    expect(note).toMatchObject({ rule: 'other-example', span: { quote: 'Last spring I kept the budget' } });
    expect(note?.text).toBe('This is about money, and what went wrong about telling and asking.');
  });

  test('not for the same thing, nor for a claim', () => {
    expect(rules([slip, ['Last spring I called twice.', { since: 0.9 }]], { scores })).toEqual([]);
    const other: Shown[] = [slip, ['Last spring I kept the budget.', { since: 0.9 }]];
    expect(rules(other, { scores: { 'growth-evidence': 1 } })).toEqual([]);
  });
});

describe('nothing leads to the role', () => {
  const scores = { reflections: 2, 'growth-evidence': 2 } as const;
  const ending = (words: string): Shown[] => [SLIP, [words, {}]];

  test('quotes the end and asks for the new job', () => {
    const [note] = notesFor(ending('Since then two people read it.'), { scores, role: 'engineer' });
    expect(note).toMatchObject({ rule: 'no-role', span: { quote: 'Since then two people read it' } });
    expect(note?.question).toBe('Where would this help you in the new job?');
  });

  test.each([
    ['the role', 'As a Nurse I would do the same.', 'nurse'],
    ['a word of it', 'Every manager can do that.', 'office manager'],
    ['a role of few letters', 'In HR I would do the same.', 'HR'],
  ])('not where the answer names %s', (_, words, role) => {
    expect(rules(ending(words), { scores, role })).toEqual([]);
  });

  test('a role of few letters is not found inside other words', () => {
    expect(rules(ending('Since then three people read it.'), { scores, role: 'HR' })).toEqual(['no-role']);
  });

  test('not without a role, nor where more is to be done first', () => {
    expect(rules(ending('Now two read it.'), { scores })).toEqual([]);
    expect(
      rules(ending('Now two read it.'), { scores: { ...scores, reflections: 1 }, role: 'nurse' }),
    ).toEqual([]);
  });
});

test('what is worth most comes first', () => {
  const shown: Shown[] = [
    setting(90),
    ['It was all my fault, and the vendor waited.', { failure: 0.9, wrong: 0.9 }],
  ];
  const scores = { failure: 2, reflections: 2, 'growth-evidence': 2 } as const;
  expect(rules(shown, { scores, hasCost: false, role: 'nurse' })).toEqual([
    'late-failure',
    'all-mine',
    'no-cost',
    'no-role',
  ]);
});

describe('what a stretch is about', () => {
  test.each([
    ['time', 'i missed the deadline'],
    ['talking', 'i should have asked'],
    ['checking', 'i never verified it'],
    ['sharing', 'i did it on my own'],
    ['money', 'the invoice was high'],
    ['planning', 'there was no rollback'],
  ])('%s', (topic, words) => {
    expect([...topicsOf(words)]).toEqual([topic]);
    expect(TOPIC_WORDS[topic]).toBeDefined();
  });

  test.each([['the latest contest'], ['a planet and a priceless vase'], ['the task at hand'], ['']])(
    'words inside other words are no topic: %s',
    (words) => {
      expect([...topicsOf(words)]).toEqual([]);
    },
  );
});
