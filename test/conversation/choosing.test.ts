import { describe, expect, test } from 'vitest';
import { beginPractice, choicesOn, type Practice, quotesOn, STORY, tells } from './practice.ts';

const SMALL = 'I arrived five minutes late to a meeting once.';
const BIGGER = 'I sent the wrong price list to our largest client.';

const asked = (role = 'skip') => beginPractice().says('story').says(role);
const doubtOf = ({ session }: Practice) =>
  session.stage.at === 'choosing' ? session.stage.doubt?.kind : undefined;

describe('the failure in a line or two', () => {
  test('is reflected in the words of the person before anything else is asked', () => {
    const practice = tells(asked(), BIGGER);
    expect(quotesOn(practice.card)[0]).toBe('I sent the wrong price list to our largest client');
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  });

  test('a sound one is not doubted', () => {
    const practice = tells(asked('event manager'), STORY.failure);
    expect(practice.session.doubted).toBeUndefined();
    expect(practice.shown).not.toContain('keep it');
  });

  test('older is fine: said once, where the words do not say when it was', () => {
    expect(tells(asked(), BIGGER).shown).toContain('An older story is fine');
    const dated = tells(asked(), `Two years ago ${BIGGER.replace('I', 'I')}`);
    expect(dated.shown).not.toContain('An older story is fine');
  });
});

describe('a doubt', () => {
  test('is one question, with their words first and "keep it" as what Enter does', () => {
    const practice = tells(asked(), SMALL);
    expect(doubtOf(practice)).toBe('trivial');
    expect(quotesOn(practice.card)).toEqual(['I arrived five minutes late to a meeting once']);
    expect(practice.shown).toContain('An interviewer may want a bigger one. Who else felt it?');
    expect(practice.shown).toContain('You can also just keep it and go on.');
    expect(practice.card.buttons[0]).toMatchObject({ word: 'keep', style: 'primary' });
    expect(choicesOn(practice.card)).toEqual(['keep', 'change', 'tips', 'more']);
  });

  test('is over with keep, and the same story is not doubted again', () => {
    const practice = tells(asked(), SMALL).says('keep');
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
    expect(practice.session.failure.map((part) => part.text)).toEqual([SMALL]);
    practice.says('back');
    tells(practice, 'It was the weekly meeting.');
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  });

  test('answered in words adds them to the story and goes on', () => {
    const practice = tells(tells(asked(), SMALL), 'My whole team waited for the keys.');
    expect(practice.session.failure.map((part) => part.text)).toEqual([
      SMALL,
      'My whole team waited for the keys.',
    ]);
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  });

  test('another one keeps the first as a note and asks anew', () => {
    const practice = tells(asked(), SMALL).presses('change');
    expect(practice.shown).toContain('Another one, then. The first is kept as a note.');
    expect(practice.session.notes.map((part) => part.text)).toEqual([SMALL]);
    tells(practice, BIGGER);
    expect(practice.session.failure.map((part) => part.text)).toEqual([BIGGER]);
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  });

  test('tips leave it standing', () => {
    const practice = tells(asked(), SMALL).says('tips');
    expect(practice.shown).toContain('A good choice:');
    expect(doubtOf(practice)).toBe('trivial');
    expect(choicesOn(practice.card)[0]).toBe('keep');
  });

  test('is one, although more could be raised: a story too small, for a role nobody knows', () => {
    const practice = tells(asked('falconer'), SMALL);
    expect(doubtOf(practice)).toBe('trivial');
    practice.says('keep');
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  });

  test('about the core of the role names what that role needs', () => {
    const practice = tells(asked('nurse'), 'I gave the wrong dose twice this year.');
    expect(doubtOf(practice)).toBe('core');
    expect(practice.shown).toMatch(/Much in this job depends on (?!\{)/);
    expect(practice.shown).not.toMatch(/[{}]/);
  });
});

describe('a role we do not know', () => {
  const atCore = () => tells(asked('falconer'), 'I ordered the feed for the wrong day.');

  test('is said to be unknown, after the story was heard, and its one core skill is asked', () => {
    const practice = atCore();
    expect(quotesOn(practice.card)[0]).toContain('I ordered the feed for the wrong day');
    expect(practice.shown).toContain('I do not know this role well. What is the one thing it needs most?');
  });

  test('the answer is kept with the role, and is no part of the story', () => {
    const practice = atCore().says('Calm hands.');
    expect(practice.session.purpose).toMatchObject({ name: 'falconer', core: { text: 'Calm hands.' } });
    expect(practice.session.failure).toHaveLength(1);
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  });

  test.each(['keep', 'skip'])('%s goes on without an answer', (typed) => {
    const practice = atCore().says(typed);
    expect(practice.session.purpose).not.toHaveProperty('core');
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  });
});

describe('a message that is whole (piped, or a form)', () => {
  test('never stops for a doubt: it stands as a line beside the first question', () => {
    const practice = asked().says(SMALL);
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
    expect(practice.shown).toContain('An interviewer may want a bigger one. Who else felt it?');
    expect(practice.shown).toContain('1 of 5: Context');
    expect(practice.effects.filter((effect) => effect.type === 'say')).toHaveLength(1);
  });

  test('nor for a role we do not know', () => {
    const practice = asked('falconer').says('I ordered the feed for the wrong day.');
    expect(practice.session.stage).toMatchObject({ at: 'asking', step: 'context' });
  });
});

test('a story in another language is answered at once with what the coach can read, and kept', () => {
  const german =
    'Ich habe dem Kunden einen Termin versprochen, ohne vorher mit den Kollegen zu sprechen, und er platzte.';
  const practice = tells(asked(), german);
  expect(practice.shown).toContain('I can only read English so far');
  expect(practice.session.failure.map(({ text }) => text)).toEqual([german]);
  expect(practice.session.stage).toMatchObject({ at: 'asking' });
});
