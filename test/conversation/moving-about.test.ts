import { describe, expect, test } from 'vitest';
import { plainRuns } from '../../src/card/fallback.ts';
import { atCritique, atDraft, atFirstStep, beginPractice, STORY } from './practice.ts';

const withReplyUsed = () =>
  atCritique().says('answer').says('I ask for it in writing.').says('use it').isJudged();

const asked = (practice: ReturnType<typeof beginPractice>) =>
  practice.session.stage.at === 'asking' ? practice.session.stage.step : practice.session.stage.at;

describe('skip and back', () => {
  test('a skipped step is not asked again on the way, and the draft says that it is not written', () => {
    const practice = atFirstStep().says('skip').says(STORY.slip).says('back').says('back').says('skip');
    expect(asked(practice)).toBe('immediate-actions');
    practice.says('go');
    expect(practice.shown).toContain('Not written yet: setting, what you did, lesson, since then.');
  });

  test('back shows what was written and lets the person keep it or add to it', () => {
    const practice = atFirstStep().says(STORY.context).says('Back!');
    expect(practice.shown).toContain('You have already told me:');
    expect(practice.shown).toContain(STORY.context);
    practice.says('The room was for sales.');
    expect(practice.answer('context')).toBe(`${STORY.context}\nThe room was for sales.`);
    expect(asked(practice)).toBe('failure');
  });

  test('back from the draft goes through the steps, one at a time, and forward skips what is written', () => {
    const practice = atDraft().says('back');
    expect(asked(practice)).toBe('growth-evidence');
    practice.says('back');
    expect(asked(practice)).toBe('reflections');
    practice.says('keep');
    expect(asked(practice)).toBe('reviewing');
  });

  test('back from the first step leads to the failure, and from there to what it is for', () => {
    const practice = atFirstStep().says('back');
    expect(asked(practice)).toBe('choosing');
    practice.says('back');
    expect(practice.session.stage).toEqual({ at: 'opening', asks: 'purpose' });
  });

  test('a role that is named anew replaces the old one, which stays among the notes', () => {
    const practice = atFirstStep().says('back').says('back').says('project manager');
    expect(practice.session.purpose).toMatchObject({ kind: 'role', name: 'project manager' });
    expect(practice.session.notes.map((part) => part.text)).toEqual([STORY.role]);
  });

  test('"Back in 2024 I…" is an answer', () => {
    const practice = atFirstStep().says('Back in 2024 I ran the front desk.');
    expect(practice.answer('context')).toBe('Back in 2024 I ran the front desk.');
    expect(asked(practice)).toBe('failure');
  });
});

describe('redo', () => {
  test.each(['redo 4', 'redo Reflections', 'Redo lesson', 'redo LEARNED.'])(
    '"%s" asks for the reflections',
    (typed) => {
      expect(asked(atDraft().says(typed))).toBe('reflections');
    },
  );

  test('the new text replaces the old, which is kept, and the way leads back to the draft', () => {
    const practice = atDraft().says('redo 4');
    expect(practice.shown).toContain('Write it anew, or keep it.');
    practice.says('I learned to ask for paper.');
    expect(asked(practice)).toBe('reviewing');
    expect(practice.answer('reflections')).toBe('I learned to ask for paper.');
    expect(practice.session.replaced.map((old) => old.parts.map((part) => part.text))).toEqual([
      [STORY.lesson],
    ]);
  });

  test('keep leaves the step as it was', () => {
    const practice = atDraft().says('redo 4').says('keep');
    expect(asked(practice)).toBe('reviewing');
    expect(practice.answer('reflections')).toBe(STORY.lesson);
    expect(practice.session.replaced).toEqual([]);
  });

  test.each(['redo', 'redo 9'])('"%s" is no answer: it asks which step', (typed) => {
    const practice = atFirstStep().says(typed);
    expect(practice.answer('context')).toBe('');
    expect(practice.shown).toContain('Which step?');
    expect(practice.shown).toContain('redo 5: Growth Evidence (since then, not written yet)');
    expect(practice.card.asks).toBe('answer');
  });

  test('in the middle of the steps it comes back to where the person was', () => {
    const practice = atFirstStep()
      .says(STORY.context)
      .says(STORY.slip)
      .says('redo 1')
      .says('It was our customer day.');
    expect(asked(practice)).toBe('immediate-actions');
  });
});

