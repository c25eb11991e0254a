import { describe, expect, test } from 'vitest';
import { isQuote } from '../../src/card/card.ts';
import { standingCard } from '../../src/conversation/standing.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { countWords } from '../../src/text/words.ts';
import { colleagueConflict } from '../guide/second-guide.ts';
import { atDraft, atFirstStep, beginPractice, STORY } from './practice.ts';

const MAX_PROMPT_WORDS = 35;

describe('the story, step by step', () => {
  test('begins with three doors, what the question tests and who can read this', () => {
    const practice = beginPractice();
    expect(practice.shown).toContain(practice.guide.tests);
    expect(practice.shown).toContain('Only you can read this here.');
    expect(practice.card.buttons.map((button) => button.word)).toEqual(
      expect.arrayContaining(['story', 'answer', 'nothing']),
    );
  });

  test('asks what it is for, then for the failure in a line or two', () => {
    const practice = beginPractice().says('story');
    expect(practice.shown).toContain('What are you practising for?');
    practice.says(STORY.role);
    expect(practice.session.purpose).toMatchObject({ kind: 'role', name: 'event manager' });
    expect(practice.shown).toContain(practice.guide.opening);
  });

  test('reflects the failure in the words of the person before the first step', () => {
    const practice = atFirstStep();
    const [reflected] = practice.card.blocks;
    expect(reflected).toMatchObject({ kind: 'text' });
    const quoted =
      reflected?.kind === 'text' ? reflected.runs.flatMap((run) => (isQuote(run) ? [run.quote] : [])) : [];
    expect(quoted).toHaveLength(1);
    expect(STORY.failure).toContain(quoted[0]);
    expect(practice.shown).toContain('1 of 5: Context');
  });

  test('shows "3 of 5" with the prompt, what a strong answer shows and how long it should be', () => {
    const practice = atFirstStep().says(STORY.context).says('keep');
    expect(practice.shown).toContain('3 of 5: Immediate Actions (what you did)');
    const step = practice.guide.steps[2];
    expect(practice.shown).toContain(step?.prompt);
    expect(practice.shown).toContain(step?.strong);
    expect(practice.shown).toContain('1 to 3 sentences');
  });

  test('shows what was told already in place of that, with the same prompt', () => {
    const practice = atFirstStep().says(STORY.context);
    expect(practice.shown).toContain('2 of 5: The Failure');
    expect(practice.shown).toContain(practice.guide.steps[1]?.prompt);
    expect(practice.shown).toContain(`"${STORY.failure}"`);
  });

  test('ends at the draft: the five answers as one text, its length in words and in seconds', () => {
    const practice = atDraft();
    expect(practice.session.stage).toEqual({ at: 'reviewing' });
    const passage = practice.card.blocks.find((block) => block.kind === 'passage');
    const { context, slip, actions, lesson, growth } = STORY;
    expect(passage).toMatchObject({
      by: 'person',
      text: [context, slip, actions, lesson, growth].join('\n\n'),
    });
    expect(practice.shown).toMatch(/\d+ words, about \d+ to \d+ seconds aloud/);
  });

  test('takes a long first message at the door as the story, and shows it again instead of asking', () => {
    const practice = beginPractice().says(STORY.failure);
    expect(practice.session.door).toBe('story');
    practice.says('skip');
    expect(practice.shown).toContain('You have already told me:');
    expect(practice.shown).toContain(STORY.failure);
    practice.says('keep');
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  });

  test('takes a long text where the role is asked as the story', () => {
    const long = `${STORY.slip} ${STORY.actions}`;
    const practice = beginPractice().says('story').says(long);
    expect(practice.session.stage).toEqual({ at: 'choosing' });
    expect(practice.session.failure.map((part) => part.text)).toEqual([long]);
  });

  test('keeps a short word at the door and says what to do', () => {
    const practice = beginPractice().says('A room booking');
    expect(practice.session.stage).toEqual({ at: 'opening', asks: 'door' });
    expect(practice.session.notes.map((part) => part.text)).toEqual(['A room booking']);
    expect(practice.shown).toContain('Pick one of the three, or simply tell me what happened.');
  });

  test('keeps an answer of emoji, and says how to put it into words', () => {
    const practice = atFirstStep().says('🙈');
    expect(practice.answer('context')).toBe('🙈');
    expect(practice.shown).toContain('To say Context in words, type redo 1.');
  });

  test('leads through another question by its own steps', () => {
    const practice = beginPractice(colleagueConflict)
      .says('story')
      .says('skip')
      .says('We both wanted the front desk.');
    expect(practice.shown).toContain('1 of 3: The Disagreement');
    practice.says('She wanted walk-ins.').says('I asked her.').says('We kept two hours.');
    expect(practice.session.stage).toEqual({ at: 'reviewing' });
  });

  test.each([catalog.default, colleagueConflict])(
    'puts no question of more than 35 words, for $id',
    (guide) => {
      const { session } = beginPractice(guide);
      for (const step of guide.steps) {
        const stage = { at: 'asking', step: step.id, fresh: false, thenReview: false } as const;
        const texts = standingCard({ ...session, stage }, guide).blocks.flatMap((block) =>
          block.kind === 'text' ? [block.runs.join('')] : [],
        );
        expect(texts).toContain(step.prompt);
        for (const text of texts) expect(countWords(text)).toBeLessThanOrEqual(MAX_PROMPT_WORDS);
      }
    },
  );
});

test('at the draft yes, the label and, from the second practice on, the number of a step are understood', () => {
  for (const words of ['yes', 'ok', 'Look at it'])
    expect(atDraft().says(words).session.stage.at).toBe('critiquing');
  expect(atDraft({ isFirst: false }).says('2').session.stage).toMatchObject({
    at: 'asking',
    step: 'failure',
    fresh: true,
  });
});

test('the word of the other door, a card too late, changes the door and is no role', () => {
  const { session } = beginPractice().says('story').says('answer');
  expect(session).toMatchObject({ door: 'answer', stage: { at: 'opening', asks: 'purpose' } });
  expect(session.purpose).toBeUndefined();
});
