import fc from 'fast-check';
import { beginFresh } from '../../src/conversation/begin.ts';
import type { Ends } from '../../src/conversation/event.ts';
import type { Session } from '../../src/conversation/session.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { anyMove, type Move } from './any-event.ts';
import { DOUBTED, HARD } from './plain-reading.ts';
import { freshSession, type Played, play, say } from './play.ts';
import { AT, BEGINNING, SEED } from './practice.ts';

/** A way into a practice, so that sequences begin at every stage. */
export interface WayIn {
  readonly name: string;
  readonly from: Session;
  readonly moves: readonly Move[];
  /** How many messages came before: the failure of a story that is told again is the third. */
  readonly messages: number;
}

const says = (...texts: readonly string[]): Move[] => texts.map((text) => say(text));
const press = (action: string): Move => ({ do: 'press', action, cardsBack: undefined });
const later = (minutes: number): Move => ({ do: 'later', minutes });

const STORY: readonly Move[] = says(
  'story',
  'skip',
  'I told nobody.',
  ...Array<string>(5).fill('I did it alone.'),
);
const WHOLE = 'I had a team of two. I told nobody. I rang them all. I learned to ask. Since then I ask.';
const PASTED: readonly Move[] = says('answer', 'skip', 'I told nobody. It broke. I rang them. I ask now.');
const REWRITTEN: readonly Move[] = [...PASTED, ...says('redo 2', 'It was mine.')];
const SHELTERED: readonly Move[] = says('story', 'skip', `I dropped it when ${HARD}.`);
const JOTTED: readonly Move[] = says('nothing', 'skip', 'A call I dreaded', 'The wrong list');

/** A critique with a change that quotes the draft, one where something is missing, and something to keep. */
export function judged({ steps }: Guide): Move {
  const [first, second] = steps;
  const use = (at: number) => steps[at]?.signals[0];
  const nth = { start: 0, end: 1, quote: 'a sentence' };
  return {
    do: 'judge',
    off: 0,
    judgement: {
      v: 1,
      critic: 'rubric',
      version: 'rubric-1',
      steps: Object.fromEntries(
        steps.map(({ id }, index) => [
          id,
          { score: index === 0 ? 1 : 2, evidence: [], found: [], missing: [] },
        ]),
      ),
      findings: [
        {
          id: 'f1',
          rule: `${first?.id ?? ''}.${use(0)?.signal ?? ''}`,
          at: { span: nth },
          why: use(0)?.why ?? 'A listener waits for it.',
          question: use(0)?.question ?? 'Where was it?',
          rank: 0,
        },
        {
          id: 'f2',
          rule: `${second?.id ?? ''}.${use(1)?.signal ?? ''}`,
          at: { missingIn: second?.id ?? '' },
          why: use(1)?.why ?? 'A listener waits for it.',
          question: use(1)?.question ?? 'Whose was it?',
          rank: 1,
        },
      ],
      keep: [{ span: nth, effect: 'Plain and yours.' }],
      next: { question: 'How did they take it?' },
      overall: 0.5,
      verdict: 'weak',
      line: 'Right story, one thing to fix.',
    },
  };
}

export function waysInto(guide: Guide): readonly WayIn[] {
  const first = freshSession(guide);
  const second = freshSession(guide, {
    isFirst: false,
    manner: { ...BEGINNING.manner, tone: 'direct', numbers: true },
  });
  const critiqued = [...STORY, say('go'), judged(guide)];
  const fresh = (moves: readonly Move[]): Session => {
    const old = play(guide, moves, first).at(-1)?.after ?? first;
    const made = beginFresh({ seed: SEED.replace('0f', '1a'), at: AT }, guide, BEGINNING, old, old);
    return made.sessions.at(-1) ?? first;
  };
  const quiet: Ends = 'quiet';
  const ways: readonly [name: string, moves: readonly Move[], from?: Session][] = [
    ['the door', []],
    ['choosing', STORY.slice(0, 2)],
    ['a step in a chat', [...STORY.slice(0, 3), say('It was mine.', quiet)]],
    ['the second step', STORY.slice(0, 4)],
    ['carried steps', says('story', 'skip', WHOLE)],
    ['carried steps, from the door', says(WHOLE, 'skip', 'keep')],
    ['a doubt', [...STORY.slice(0, 2), say(`It came ${DOUBTED.trivial}.`, 'open'), say('next')]],
    [
      'an unknown role',
      [...says('story', 'A ward nurse'), say(`It was ${DOUBTED['unknown-role']}.`, 'open'), say('next')],
    ],
    [
      'a step asked once more',
      [...STORY.slice(0, 5), say('It was a terrible day for me and I felt awful.', 'open'), say('next')],
    ],
    ['the draft', STORY],
    ['the critique under way', [...STORY, say('go')]],
    ['the critique', critiqued],
    ['an improvement', [...critiqued, press('answer')]],
    ['a reply in its place', [...critiqued, press('answer'), say('I was the lead. We had a week.')]],
    ['an improvement used', [...critiqued, press('answer'), ...says('I was the lead.', 'use it')]],
    ['a run aloud', [...critiqued, press('aloud')]],
    ['a run under way', [...critiqued, ...says('aloud', '90')]],
    ['a run over', [...critiqued, ...says('aloud', '60'), later(1), say('done')]],
    ['the last question', [...critiqued, ...says('aloud', '60'), later(1), ...says('done', 'all')]],
    ['shelter', SHELTERED],
    ['shelter, and going on', [...SHELTERED, ...says('go on', 'keep')]],
    ['shelter at the draft', [...STORY.slice(0, 5), say(`That day ${HARD}.`), ...says('go on', 'go')]],
    ['shelter from the improvement', [...critiqued, press('answer'), say(`In 2024 ${HARD}.`)]],
    ['shelter, to be deleted', [...SHELTERED, say('delete')]],
    ['finding', says('nothing', 'skip')],
    ['jotted moments', [...JOTTED, say('pick')]],
    ['other ways in', [...JOTTED, ...says('pick', 'next', 'next')]],
    ['a pasted answer', PASTED],
    ['a pasted answer with a step of its own', REWRITTEN],
    [
      'a pasted answer, and all the way back',
      [...REWRITTEN, ...Array<Move>(guide.steps.length + 1).fill(say('back'))],
    ],
    ['a role taken back', says('story', 'A ward nurse', 'back')],
    ['a second practice', STORY.slice(0, 2), second],
    ['a second practice at its draft', STORY, second],
    ['a second practice with its critique', critiqued, second],
    ['the same story again', [], fresh(critiqued)],
    ['three days away', [...STORY.slice(0, 4), later(3 * 24 * 60), { do: 'attach' }]],
  ];
  return ways.map(([name, moves, from = first]) => ({
    name,
    moves,
    from,
    messages: from.failure.length === 0 ? 0 : 3,
    [fc.toStringMethod]: () => name,
  }));
}

/** A practice played on any way in, and then anything. `hard`: see `anyMove`. */
export function check(
  guide: Guide,
  numRuns: number,
  property: (played: readonly Played[]) => void,
  hard?: number,
): void {
  fc.assert(
    fc.property(
      fc.constantFrom(...waysInto(guide)),
      fc.array(anyMove(guide, hard), { maxLength: 30 }),
      ({ from, moves, messages }, more) => property(play(guide, [...moves, ...more], from, { messages })),
    ),
    { numRuns },
  );
}