describe('help beside the question', () => {
  test.each(['tips', 'example', 'why', 'help', 'draft', 'more'])(
    '"%s" answers, and the same question stands',
    (typed) => {
      const practice = atFirstStep().says(STORY.context);
      const before = practice.session.stage;
      practice.says(typed);
      expect(practice.session.stage).toEqual(before);
      expect(practice.card.asks).toBe('answer');
      expect(practice.answer('failure')).toBe(STORY.failure);
    },
  );

  test.each([
    ['at the door', () => beginPractice()],
    ['at what it is for', () => beginPractice().says('story')],
    ['at a memory cue', () => beginPractice().says('nothing').says('skip')],
    ['at the failure', () => beginPractice().says('story').says('skip')],
    ['at a step', () => atFirstStep()],
    ['at the draft', () => atDraft()],
    ['at the draft, after a reply was used', () => withReplyUsed().says('back')],
    ['at one question', () => atCritique().says('answer')],
    ['at a run', () => atCritique().says('aloud')],
    ['at the last question', () => atCritique().says('aloud').says('90').says('done').says('all')],
  ])('every word that more names works %s', (_, there) => {
    const lines = there()
      .says('more')
      .card.blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(plainRuns) : []));
    const named = lines.flatMap((line) => line.split(':')[0]?.split(', ') ?? []);
    expect(named.length).toBeGreaterThan(4);
    // What only looks at what is stored is answered before the practice is asked.
    for (const word of named.filter((one) => !['history', 'progress', 'stories'].includes(one))) {
      const practice = there();
      const answered = practice.says(word).shown;
      expect(answered, word).not.toContain('does nothing here');
      expect(answered, word).not.toContain('I kept this as a note');
    }
  });

  test('a command of another place does nothing and says where we are', () => {
    const practice = beginPractice().says('go');
    expect(practice.shown).toContain('That does nothing here. We are here:');
    expect(practice.session.stage).toEqual({ at: 'opening', asks: 'door' });
  });
});

describe('pause and stop', () => {
  test('a paused practice says where it stands, and goes on at the same question', () => {
    const practice = atFirstStep().says(STORY.context).says('pause');
    expect(practice.shown).toContain('Paused at 2 of 5, The Failure. All of it is kept.');
    practice.says('go on');
    expect(asked(practice)).toBe('failure');
    expect(practice.shown).toContain('2 of 5: The Failure');
  });

  test('what is said while it is paused is kept as a note and never taken for an answer', () => {
    const practice = atFirstStep().says('pause').says('hello again');
    expect(practice.answer('context')).toBe('');
    expect(practice.session.notes.map((part) => part.text)).toEqual(['hello again']);
    expect(practice.shown).toContain('type go on');
  });

  test('exit and quit pause, for those who know no other word', () => {
    for (const word of ['exit', 'quit']) expect(atFirstStep().says(word).session.stage.at).toBe('paused');
  });

  test('fourteen days of silence pause without a word', () => {
    const practice = atFirstStep().happens({ type: 'silent' });
    expect(practice.session.stage).toMatchObject({ at: 'paused', stage: { at: 'asking', step: 'context' } });
    expect(practice.effects).toEqual([]);
  });

  test('stop closes the practice and lets its place go', () => {
    const practice = atFirstStep().says('stop');
    expect(practice.session.stage).toMatchObject({ at: 'done', stage: { at: 'asking', step: 'context' } });
    expect(practice.effects.map((effect) => effect.type)).toEqual(['say', 'close']);
    expect(practice.shown).toContain('All of it is kept');
  });

  test('what is said after the end is kept as a note, and no step is offered that cannot be written', () => {
    const practice = atFirstStep().says('stop').says('One more thing about the room.');
    expect(practice.session.notes.map((part) => part.text)).toEqual(['One more thing about the room.']);
    expect(practice.shown).not.toContain('redo');
  });

  test('done for today closes a practice that has its critique', () => {
    const { stage } = atCritique({ isFirst: false }).says('done').session;
    expect(stage).toEqual({ at: 'done', stage: { at: 'critiqued' } });
  });
});
