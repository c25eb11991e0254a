import { afterAll, describe, expect, test } from 'vitest';
import type { Card } from '../../src/card/card.ts';
import { coachWords } from '../../src/card/coach-words.ts';
import { quietKey } from '../../src/conversation/stages/quiet.ts';
import { standingCard } from '../../src/conversation/standing.ts';
import { countWords } from '../../src/text/words.ts';
import { beginPractice, type Practice } from './practice.ts';

/** The reference first practice: the answer of our tone guide, told step by step by one who types. */
const FAILURE = 'I agreed the room by phone and never got it in writing.';
const ANSWERS = [
  'Two years ago I organised our customer day, 120 guests, the one event sales had for the year.',
  'I agreed the room by phone and never got it in writing. On the Monday before, the hotel told me it was double booked.',
  'I found a smaller place the same day and rang sales myself to say forty people could not come. It was a horrible call to make.',
  'I learned to be more careful with bookings.',
  'I am much better organised now.',
];

const MOST_TURNS = 10;
const MOST_MESSAGES = 12;
const MOST_WORDS = 35;

interface Counted {
  readonly practice: Practice;
  /** What the person sends or taps before the critique, the opening command and the tap for it among them. */
  readonly turns: number;
  /** What the coach sends before the critique, the line that it is reading among them. */
  readonly messages: number;
  /** The coach's own words on each card that stood, quotes, passages and choices aside. */
  readonly prompts: readonly { readonly card: string; readonly words: number }[];
}

/** How an answer ends: by itself (a pipe), by an empty line (a terminal), or by a pause (a chat). */
const WAYS = {
  pipe: (practice: Practice, words: string) => practice.says(words),
  // The empty line is a part of the answer: nobody reads anything before it is typed.
  terminal: (practice: Practice, words: string) => practice.says(words, { ends: 'open' }).presses('next'),
  chat: (practice: Practice, words: string) =>
    practice.says(words, { ends: 'quiet' }).happens({ type: 'woke', key: quietKey(practice.session) }),
} as const;

function played(way: keyof typeof WAYS): Counted {
  // The opening command.
  let turns = 1;
  const practice = beginPractice();
  const prompts: { card: string; words: number }[] = [promptOf(practice)];
  const sends = (act: () => Practice) => {
    act();
    turns += 1;
    prompts.push(promptOf(practice));
  };
  sends(() => practice.presses('story'));
  sends(() => practice.says('event manager'));
  sends(() => WAYS[way](practice, FAILURE));
  for (const answer of ANSWERS) sends(() => WAYS[way](practice, answer));
  expect(practice.session.stage).toEqual({ at: 'reviewing' });
  // One tap says which part felt weakest, and asks for the critique.
  sends(() => practice.presses('weakest:growth-evidence'));
  const messages = practice.cards.length;
  practice.isJudged();
  expect(practice.session.stage).toEqual({ at: 'critiqued' });
  return { practice, turns, messages, prompts };
}

function promptOf({ session, guide }: Practice): { card: string; words: number } {
  const card: Card = { v: 1, ...standingCard(session, guide) };
  const own = coachWords({ ...card, blocks: card.blocks.map(withoutChoices) });
  const { stage } = session;
  const name = stage.at === 'asking' ? `${stage.at} ${stage.step}` : stage.at;
  return { card: stage.at === 'opening' ? `${name} ${stage.asks}` : name, words: countWords(own) };
}

/** The choices of a card are buttons where a platform has them. */
function withoutChoices(block: Card['blocks'][number]): Card['blocks'][number] {
  return block.kind === 'input' && block.input.type === 'choice'
    ? { ...block, input: { ...block.input, options: [] } }
    : block;
}

const lines: string[] = [];
afterAll(() => console.log(`The reference first practice\n${lines.join('\n')}`));

describe('the reference first practice', () => {
  test.each(['pipe', 'terminal'] as const)(
    'in a %s takes at most 10 turns of the person and 12 messages of the coach before the critique',
    (way) => {
      const { turns, messages } = played(way);
      lines.push(
        `${way}: ${turns} turns of the person, ${messages} messages of the coach before the critique`,
      );
      expect(turns).toBeLessThanOrEqual(MOST_TURNS);
      expect(messages).toBeLessThanOrEqual(MOST_MESSAGES);
    },
  );

  test('puts no card of more than 35 words in front of the person', () => {
    const { prompts } = played('terminal');
    for (const { card, words } of prompts) lines.push(`${String(words).padStart(3)} words: ${card}`);
    for (const { card, words } of prompts) expect(words, card).toBeLessThanOrEqual(MOST_WORDS);
  });

  test('asks nothing twice: what was told in the first line is kept where it is told again', () => {
    const { practice } = played('terminal');
    expect(practice.answer('failure')).toBe(ANSWERS[1]);
    expect(Object.values(practice.session.answers).flat()).toHaveLength(5);
  });

  test('in a chat takes at most 12 messages of the coach before the critique', () => {
    const { turns, messages } = played('chat');
    lines.push(`chat: ${turns} turns of the person, ${messages} messages of the coach before the critique`);
    expect(messages).toBeLessThanOrEqual(MOST_MESSAGES);
  });
});
