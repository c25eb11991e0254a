import { describe, expect, test } from 'vitest';
import { quietAfter, quietKey } from '../../src/conversation/stages/quiet.ts';
import { MAX_TEXT } from '../../src/text/clean.ts';
import { AT, atCritique, atDraft, atFirstStep, beginPractice, type Practice, STORY } from './practice.ts';

const wakes = (practice: Practice) => practice.happens({ type: 'woke', key: quietKey(practice.session) });
const quiet = { ends: 'quiet' } as const;

describe('in a chat, an answer ends after a pause', () => {
  test('two messages within the pause make one answer, in the order they were sent', () => {
    const practice = atFirstStep();
    practice
      .says('It shipped late.', { stamp: '1002', ...quiet })
      .says('I had promised Friday.', { stamp: '1001', ...quiet });
    expect(practice.answer('context')).toBe('I had promised Friday.\nIt shipped late.');
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  });

  test('each message puts the end off by four seconds, and only the first is answered', () => {
    const practice = atFirstStep().says('It shipped late.', quiet);
    const at = new Date(Date.parse(AT) + 4_000).toISOString();
    expect(practice.effects[0]).toEqual({ type: 'wakeAt', key: quietKey(practice.session), at });
    expect(practice.shown).toContain('Send another message to add, or press Keep it.');
    practice.says('I had promised Friday.', quiet);
    expect(practice.effects).toEqual([{ type: 'wakeAt', key: quietKey(practice.session), at }]);
  });

  test.each(['tips', 'example', 'why', 'help'])(
    'who asks for %s in the middle of it has 90 s to go on',
    (word) => {
      const practice = atFirstStep().says('It shipped late.', quiet);
      expect(practice.shown).toContain('After a short pause I go on by myself.');
      practice.says(word, quiet);
      const at = new Date(Date.parse(AT) + 90_000).toISOString();
      expect(practice.effects[0]).toEqual({ type: 'wakeAt', key: quietKey(practice.session), at });
      expect(wakes(practice).session.stage).toMatchObject({ at: 'asking', step: 'failure' });
    },
  );

  test('the wake ends the answer and asks the next step', () => {
    const practice = wakes(atFirstStep().says('It shipped late.', quiet));
    expect(practice.shown).toContain('2 of 5: The Failure');
    expect(practice.session.awaitsQuiet).toBeUndefined();
  });

  test('Next ends it at once, calls the wake off, and a wake that rings all the same does nothing', () => {
    const practice = atFirstStep().says('It shipped late.', quiet).presses('next');
    expect(practice.effects[0]).toEqual({ type: 'cancelWake', key: quietKey(practice.session) });
    const stage = practice.session.stage;
    wakes(practice);
    expect(practice.session.stage).toEqual(stage);
    expect(practice.effects).toEqual([]);
  });

  test('a wake of something else does not end the answer', () => {
    const practice = atFirstStep()
      .says('It shipped late.', quiet)
      .happens({ type: 'woke', key: 'reminder-1' });
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
    expect(practice.session.awaitsQuiet).toBe(true);
  });

  test('a wake during a pause leaves the practice paused', () => {
    const practice = atFirstStep().says('It shipped late.', quiet).says('pause');
    expect(wakes(practice).session.stage).toMatchObject({
      at: 'paused',
      stage: { at: 'asking', step: 'context' },
    });
  });

  test('the failure is reflected when its pause is over', () => {
    const practice = wakes(beginPractice().says('story').says('skip').says(STORY.failure, quiet));
    expect(practice.shown).toContain('Let us take that step by step.');
    expect(practice.shown).toContain('1 of 5: Context');
  });

  test('an empty message while an answer is open leaves the answer and its pause alone', () => {
    const practice = atFirstStep().says('It shipped late.', quiet).says('', quiet);
    expect(practice.shown).toContain('That one arrived empty. What you wrote before it is kept.');
    expect(practice.session.awaitsQuiet).toBe(true);
    expect(practice.answer('context')).toBe('It shipped late.');
  });
});

describe('a message that comes after younger ones', () => {
  test('joins the answer it was part of, although the next question stands', () => {
    const practice = atFirstStep()
      .says('It shipped late.', { stamp: '1002', ...quiet })
      .presses('next');
    practice.says('I had promised Friday.', { stamp: '1001', ...quiet });
    expect(practice.answer('context')).toBe('I had promised Friday.\nIt shipped late.');
    expect(practice.answer('failure')).toBe(STORY.failure);
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'failure' });
    expect(practice.shown).toContain('That one came late. I put it with Context.');
  });

  test('joins what a rewrite replaced, if it was sent before the rewrite', () => {
    const practice = atFirstStep()
      .says('It shipped late.', { stamp: '1002', ...quiet })
      .presses('next');
    practice.says('redo 1').says('We sold bread.', { stamp: '1005', ...quiet });
    practice.says('I had promised Friday.', { stamp: '1001', ...quiet });
    expect(practice.answer('context')).toBe('We sold bread.');
    expect(practice.session.replaced[0]?.parts.map((part) => part.text)).toEqual([
      'I had promised Friday.',
      'It shipped late.',
    ]);
  });

  test('changes the draft of a critique that is being made, which is marked when it comes', () => {
    const practice = atDraft().presses('go');
    practice.says('I rang twice.', { stamp: '0005-5', ...quiet });
    expect(practice.answer('immediate-actions')).toBe(`I rang twice.\n${STORY.actions}`);
    expect(practice.session.stage).toEqual({ at: 'critiquing' });
    const { critique } = atCritique().session.critique ?? {};
    if (critique === undefined) return expect.fail('no critique');
    practice.happens({ type: 'critiqueReady', draftNo: 1, judgement: critique });
    expect(practice.session.critique?.outdated).toBe(true);
  });
});

describe('in a terminal, only Next ends an answer', () => {
  test('lines add up without a reply until Next', () => {
    const practice = atFirstStep().says('It shipped late.', { ends: 'open' });
    expect(practice.effects).toEqual([]);
    practice.says('I had promised Friday.', { ends: 'open' }).presses('next');
    expect(practice.answer('context')).toBe('It shipped late.\nI had promised Friday.');
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'failure' });
  });
});

describe('more than the coach can read', () => {
  test('one message too long is named with both numbers, and what was written before is kept', () => {
    const practice = atFirstStep().says(STORY.context).happens({ type: 'tooLong', length: 41_200 });
    expect(practice.shown).toContain('That is 41,200 characters and I can read up to 40,000.');
    expect(practice.answer('context')).toBe(STORY.context);
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'failure' });
  });

  test('messages that are too much together leave the earlier ones and offer Next', () => {
    const practice = atFirstStep().says('a'.repeat(MAX_TEXT - 10), { ends: 'open' });
    practice.says('It shipped late.', { ends: 'open' });
    expect(practice.answer('context')).toHaveLength(MAX_TEXT - 10);
    expect(practice.shown).toContain('Send a shorter one, or go on with Next.');
    expect(practice.presses('next').session.stage).toMatchObject({ at: 'asking', step: 'failure' });
  });
});

describe('how long a chat waits for more', () => {
  test.each([
    ['I told my boss.', 4_000],
    ['I told my boss 🙂', 4_000],
    ['i told my boss', 10_000],
    ['we moved it an hour earlier and', 30_000],
    ['First,', 30_000],
  ])('after %j it is %i ms', (message, ms) => {
    expect(quietAfter(message)).toBe(ms);
  });
});
