import fc from 'fast-check';
import type { Ends } from '../../src/conversation/event.ts';
import type { Judgement } from '../../src/critique/critique.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { cleanText } from '../../src/text/clean.ts';
import { anyJudgement } from './any-judgement.ts';
import { DOUBTED, HARD } from './plain-reading.ts';

/** Something that may happen to a practice, before it is known where the practice stands. */
export type Move =
  | {
      readonly do: 'say';
      readonly text: string;
      readonly ends: Ends;
      readonly early: boolean;
      /** The message is older than the question that stands, as the platform showed it. */
      readonly beforeAsked?: boolean;
    }
  | { readonly do: 'press'; readonly action: string; readonly cardsBack: number | undefined }
  | {
      readonly do: 'fill';
      readonly action: string;
      readonly values: Readonly<Record<string, string>>;
      readonly cardsBack: number | undefined;
    }
  /** The form of the steps: what each says, by the step's place in the guide. `early`: sent before messages that came since. */
  | { readonly do: 'fillSteps'; readonly values: readonly (string | undefined)[]; readonly early: boolean }
  /** `turnsOff`: the practice moved on so far since the preview was shown. */
  | { readonly do: 'share'; readonly turnsOff: number }
  | { readonly do: 'bounce'; readonly reason: string; readonly turnsBack: number }
  | { readonly do: 'edit'; readonly message: number; readonly text: string }
  | { readonly do: 'delete'; readonly message: number }
  | { readonly do: 'judge'; readonly off: number; readonly judgement: Judgement }
  | { readonly do: 'giveUp'; readonly off: number }
  | { readonly do: 'wake'; readonly key: 'quiet' | 'time' | 'another' }
  /** The clock goes on; nothing happens to the practice. */
  | { readonly do: 'later'; readonly minutes: number }
  | { readonly do: 'attach' | 'silence' | 'tooLong' | 'files' | 'speak' };

/** What a person may type alone on a message. */
const WORDS: readonly string[] = [
  ...['/practice-failure', 'tips', 'example', 'why', 'back', 'skip!', 'pause', 'help', '?', 'more', 'next'],
  ...[
    'go',
    'draft',
    'history',
    'history 2',
    'progress',
    'show 2',
    'resume',
    'go on',
    'stories',
    'stories for ward nurse',
    'fresh',
  ],
  ...['redo', 'redo 1', 'redo 3', 'redo 9', 'redo action', 'Redo Nonsense', 'another', 'delete', 'keep'],
  ...['story', 'answer', 'nothing', 'study', 'promotion', 'practice', 'new', 'done', 'Back', 'yes', 'tpis'],
  ...['pick', '1', '2', '9', 'first', 'second', 'change', 'use it', 'other', 'beside', 'instead', 'again'],
  ...['undo', 'explain', 'explain 2', 'not so', 'not so 2', 'aloud', '60', '90', 'finished', 'all', '1 2 4'],
  ...['none', 'c c t t n', 'c t n', 'clear, thin, not yet', 'settings', 'settings tone direct', 'stop it'],
  ...['settings numbers on', 'settings plain', 'settings gentle', 'weakest', 'lesson', 'I had one, tpis'],
];

/** What a button may send. */
const ACTIONS: readonly string[] = [
  ...['next', 'next', 'skip', 'go', 'more', 'tips', 'example', 'back', 'pause', 'resume', 'start', 'new'],
  ...['story', 'answer', 'nothing', 'study', 'redo', 'redo:failure', 'redo:your-move', 'redo:nothing'],
  ...['said:1-2-4', 'said', 'said:9'],
  ...['never-heard-of', 'done', 'pick', 'take:1', 'take:2', 'take', 'first', 'second', 'change', 'fresh'],
  ...['weakest:failure', 'weakest:your-move', 'weakest:nobody', 'use', 'other', 'again', 'undo', 'explain'],
  ...['not-so', 'aloud', 's60', 's90', 's120', 'finished', 'all', 'delete', 'delete-yes', 'stories'],
  ...['settings:direct', 'settings:numbers-on', 'answer', 'aloud', 's60', 'use', 'go', 'go'],
];

const SENTENCES: readonly string[] = [
  'I agreed the room by phone and never got it in writing.',
  'Back in 2024 I promised a date. Nobody had asked the designers. I told the client myself.',
  'It was mine to check, and I did not check it.\n\nSince then I ask twice.',
  'A ward nurse',
  'A call I dreaded',
  'I rang them the same day. They came. We found a place. I learned to ask. Last May I asked first.',
  // Nothing of most steps is in it.
  'It was a terrible day for me and I felt awful.',
  'I learned to be more careful.',
  `It is a long story. ${'It went on and on, and I told nobody. '.repeat(9)}`,
];
const DOUBTFUL: readonly string[] = Object.values(DOUBTED).map((words) => `It happened ${words}, I know.`);

