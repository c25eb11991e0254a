import { describe, expect, test } from 'vitest';
import { atCritique, atDraft, beginPractice } from './practice.ts';

const run = (practice: ReturnType<typeof beginPractice>) =>
  practice.effects.find((effect) => effect.type === 'storeRun');

describe('a voice message', () => {
  test.each([
    ['at the critique', () => atCritique()],
    ['while the clock runs', () => atCritique().says('aloud').says('90')],
    ['where parts are asked for', () => atCritique().happens({ type: 'spoke', seconds: 80 })],
  ])('of three seconds is no run: it says so, and counts nothing, %s', (_, stand) => {
    const practice = stand();
    const { stage } = practice.session;
    practice.happens({ type: 'spoke', seconds: 3 });
    expect(practice.shown).toContain('That one is 3 seconds long, so I count nothing.');
    expect(run(practice)).toBeUndefined();
    expect(practice.session.stage).toEqual(stage);
  });

  test('of twenty seconds is a run', () => {
    expect(atDraft().happens({ type: 'spoke', seconds: 20 }).session.stage.at).toBe('rehearsing');
  });

  test('over an answer that stands is a run of its length: which parts were said is asked', () => {
    const practice = atCritique();
    practice.happens({ type: 'spoke', seconds: 74.4 });
    expect(practice.shown).toContain('A voice message between one and two minutes: that fits.');
    expect(practice.shown).toContain('That took 74 seconds. Which steps did you say?');
    practice.presses('said:1-2-4');
    expect(run(practice)).toEqual({
      type: 'storeRun',
      runNo: 1,
      seconds: 120,
      took: 74,
      said: ['context', 'failure', 'reflections'],
    });
    expect(practice.shown).toContain('Kept: 74 seconds, 3 of 5 steps said.');
  });

  test.each([
    [59, 'A voice message of less than a minute: there is room for one more detail.'],
    [60, 'A voice message between one and two minutes: that fits.'],
    [120, 'A voice message between one and two minutes: that fits.'],
    [121, 'A voice message of more than two minutes: a shorter run leaves time for their questions.'],
  ])('of %i seconds is held against one to two minutes', (seconds, line) => {
    expect(atDraft().happens({ type: 'spoke', seconds }).shown).toContain(line);
  });

  test('while the clock runs takes its place, and calls it off', () => {
    const practice = atCritique().says('aloud').says('90');
    practice.happens({ type: 'spoke', seconds: 80 });
    expect(practice.effects[0]).toMatchObject({ type: 'cancelWake' });
    expect(practice.session.stage).toMatchObject({ at: 'rehearsing', asks: 'said', took: 80, seconds: 120 });
    practice.says('all');
    expect(run(practice)).toMatchObject({ took: 80, said: { length: 5 } });
  });

  test('as an answer cannot be heard: the question stays, and what to do is said', () => {
    const practice = beginPractice().says('story').says('skip');
    practice.happens({ type: 'spoke', seconds: 30 });
    expect(practice.shown).toContain('I cannot hear voice messages, so please type it.');
    expect(practice.session.stage).toEqual({ at: 'choosing' });
  });
});
