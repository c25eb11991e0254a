import { describe, expect, test } from 'vitest';
import { draftOf } from '../../src/conversation/draft-of.ts';
import { atCritique, atDraft, atFirstStep, beginPractice, STORY } from './practice.ts';

const GROWTH =
  'Now, before I count on a room, I ask for it in writing. Last May that saved our summer party.';

describe('the critique', () => {
  test('is asked for with the draft frozen as it is shown, while a working card stands', () => {
    const practice = atDraft().says('go');
    expect(practice.effects.map((effect) => effect.type)).toEqual(['freezeDraft', 'say', 'requestCritique']);
    const [frozen] = practice.effects;
    expect(frozen).toMatchObject({
      draftNo: 1,
      draft: { text: draftOf(practice.session, practice.guide).text },
    });
    expect(practice.card.working).toBe(true);
  });

  test('comes as a first screen with the rest behind more, and is stored with its critic', () => {
    const practice = atCritique();
    expect(practice.effects[0]).toMatchObject({
      type: 'storeCritique',
      draftNo: 1,
      critique: { critic: 'rubric' },
    });
    const fields = practice.card.blocks.find((block) => block.kind === 'fields');
    expect(fields?.kind === 'fields' ? fields.fields.map((field) => field.label) : []).toEqual(
      expect.arrayContaining(['CHANGE', 'STEPS', 'LENGTH', 'NEXT']),
    );
    practice.says('more');
    expect(practice.shown).toContain('Step by step, with the words that earned it:');
    expect(practice.shown).toContain('Judged by the offline critic');
    expect(practice.session.stage).toEqual({ at: 'critiqued' });
  });

  test('can be made again after a step is rewritten, of a second draft', () => {
    const practice = atCritique().says('redo 5').says(GROWTH);
    expect(practice.session.stage).toEqual({ at: 'reviewing' });
    expect(practice.session.critique?.outdated).toBe(true);
    practice.says('go').isJudged();
    expect(practice.session.critique).toMatchObject({ draftNo: 2, outdated: false });
    expect(practice.session.critique?.critique.steps['growth-evidence']?.score).toBe(2);
  });

  test('that failed leads back to the draft, and go tries again', () => {
    const practice = atDraft().says('go').happens({ type: 'critiqueFailed', draftNo: 1, code: 'timeout' });
    expect(practice.shown).toContain(
      'The critique did not come through. Your draft is kept: type go to try again.',
    );
    expect(practice.shown).toContain(STORY.context);
    practice.says('go');
    expect(practice.session.drafts).toBe(2);
    expect(practice.isJudged().session.stage).toEqual({ at: 'critiqued' });
  });

  test('of a text that cannot be judged leads back to the draft with what to do', () => {
    const advice = 'This is too short for me to say anything true about it.';
    const practice = atDraft().says('go').isJudged({ cannotJudge: 'too-short', advice });
    expect(practice.session.stage).toEqual({ at: 'reviewing' });
    expect(practice.session.critique).toBeUndefined();
    expect(practice.shown).toContain(advice);
  });

  test('of an older draft is stored and not shown', () => {
    const practice = atDraft()
      .says('go')
      .happens({ type: 'critiqueFailed', draftNo: 1, code: 'timeout' })
      .says('go');
    const { critique } = atCritique().session.critique ?? {};
    if (critique === undefined) return expect.fail('no critique');
    practice.happens({ type: 'critiqueReady', draftNo: 1, judgement: critique });
    expect(practice.effects).toEqual([{ type: 'storeCritique', draftNo: 1, critique }]);
    expect(practice.session.stage).toEqual({ at: 'critiquing' });
  });

  test('that comes while the practice is paused waits for the person to go on', () => {
    const practice = atDraft().says('go');
    const frozen = practice.effects.find((effect) => effect.type === 'freezeDraft');
    const { critique } = atCritique().session.critique ?? {};
    if (critique === undefined) return expect.fail('no critique');
    practice
      .says('pause')
      .happens({ type: 'critiqueReady', draftNo: frozen?.draftNo ?? 0, judgement: critique });
    expect(practice.effects.map((effect) => effect.type)).toEqual(['storeCritique']);
    practice.says('go on');
    expect(practice.session.stage).toEqual({ at: 'critiqued' });
    expect(practice.shown).toContain(critique.line);
  });

  test('is not asked for while nothing is written', () => {
    const practice = atDraft();
    for (let message = 3; message <= 8; message += 1)
      practice.happens({ type: 'deleted', partId: `m${message}` });
    practice.says('go');
    expect(practice.session.stage).toEqual({ at: 'reviewing' });
    expect(practice.session.drafts).toBe(0);
    expect(practice.shown).toContain('Nothing is written yet');
  });
});

