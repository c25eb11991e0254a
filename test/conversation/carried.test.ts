import { describe, expect, test } from 'vitest';
import { beginPractice, choicesOn, type Practice, quotesOn, TOLD, tells } from './practice.ts';

const [SETTING, SLIP, ACTION, LESSON, SINCE] = TOLD;
const STEPS = ['context', 'failure', 'immediate-actions', 'reflections', 'growth-evidence'];

const telling = (words: string) => tells(beginPractice().says('story').says('skip'), words);
const stepOf = ({ session }: Practice) =>
  session.stage.at === 'asking' ? session.stage.step : session.stage.at;
const answers = (practice: Practice) => STEPS.map((step) => practice.answer(step));

describe('a whole story told in the first message', () => {
  test('needs no retyping: each step shows its own sentence, and one press keeps it', () => {
    const practice = telling(TOLD.join(' '));
    TOLD.forEach((sentence, index) => {
      expect(stepOf(practice)).toBe(STEPS[index]);
      expect(practice.shown).toContain(`${index + 1} of 5`);
      expect(practice.shown).toContain('You have already told me:');
      expect(practice.shown).toContain('Keep it, add, or change?');
      expect(quotesOn(practice.card).at(-1)).toBe(sentence);
      practice.presses('next');
    });
    expect(stepOf(practice)).toBe('reviewing');
    expect(answers(practice)).toEqual(TOLD);
  });

  test('told the other way round, each sentence still goes to its own step', () => {
    const practice = telling([...TOLD].reverse().join(' '));
    expect(answers(practice)).toEqual(TOLD);
  });

  test('told as it came, in paragraphs, keeps every word', () => {
    const practice = telling(TOLD.join('\n\n'));
    expect(answers(practice)).toEqual(TOLD);
  });

  test('"Keep all of it" is one press to the draft', () => {
    const practice = telling(TOLD.join(' '));
    expect(practice.card.buttons.find(({ action }) => action === 'go')?.label).toBe('Keep all of it');
    practice.presses('go');
    expect(practice.session.stage).toEqual({ at: 'reviewing' });
    expect(practice.shown).toContain(TOLD.join('\n\n'));
  });

  test('"keep all of it" can be typed as it stands on the button', () => {
    expect(telling(TOLD.join(' ')).says('Keep all of it').session.stage).toEqual({ at: 'reviewing' });
  });
});

describe('words that were told earlier', () => {
  test('are added to: what was told stays, and the new words stand after it', () => {
    const practice = tells(telling(`${SETTING} ${SLIP}`).presses('next'), 'The band had to be sent home.');
    expect(practice.answer('failure')).toBe(`${SLIP}\nThe band had to be sent home.`);
    expect(stepOf(practice)).toBe('immediate-actions');
  });

  test('give way to the same told again, in more words', () => {
    const again = `${SLIP} The stage was gone, and the band had to be sent home.`;
    const practice = tells(telling(`${SETTING} ${SLIP}`).presses('next'), again);
    expect(practice.answer('failure')).toBe(again);
    expect(practice.session.failure.map((part) => part.text)).toEqual([`${SETTING} ${SLIP}`]);
  });

  test('are changed: the step is asked anew, and what stood there is kept among what was replaced', () => {
    const practice = telling(`${SETTING} ${SLIP}`).presses('next').presses('change');
    expect(practice.shown).toContain('Write it anew, or keep it.');
    tells(practice, 'I trusted a promise and signed nothing.');
    expect(practice.answer('failure')).toBe('I trusted a promise and signed nothing.');
    expect(practice.session.replaced.flatMap(({ parts }) => parts.map((part) => part.text))).toEqual([SLIP]);
  });

  test('are asked only where something was told: the other steps are open questions', () => {
    const practice = telling(`${SETTING} ${SLIP}`);
    practice.presses('next').presses('next');
    expect(stepOf(practice)).toBe('immediate-actions');
    expect(practice.shown).not.toContain('already told me');
    expect(practice.shown).toContain('Strong:');
  });

  test('a lesson told first waits for its step', () => {
    const practice = telling(LESSON);
    expect(stepOf(practice)).toBe('context');
    tells(tells(tells(practice, SETTING), SLIP), ACTION);
    expect(stepOf(practice)).toBe('reflections');
    expect(quotesOn(practice.card)).toContain(LESSON);
    expect(choicesOn(practice.card)[0]).toBe('keep');
  });

  test('follow an edit of the message they came in', () => {
    const practice = beginPractice().says('story').says('skip');
    practice.says(`${SETTING} ${SLIP}`, { id: 'told' });
    practice.happens({
      type: 'edited',
      partId: 'told',
      text: `${SETTING.replace('summer', 'winter')} ${SLIP}`,
    });
    expect(practice.answer('context')).toBe(SETTING.replace('summer', 'winter'));
  });
});

describe('a piped practice', () => {
  test('spends one message on a step with something carried over, and no step is asked twice', () => {
    const practice = beginPractice().says('story').says('skip').says(`${SETTING} ${SLIP}`);
    const cards = practice.cards.length;
    for (const line of ['keep', 'keep', ACTION, LESSON, SINCE]) practice.says(line);
    expect(practice.session.stage).toEqual({ at: 'reviewing' });
    expect(practice.cards).toHaveLength(cards + 5);
    expect(answers(practice)).toEqual(TOLD);
  });
});
