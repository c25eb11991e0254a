import { describe, expect, test } from 'vitest';
import { coachWords } from '../../src/card/coach-words.ts';
import { countWords } from '../../src/text/words.ts';
import { beginPractice, choicesOn, type Practice, quotesOn, TOLD } from './practice.ts';

const atCue = () => beginPractice().says('nothing').says('skip');
const stageOf = ({ session }: Practice) => session.stage;

describe('memory cues', () => {
  test('come one at a time, all of them, on request', () => {
    const practice = atCue();
    const { cues } = practice.guide.finding;
    expect(cues).toHaveLength(6);
    cues.forEach((cue, index) => {
      expect(practice.shown).toContain(cue);
      const others = cues.filter((other) => other !== cue);
      for (const other of others) expect(practice.shown).not.toContain(other);
      if (index < cues.length - 1) practice.presses('next');
    });
  });

  test('five words are enough: they are jotted down, and the next cue comes', () => {
    const practice = atCue().says('the invoice I never sent');
    expect(practice.session.seeds.map((part) => part.text)).toEqual(['the invoice I never sent']);
    expect(practice.session.failure).toEqual([]);
    expect(practice.shown).toContain('Noted.');
    expect(practice.shown).toContain(practice.guide.finding.cues[1]);
  });

  test('back shows the cue before, and from the first one what it is for', () => {
    const practice = atCue().says('next').says('back');
    expect(practice.shown).toContain(practice.guide.finding.cues[0]);
    expect(stageOf(practice.says('back'))).toEqual({ at: 'opening', asks: 'purpose' });
  });

  test('a message without words asks the same cue again', () => {
    const practice = atCue().says('   ');
    expect(practice.shown).toContain(practice.guide.finding.cues[0]);
    expect(practice.session.seeds).toEqual([]);
  });
});

test('a line of a form is no script: a doubt about it is asked, as about a message', () => {
  const line = 'I arrived five minutes late to a meeting once, on a Monday.';
  const told = (inForm: boolean) =>
    atCue().happens({
      type: 'said',
      part: { id: 'line', stamp: '5', text: line },
      ends: 'now',
      ...(inForm ? { inForm } : {}),
    });
  expect(stageOf(told(true))).toMatchObject({ at: 'choosing', doubt: { kind: 'trivial' } });
  expect(stageOf(told(false))).toMatchObject({ at: 'asking', step: 'context' });
});

describe('what was jotted down', () => {
  const atPick = () => atCue().says('the invoice I never sent').says('the empty hall').says('pick');

  test('is listed in their words, and one is taken by its number', () => {
    const practice = atPick();
    expect(quotesOn(practice.card)).toEqual(['the invoice I never sent', 'the empty hall']);
    practice.says('2');
    expect(stageOf(practice)).toEqual({ at: 'choosing' });
    expect(practice.shown).toContain('the empty hall');
    expect(practice.session.failure.map((part) => part.text)).toEqual(['the empty hall']);
  });

  test('the other moments are not lost when one is taken', () => {
    const practice = atPick().says('1');
    expect(practice.session.seeds.map((part) => part.text)).toContain('the empty hall');
  });

  test('a number that is not there asks again', () => {
    const practice = atPick().says('7');
    expect(practice.shown).toContain('I have no moment with that number. Pick one of these.');
    expect(stageOf(practice)).toMatchObject({ at: 'finding', asks: 'pick' });
  });

  test('can be nothing: then another way in is offered', () => {
    const practice = atCue().says('pick');
    expect(stageOf(practice)).not.toMatchObject({ asks: 'heard' });
    expect(choicesOn(practice.card)).toContain('next');
  });

  test('comes by itself after the last cue', () => {
    const practice = atCue();
    for (const _ of practice.guide.finding.cues) practice.says('a few words');
    expect(stageOf(practice)).toMatchObject({ at: 'finding', asks: 'pick' });
    expect(practice.session.seeds).toHaveLength(practice.guide.finding.cues.length);
  });
});

test('the other ways in: kinds of example, two answers to judge, and last a challenge that was overcome', () => {
  const practice = atCue();
  const { finding, alternatives, preparation } = practice.guide;
  for (const _ of finding.cues) practice.says('next');
  expect(practice.shown).toContain('These kinds work well.');
  for (const { name } of alternatives) expect(practice.shown).toContain(`${name}:`);
  expect(practice.shown).toContain(preparation[0]);
  practice.says('next');
  expect(practice.shown).toContain(finding.pair.better);
  expect(practice.shown).toContain(finding.pair.other);
  practice.says('first');
  expect(practice.shown).toContain(`Most listeners take the second. ${finding.pair.because}`);
  practice.says('next');
  expect(practice.shown).toContain(finding.challenge);
  practice.says('next');
  expect(practice.shown).toContain(finding.cues[0]);
});

test('back leads from every one of them to the cues', () => {
  const practice = atCue();
  for (let times = 0; times < 8; times += 1) practice.says('next');
  expect(stageOf(practice)).toMatchObject({ asks: 'challenge' });
  for (let times = 0; times < 3; times += 1) practice.says('back');
  expect(stageOf(practice)).toMatchObject({ asks: 'cue' });
});

test('a line or two at a cue is the failure itself, and nothing of it is asked as if empty', () => {
  const practice = atCue().says(`${TOLD[0]} ${TOLD[1]}`);
  expect(stageOf(practice)).toMatchObject({ at: 'asking', step: 'context' });
  expect(quotesOn(practice.card)).toContain(TOLD[0]);
});

test('the line told for a jotted moment stands alone; another one leads back to what was jotted', () => {
  const practice = atCue().says('the invoice I never sent').says('pick').says('1');
  practice.presses('change');
  expect(stageOf(practice)).toMatchObject({ at: 'finding', asks: 'pick' });
  expect(practice.session.failure).toEqual([]);
  practice.says('1').says('I never sent the invoice, and the client went bankrupt before I noticed.');
  expect(practice.session.failure.map((part) => part.text)).toEqual([
    'I never sent the invoice, and the client went bankrupt before I noticed.',
  ]);
  expect(practice.session.seeds.map((part) => part.text)).toEqual(['the invoice I never sent']);
});

test('a short line at the challenge is the failure too', () => {
  const practice = atCue();
  for (let times = 0; times < 8; times += 1) practice.says('next');
  practice.says('We nearly missed the opening night.');
  expect(practice.session.failure.map((part) => part.text)).toEqual(['We nearly missed the opening night.']);
  expect(stageOf(practice)).toMatchObject({ at: 'asking' });
});

test.each(['skip', 'To the steps'])('%s goes straight to the steps', (typed) => {
  expect(stageOf(atCue().says(typed))).toMatchObject({ at: 'asking', step: 'context' });
});

test('story is for one who has one after all', () => {
  const practice = atCue().says('story');
  expect(stageOf(practice)).toEqual({ at: 'choosing' });
  expect(practice.session.door).toBe('story');
});

test('an example shows kinds that work, tips what makes a good choice, and the cue stands', () => {
  const practice = atCue().says('example');
  expect(practice.shown).toContain('Three kinds that work well:');
  practice.says('tips');
  expect(practice.shown).toContain('A good choice:');
  expect(stageOf(practice)).toEqual({ at: 'finding', asks: 'cue', cue: 0 });
});

test('no cue is longer than 35 words', () => {
  const practice = atCue();
  for (const _ of practice.guide.finding.cues) {
    expect(countWords(coachWords(practice.card))).toBeLessThanOrEqual(35);
    practice.says('next');
  }
});