/** A story that must not be scored. */
const hardText = fc.constantFrom(`I dropped the project when ${HARD}.`, `In 2024 ${HARD}. I told nobody.`);

/** Free text as people send it: sentences, emoji, nothing at all, too much, and what cleaning leaves of odd input. */
const anyFreeText = (hard: number) =>
  fc.oneof(
    { weight: 50, arbitrary: fc.constantFrom(...SENTENCES) },
    { weight: 8, arbitrary: fc.constantFrom(...DOUBTFUL) },
    { weight: hard, arbitrary: hardText },
    { weight: 10, arbitrary: fc.constantFrom('', '   ', '\n', '🙈', '👩🏽‍🍳🙂', '...') },
    // Nearly as much as the coach can read: slow to play, so it is rare.
    { weight: 1, arbitrary: fc.constant('x'.repeat(39_990)) },
    { weight: 10, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map(cleanText) },
  );

/** A message as a move, with any words. */
function saying(text: fc.Arbitrary<string>): fc.Arbitrary<Move> {
  return fc.record({
    do: fc.constant('say' as const),
    text,
    ends: fc.constantFrom<Ends>('now', 'now', 'quiet', 'open'),
    early: fc.constantFrom(false, false, false, true),
    beforeAsked: fc.constantFrom(false, false, false, true),
  });
}

const anyCard = fc.constantFrom(undefined, 0, 0, 0, 1, 2, 5);

/** A form of the five ratings, filled in or only half. */
function anyForm(guide: Guide): fc.Arbitrary<Move> {
  const rating = fc.constantFrom('clear', 'there, but thin', 'not yet', 'thin', 'c', '2', '');
  return fc.record({
    do: fc.constant('fill' as const),
    action: fc.constantFrom('rate', 'rate', 'rate', 'rate', 'another'),
    values: fc.record(Object.fromEntries(guide.steps.map(({ id }) => [id, rating])), {
      requiredKeys: guide.steps.slice(1).map(({ id }) => id),
    }),
    cardsBack: anyCard,
  });
}

/** The form of the steps: some left as they are, some emptied, some written anew. */
function anyStepsForm(guide: Guide, freeText: fc.Arbitrary<string>): fc.Arbitrary<Move> {
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 3, arbitrary: freeText },
  );
  const { length } = guide.steps;
  return fc.record({
    do: fc.constant('fillSteps' as const),
    values: fc.array(value, { minLength: length, maxLength: length }),
    early: fc.constantFrom(false, false, true),
  });
}

/** What a performer may say of a delivery that never succeeds. */
const REASONS = ['gone', 'too-old', 'place-thread-gone', 'place-archived', 'share-not-reached'];

const anyMessage = fc.nat({ max: 14 });
const anyOff = fc.constantFrom(0, 0, 0, -1, 1);

/**
 * Anything that may happen, what moves a practice on a little more often than in life. `hard`: how often a message
 * tells of what must not be scored, of some 80.
 */
export function anyMove(guide: Guide, hard = 2): fc.Arbitrary<Move> {
  const freeText = anyFreeText(hard);
  return fc.oneof(
    { weight: 32, arbitrary: saying(freeText) },
    { weight: 32, arbitrary: saying(fc.constantFrom(...WORDS)) },
    { weight: 16, arbitrary: saying(fc.constantFrom('back', 'next', 'go', 'redo 2', 'keep', 'aloud')) },
    {
      weight: 32,
      arbitrary: fc.record({
        do: fc.constant('press' as const),
        action: fc.constantFrom(...ACTIONS),
        cardsBack: anyCard,
      }),
    },
    { weight: 3, arbitrary: anyForm(guide) },
    { weight: 9, arbitrary: anyStepsForm(guide, freeText) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('share' as const), turnsOff: fc.constantFrom(0, 0, 0, 1) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('bounce' as const),
        reason: fc.constantFrom(...REASONS),
        turnsBack: fc.nat({ max: 6 }),
      }),
    },
    {
      weight: 14,
      arbitrary: fc.record({ do: fc.constant('edit' as const), message: anyMessage, text: freeText }),
    },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('delete' as const), message: anyMessage }) },
    {
      weight: 20,
      arbitrary: fc.record({
        do: fc.constant('judge' as const),
        off: anyOff,
        judgement: anyJudgement(guide),
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('giveUp' as const), off: anyOff }) },
    {
      weight: 9,
      arbitrary: fc.record({
        do: fc.constant('wake' as const),
        key: fc.constantFrom('quiet' as const, 'quiet', 'time', 'another'),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('later' as const),
        minutes: fc.constantFrom(1, 90, 25 * 60, 3 * 24 * 60, 30 * 24 * 60),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constantFrom('attach' as const, 'silence', 'tooLong', 'files', 'speak'),
      }),
    },
    // Rare, since what follows is short.
    { weight: 1, arbitrary: saying(fc.constantFrom('stop', 'done for today')) },
  );
}
