import fc from 'fast-check';
import type { Ends } from '../../src/conversation/event.ts';
import type { Critique, Judgement } from '../../src/critique/critique.ts';
import type { Reading } from '../../src/critique/reading.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { cleanText } from '../../src/text/clean.ts';
import { type Span, spanOf } from '../../src/text/span.ts';

/** Something that may happen to a practice, before it is known where the practice stands. */
export type Move =
  | { readonly do: 'say'; readonly text: string; readonly ends: Ends; readonly early: boolean }
  | { readonly do: 'press'; readonly action: string; readonly cardsBack: number | undefined }
  | { readonly do: 'edit'; readonly message: number; readonly text: string }
  | { readonly do: 'delete'; readonly message: number }
  | { readonly do: 'judge'; readonly off: number; readonly judgement: Judgement }
  | { readonly do: 'giveUp'; readonly off: number }
  | { readonly do: 'wake'; readonly another: boolean }
  | { readonly do: 'attach' | 'silence' | 'bounce' | 'tooLong' };

const WORDS: readonly string[] = [
  ...['/practice-failure', 'tips', 'example', 'why', 'back', 'skip!', 'pause', 'help', '?', 'more', 'next'],
  ...[
    'go',
    'draft',
    'history',
    'show 2',
    'resume',
    'go on',
    'redo',
    'redo 1',
    'redo 3',
    'redo 9',
    'redo action',
  ],
  ...['Redo Nonsense', 'story', 'answer', 'study', 'promotion', 'practice', 'new', 'keep', 'done', 'Back'],
];

const ACTIONS: readonly string[] = [
  ...['next', 'next', 'skip', 'go', 'more', 'tips', 'example', 'back', 'pause', 'resume', 'start', 'new'],
  ...[
    'story',
    'answer',
    'study',
    'redo',
    'redo:failure',
    'redo:your-move',
    'redo:nothing',
    'never-heard-of',
    'done',
  ],
];

/** Free text as people send it: sentences, emoji, nothing at all, too much, and what cleaning leaves of odd input. */
const anyFreeText = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...sentences()) },
  { weight: 10, arbitrary: fc.constantFrom('', '   ', '\n', '🙈', '👩🏽‍🍳🙂', '...') },
  // Nearly as much as the coach can read: slow to play, so it is rare.
  { weight: 1, arbitrary: fc.constant('x'.repeat(39_990)) },
  { weight: 10, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map(cleanText) },
);

function sentences(): string[] {
  return [
    'I agreed the room by phone and never got it in writing.',
    'Back in 2024 I promised a date. Nobody had asked the designers. I told the client myself.',
    'It was mine to check, and I did not check it.\n\nSince then I ask twice.',
    'A ward nurse',
    'I rang them the same day. They came. We found a place. I learned to ask. Last May I asked first.',
    `It is a long story. ${'It went on and on, and I told nobody. '.repeat(9)}`,
  ];
}

const score = fc.constantFrom(0 as const, 1 as const, 2 as const);
const span: fc.Arbitrary<Span> = fc.constant({ start: 0, end: 4, quote: 'I am' });

function anyCritique(guide: Guide): fc.Arbitrary<Critique> {
  const ids = guide.steps.map((step) => step.id);
  const at = fc.oneof(fc.record({ span }), fc.record({ missingIn: fc.constantFrom(...ids) }));
  const finding = fc.record({
    id: fc.constant('f1'),
    rule: fc.constantFrom(...ids.map((id) => `${id}.stake`), 'core-skill'),
    at,
    why: fc.constant('A listener waits for it.'),
    question: fc.constant('Who felt it?'),
    rank: fc.nat({ max: 5 }),
  });
  return fc.record({
    v: fc.constant(1 as const),
    critic: fc.constantFrom('rubric' as const, 'llm' as const),
    version: fc.constant('rubric-1'),
    steps: fc
      .array(score, { minLength: ids.length, maxLength: ids.length })
      .map((scores) =>
        Object.fromEntries(
          ids.map((id, index) => [id, { score: scores[index] ?? 0, evidence: [], found: [], missing: [] }]),
        ),
      ),
    findings: fc.array(finding, { maxLength: 4 }),
    keep: fc.array(fc.record({ span, effect: fc.constant('Plain and yours.') }), { maxLength: 2 }),
    next: fc.constant({ question: 'How did they take it?' }),
    overall: fc.constant(0.5),
    verdict: fc.constantFrom('good' as const, 'weak' as const, 'bad' as const),
    line: fc.constant('Right story, one thing to fix.'),
  });
}

/** A critique or a text that could not be judged. */
function anyJudgement(guide: Guide): fc.Arbitrary<Judgement> {
  const cannot = fc.record({
    cannotJudge: fc.constantFrom('no-words' as const, 'too-short' as const, 'not-english' as const),
    advice: fc.constant('Two or three sentences are enough.'),
  });
  return fc.oneof({ weight: 3, arbitrary: anyCritique(guide) }, { weight: 1, arbitrary: cannot });
}

/** Anything that may happen, what moves a practice on a little more often than in life. */
export function anyMove(guide: Guide): fc.Arbitrary<Move> {
  const ends = fc.constantFrom<Ends>('now', 'now', 'quiet', 'open');
  const off = fc.constantFrom(0, 0, 0, -1, 1);
  const say = (text: fc.Arbitrary<string>) =>
    fc.record({
      do: fc.constant('say' as const),
      text,
      ends,
      early: fc.constantFrom(false, false, false, true),
    });
  return fc.oneof(
    { weight: 32, arbitrary: say(anyFreeText) },
    { weight: 28, arbitrary: say(fc.constantFrom(...WORDS)) },
    { weight: 16, arbitrary: say(fc.constantFrom('back', 'next', 'go', 'redo 2')) },
    {
      weight: 28,
      arbitrary: fc.record({
        do: fc.constant('press' as const),
        action: fc.constantFrom(...ACTIONS),
        cardsBack: fc.constantFrom(undefined, 0, 0, 0, 1, 2, 5),
      }),
    },
    {
      weight: 16,
      arbitrary: fc.record({
        do: fc.constant('edit' as const),
        message: fc.nat({ max: 12 }),
        text: anyFreeText,
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('delete' as const), message: fc.nat({ max: 12 }) }) },
    {
      weight: 20,
      arbitrary: fc.record({ do: fc.constant('judge' as const), off, judgement: anyJudgement(guide) }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('giveUp' as const), off }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constant('wake' as const), another: fc.boolean() }) },
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constantFrom('attach' as const, 'silence', 'bounce', 'tooLong') }),
    },
    // Rare, since what follows is short.
    { weight: 1, arbitrary: say(fc.constant('stop')) },
  );
}

/** A reading without a language model: a sentence ends at its full stop, and the steps share them in order. */
export function plainReading(text: string, guide: Guide): Reading {
  const found: Span[] = [];
  for (const match of text.matchAll(/[^.!?\n]+[.!?]*/gu)) {
    const sentence = spanOf(text, match.index, match.index + match[0].length);
    if (sentence !== undefined) found.push(sentence);
  }
  const steps: Record<string, Span[]> = {};
  found.forEach((sentence, index) => {
    const id = guide.steps[Math.floor((index * guide.steps.length) / found.length)]?.id;
    if (id !== undefined) steps[id] = [...(steps[id] ?? []), sentence];
  });
  const [heart] = found;
  return {
    words: found.length,
    sentences: found,
    signals: {},
    thin: {},
    steps,
    doubts: [],
    distress: false,
    dated: false,
    cues: [],
    ...(heart === undefined ? {} : { heart }),
  };
}
