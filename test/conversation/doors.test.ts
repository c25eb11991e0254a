import { describe, expect, test } from 'vitest';
import { atFirstStep, beginPractice, choicesOn, STORY, TOLD } from './practice.ts';

const WHOLE = TOLD.join(' ');

describe('the first card', () => {
  test('has three doors, each with the time it takes', () => {
    const labels = beginPractice().card.buttons.map((button) => button.label);
    expect(labels).toEqual([
      expect.stringMatching(/I have a story.*12 min/),
      expect.stringMatching(/I have an answer, look at it.*2 min/),
      expect.stringMatching(/Nothing comes to mind.*5 min/),
    ]);
  });

  test('says in two sentences what the question tests and who can read this here', () => {
    const practice = beginPractice(undefined, { readers: 'Only you and this machine can read it.' });
    expect(practice.shown).toContain(`${practice.guide.tests} Only you and this machine can read it.`);
  });

  test('asks for no tone and no numbers: a first practice speaks gently, in words', () => {
    const { session, shown } = beginPractice();
    expect(session.manner).toMatchObject({ tone: 'gentle', numbers: false });
    expect(shown).not.toMatch(/tone|numbers/i);
  });
});

describe('what it is for', () => {
  test.each(['study', 'promotion', 'practice'] as const)(
    '%s is one press, and the story is asked',
    (kind) => {
      const practice = beginPractice().presses('story').presses(kind);
      expect(practice.session.purpose).toEqual({ kind });
      expect(practice.session.stage).toEqual({ at: 'choosing' });
    },
  );

  test.each(['skip', 'next'])('%s leaves it out without a word', (typed) => {
    const practice = beginPractice().presses('story').says(typed);
    expect(practice.session.purpose).toEqual({ kind: 'skipped' });
    expect(practice.shown).toBe(practice.guide.opening);
  });

  test('is the only thing asked before the story: two presses lead to it', () => {
    const practice = beginPractice().presses('story').presses('practice');
    expect(practice.cards).toHaveLength(3);
    expect(practice.card.asks).toBe('answer');
  });
});

describe('I have a story', () => {
  test('"It need not be your greatest": a line or two is asked', () => {
    const practice = beginPractice().says('story').says('skip');
    expect(practice.shown).toMatch(/^It need not be your greatest\. Tell me the failure in a line or two/);
  });

  test('skip goes straight to the steps', () => {
    const practice = beginPractice().says('story').says('skip').says('skip');
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
    expect(practice.shown).toContain('1 of 5: Context');
  });
});

describe('I have an answer, look at it', () => {
  test('leads from the door to the critique in four messages of the person', () => {
    const practice = beginPractice().presses('answer').presses('practice').says(WHOLE);
    expect(practice.session.stage).toEqual({ at: 'reviewing' });
    expect(practice.shown).toContain(WHOLE);
    practice.presses('go').isJudged();
    expect(practice.session.stage).toEqual({ at: 'critiqued' });
    expect(practice.shown).toContain('STEPS');
  });

  test('asks for no more than one tap about how it felt, and go goes on without', () => {
    const practice = beginPractice().presses('answer').presses('practice').says(WHOLE);
    expect(practice.shown).toContain('Which step felt weakest?');
    expect(practice.says('go').session.stage).toEqual({ at: 'critiquing' });
  });
});

describe('Nothing comes to mind', () => {
  test.each(['nothing', 'Nothing.', 'Nothing comes to mind (5 min to find one)'])(
    '"%s" opens it, and the first memory cue comes',
    (typed) => {
      const practice = beginPractice().says(typed).says('skip');
      expect(practice.session.door).toBe('nothing');
      expect(practice.shown).toContain(practice.guide.finding.cues[0]);
    },
  );

  test('whoever names the role with a whole story gets no cue any more', () => {
    const practice = beginPractice().says('nothing').says(WHOLE);
    expect(practice.session.stage).toEqual({ at: 'choosing' });
    expect(practice.shown).toContain('You have already told me:');
  });
});

test('every question shows at most three choices and more', () => {
  const practice = atFirstStep().says(STORY.context).says('keep').says(STORY.actions);
  const asking = practice.cards.filter((card) => card.standing === true);
  expect(asking.length).toBeGreaterThan(5);
  for (const card of asking) {
    const choices = choicesOn(card).filter((word) => word !== 'more');
    expect(choices.length).toBeLessThanOrEqual(3);
  }
});
