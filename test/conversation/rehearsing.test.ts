import { describe, expect, test } from 'vitest';
import { draftOf } from '../../src/conversation/draft-of.ts';
import { timeUpKey } from '../../src/conversation/stages/rehearsing.ts';
import { countWords } from '../../src/text/words.ts';
import { AT, atCritique, atDraft, choicesOn, type Practice, quotesOn } from './practice.ts';

const SECONDS = 1_000;
const STEPS = ['context', 'failure', 'immediate-actions', 'reflections', 'growth-evidence'];
const stageOf = ({ session }: Practice) => session.stage;
const typesOf = (practice: Practice) => practice.effects.map((effect) => effect.type);
const run = (practice: Practice) => practice.effects.find((effect) => effect.type === 'storeRun');
const words = ({ session, guide }: Practice) => countWords(draftOf(session, guide).text);

describe('a run aloud', () => {
  test('shows cue words instead of the text: at most one of each step, all their own', () => {
    const practice = atCritique().says('aloud');
    const cues = quotesOn(practice.card);
    const draft = draftOf(practice.session, practice.guide).text;
    expect(cues.length).toBeGreaterThan(2);
    expect(cues.length).toBeLessThanOrEqual(5);
    for (const cue of cues) {
      expect(cue).not.toMatch(/\s/);
      expect(draft).toContain(cue);
    }
    expect(practice.card.blocks.map((block) => block.kind)).not.toContain('passage');
  });

  test('takes 60, 90 or 120 seconds, and the clock starts with the choice', () => {
    const practice = atCritique().says('aloud');
    expect(choicesOn(practice.card)).toEqual(['60', '90', '120', 'more']);
    practice.later(5 * SECONDS).says('120');
    const at = new Date(Date.parse(AT) + 125 * SECONDS).toISOString();
    expect(practice.effects[0]).toEqual({ type: 'wakeAt', key: timeUpKey(practice.session), at });
    expect(practice.shown).toContain('The clock runs: 120 seconds.');
  });

  test('when the time is up nobody is cut off', () => {
    const practice = atCritique()
      .says('aloud')
      .says('60')
      .later(60 * SECONDS);
    practice.happens({ type: 'woke', key: timeUpKey(practice.session) });
    expect(practice.shown).toContain('60 seconds are over. Finish your sentence, then choose Done.');
    expect(stageOf(practice)).toMatchObject({ at: 'rehearsing', asks: 'running' });
    practice.later(8 * SECONDS).says('done');
    expect(practice.shown).toContain('That took 68 seconds.');
  });

  test('done stops the clock, calls its wake off, and asks what was said', () => {
    const practice = atCritique()
      .says('aloud')
      .says('90')
      .later(62 * SECONDS)
      .says('done');
    expect(practice.effects[0]).toEqual({ type: 'cancelWake', key: timeUpKey(practice.session) });
    expect(practice.shown).toContain('That took 62 seconds. Which steps did you say?');
  });

  test('a wake that rings after all of that does nothing', () => {
    const practice = atCritique().says('aloud').says('90').says('done');
    practice.happens({ type: 'woke', key: timeUpKey(practice.session) });
    expect(practice.effects).toEqual([]);
  });

  test.each([
    ['1 2 4', ['context', 'failure', 'reflections']],
    ['setting, failure and lesson', ['context', 'failure', 'reflections']],
    ['all', STEPS],
    ['none', []],
  ])('"%s" says which parts were said, and the run is kept with its time', (typed, said) => {
    const practice = atCritique()
      .says('aloud')
      .says('90')
      .later(40 * SECONDS)
      .says('done')
      .says(typed);
    expect(run(practice)).toEqual({ type: 'storeRun', runNo: 1, seconds: 90, took: 40, said });
    expect(practice.session.runs).toEqual([{ seconds: 90, took: 40, said }]);
    expect(practice.shown).toContain(`Kept: 40 seconds, ${said.length} of 5 steps said.`);
  });

  test('anything else said there is kept as a note and asked again', () => {
    const practice = atCritique().says('aloud').says('90').says('done').says('I forgot the middle part.');
    expect(practice.session.notes.map((part) => part.text)).toEqual(['I forgot the middle part.']);
    expect(stageOf(practice)).toMatchObject({ asks: 'said' });
  });

  test('back leaves it without keeping anything', () => {
    const practice = atCritique().says('aloud').says('90').says('back');
    expect(stageOf(practice)).toEqual({ at: 'critiqued' });
    expect(practice.session.runs).toEqual([]);
    expect(typesOf(practice)).toContain('cancelWake');
  });

  test('can be had before any critique, from the draft', () => {
    const practice = atDraft({ isFirst: false })
      .says('rehearse')
      .says('60')
      .later(30 * SECONDS);
    practice.says('done').says('all');
    expect(stageOf(practice)).toEqual({ at: 'reviewing' });
    expect(practice.session.runs).toHaveLength(1);
  });

  test('has no place while a question is open', () => {
    const practice = atDraft().says('redo 5').says('aloud');
    expect(practice.shown).toContain('That does nothing here. We are here:');
    expect(stageOf(practice)).toMatchObject({ at: 'asking' });
  });
});