describe('edits of messages', () => {
  test('an older edit that comes later changes nothing, before the message or after it', () => {
    const practice = atFirstStep();
    const edit = (partId: string, text: string, stamp: string) =>
      practice.happens({ type: 'edited', partId, text, stamp });
    practice.says('It was a day.', { id: 'here', ends: 'open' });
    for (const id of ['here', 'ahead']) {
      edit(id, 'It was our customer day.', '000900');
      edit(id, 'It was our day.', '000800');
    }
    practice.says('It was their day.', { id: 'ahead', ends: 'open' });
    edit('ahead', 'It was our day.', '000800');
    expect(practice.session.answers.context?.map(({ text }) => text)).toEqual([
      'It was our customer day.',
      'It was our customer day.',
    ]);
    edit('ahead', 'It was the last day.', '000901');
    expect(practice.session.answers.context?.at(-1)?.text).toBe('It was the last day.');
  });

  test('an edit that makes an answer longer than the coach can read is told, and the words before it stay', () => {
    const practice = atFirstStep();
    practice.says('It was our customer day.', { id: 'one', ends: 'open' });
    practice.says('It was in June.', { id: 'two', ends: 'open' });
    practice.happens({ type: 'edited', partId: 'one', text: 'a'.repeat(39_000) });
    expect(practice.effects).toEqual([]);
    practice.happens({ type: 'edited', partId: 'two', text: 'b'.repeat(2_000) });
    expect(practice.shown).toContain(
      'With that change your answer has 41,001 characters and I can read up to 40,000. I kept the words from before it.',
    );
    expect(practice.answer('context')).toBe(`${'a'.repeat(39_000)}\nIt was in June.`);
    practice.happens({ type: 'edited', partId: 'two', text: 'It was in May.' });
    expect(practice.answer('context')).toBe(`${'a'.repeat(39_000)}\nIt was in May.`);
  });

  test('a question about a message that was deleted is over: nothing is offered to keep', () => {
    const practice = beginPractice()
      .says('story')
      .says('skip')
      .says('I arrived five minutes late to a meeting once.', { id: 'late', ends: 'open' })
      .presses('next');
    expect(practice.session.stage).toMatchObject({ at: 'choosing', doubt: { kind: 'trivial' } });
    practice.happens({ type: 'deleted', partId: 'late' });
    expect(practice.session.stage).toEqual({ at: 'choosing' });
    expect(practice.shown).toContain('That is empty now. Tell me the failure in a line or two.');
    expect(practice.card.buttons.map(({ label }) => label)).not.toContain('Keep it');
  });

  test('an edited message changes the answer it belongs to, and at the draft that is seen', () => {
    const practice = atDraft().happens({ type: 'edited', partId: 'm4', text: 'It was our customer day.' });
    expect(practice.answer('context')).toBe('It was our customer day.');
    expect(practice.shown).toContain('Changed, as you wrote it:');
    practice.happens({ type: 'edited', partId: 'm4', text: 'It was our customer day.' });
    expect(practice.effects).toEqual([]);
  });

  test('a change of the answer after the critique marks it as out of date and offers to look again', () => {
    const practice = atCritique().happens({ type: 'edited', partId: 'm8', text: GROWTH });
    expect(practice.session.critique?.outdated).toBe(true);
    expect(practice.shown).toContain('The critique was made before this change. Type go and I look again.');
    expect(practice.card.buttons[0]).toMatchObject({ action: 'go', label: 'Look again' });
    practice.presses('go');
    expect(practice.session.drafts).toBe(2);
  });

  test('a change while the critique is being made marks it when it comes', () => {
    const practice = atDraft().says('go');
    const { critique } = atCritique().session.critique ?? {};
    if (critique === undefined) return expect.fail('no critique');
    practice.happens({ type: 'edited', partId: 'm8', text: GROWTH });
    practice.happens({ type: 'critiqueReady', draftNo: 1, judgement: critique });
    expect(practice.session.critique?.outdated).toBe(true);
    expect(practice.shown).toContain('This was said of your text before you changed it.');
  });

  test('a change of a note, or of what a rewrite replaced, leaves the critique valid', () => {
    const practice = atDraft()
      .says('redo 1')
      .says('It was our customer day.')
      .says('A note for later.', { id: 'note' });
    practice.says('go').isJudged();
    practice.happens({ type: 'edited', partId: 'note', text: 'Another note.' });
    practice.happens({ type: 'edited', partId: 'm4', text: 'It was a Monday.' });
    expect(practice.session.notes.map((part) => part.text)).toEqual(['Another note.']);
    expect(practice.session.critique?.outdated).toBe(false);
    expect(practice.effects).toEqual([]);
  });

  test('a deleted message empties its step, which is named with the way to write it again', () => {
    const practice = atDraft().happens({ type: 'deleted', partId: 'm7' });
    expect(practice.answer('reflections')).toBe('');
    expect(practice.shown).toContain('Reflections is empty now. To write it again, type redo 4.');
  });

  test('the message that named the role can be edited and deleted', () => {
    const practice = atDraft().happens({ type: 'edited', partId: 'm2', text: 'event  planner' });
    expect(practice.session.purpose).toMatchObject({ kind: 'role', name: 'event planner' });
    practice.happens({ type: 'deleted', partId: 'm2' });
    expect(practice.session.purpose).toEqual({ kind: 'skipped' });
  });

  test('an edit that comes before its message is not lost, and a message deleted before it came is not taken', () => {
    const practice = atDraft().says('redo 1');
    practice.happens({ type: 'edited', partId: 'x1', text: 'It was our customer day.' });
    practice.happens({ type: 'deleted', partId: 'x2' });
    practice.says('It was a day.', { id: 'x1', ends: 'open' }).says('Nonsense.', { id: 'x2', ends: 'open' });
    expect(practice.answer('context')).toBe('It was our customer day.');
    expect(JSON.stringify(practice.session)).not.toContain('Nonsense.');
  });
});