describe('their own pace', () => {
  test('is a range until a run has measured it', () => {
    expect(atDraft().shown).toMatch(/about \d+ to \d+ seconds aloud/);
  });

  test('is measured where the whole answer was said, and remembered for the person', () => {
    const practice = atCritique({ isFirst: false })
      .says('aloud')
      .says('60')
      .later(32 * SECONDS);
    practice.says('done').says('all');
    const wordsPerMinute = Math.round((words(practice) * 60) / 32);
    expect(practice.effects).toContainEqual({ type: 'setManner', wordsPerMinute });
    expect(practice.session.manner.wordsPerMinute).toBe(wordsPerMinute);
    practice.says('back');
    expect(practice.shown).toContain('about 32 seconds at your pace');
  });

  test('is not measured from a part of the answer, nor from a clock that was forgotten', () => {
    const part = atCritique()
      .says('aloud')
      .says('60')
      .later(32 * SECONDS)
      .says('done')
      .says('1 2');
    expect(typesOf(part)).not.toContain('setManner');
    const forgotten = atCritique()
      .says('aloud')
      .says('60')
      .later(3_000 * SECONDS)
      .says('done')
      .says('all');
    expect(typesOf(forgotten)).not.toContain('setManner');
    expect(forgotten.session.runs).toEqual([]);
  });
});

describe('the end of a first practice', () => {
  test('one run aloud is offered, once: done a second time ends it', () => {
    const practice = atCritique().says('done');
    expect(practice.shown).toContain('One run aloud before you go?');
    expect(practice.card.buttons[0]).toMatchObject({ word: 'aloud', style: 'primary' });
    expect(stageOf(practice)).toEqual({ at: 'critiqued' });
    practice.says('done');
    expect(stageOf(practice)).toEqual({ at: 'done', stage: { at: 'critiqued' } });
    expect(typesOf(practice)).toContain('close');
  });

  test('at that question words that name no day are kept as a note, and end nothing', () => {
    const atClosing = () => atCritique().says('aloud').says('90').says('done').says('all');
    const practice = atClosing().says('im so nervous i feel stupid');
    expect(stageOf(practice)).toEqual({ at: 'closing' });
    expect(practice.shown).toContain('I kept that as a note. Is there a date already?');
    expect(practice.session.notes.at(-1)?.text).toBe('im so nervous i feel stupid');
    for (const words of ['maybe i am not good enough', 'i want this to end'])
      expect(stageOf(atClosing().says(words))).toEqual({ at: 'closing' });
    for (const words of ['on friday', 'the 3rd', 'in two weeks', 'March', 'next month'])
      expect(atClosing().says(words).session.interview?.text).toBe(words);
  });

  test('after the run one question is left: when is the interview', () => {
    const practice = atCritique()
      .says('done')
      .says('aloud')
      .says('90')
      .later(40 * SECONDS);
    practice.says('done').says('all');
    expect(stageOf(practice)).toEqual({ at: 'closing' });
    expect(practice.shown).toContain('When is the interview?');
    expect(practice.shown).toContain('I can remind you on the way there.');
  });

  test('one line says what moved, was and now', () => {
    const practice = atCritique().says('answer');
    practice.says('Now, before I count on a room, I ask for it in writing. Last May that saved our party.');
    practice.says('use it').isJudged().says('aloud').says('90').says('done').says('all');
    expect(practice.shown).toMatch(/Was → now: since then thin → clear\./);
  });

  test('the date is kept in their words, no wake is set for it, and the practice ends', () => {
    const practice = atCritique()
      .says('aloud')
      .says('90')
      .says('done')
      .says('all')
      .says('in two weeks, on a Friday');
    expect(practice.session.interview?.text).toBe('in two weeks, on a Friday');
    expect(typesOf(practice)).toEqual(['say', 'close']);
    expect(stageOf(practice)).toMatchObject({ at: 'done' });
    expect(practice.shown).toContain('Noted.');
  });

  test('skip ends it without a date and without a remark', () => {
    const practice = atCritique().says('aloud').says('90').says('done').says('all').says('skip');
    expect(practice.session.interview).toBeUndefined();
    expect(stageOf(practice)).toMatchObject({ at: 'done' });
    expect(practice.shown).not.toMatch(/interview|date/i);
  });

  test('a second practice asks none of it', () => {
    const practice = atCritique({ isFirst: false }).says('aloud').says('90').says('done').says('all');
    expect(stageOf(practice)).toEqual({ at: 'critiqued' });
    expect(stageOf(practice.says('done'))).toMatchObject({ at: 'done' });
  });
});
