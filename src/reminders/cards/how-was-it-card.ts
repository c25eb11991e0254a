import { type Button, type Card, text } from '../../card/card.ts';
import { planCard } from './plan-cards.ts';
import { NEUTRAL } from './reminder-card.ts';

const THE_DAY = 'Yesterday was the day.';
const QUESTION = 'Was this question asked, which follow-ups came, and what landed?';
const A_LINE = 'A line is enough, or none.';

/** The day after the interview. */
export const HOW_WAS_IT = `${THE_DAY} ${QUESTION} ${A_LINE}`;

/** Beside a practice plain words are for its question: how else this one is answered. */
const BESIDE = text({
  typed: 'To tell me, type remind asked and a line. All else you type is for your practice.',
  pressed: 'To tell me more, say it with the command: asked, and a line.',
});

/** The day after the interview: one question. `isBeside`: a practice asks something where it comes. */
export function howWasItCard(seq: number, isBeside: boolean): Card {
  return { ...howCard(`${THE_DAY} ${QUESTION}`, buttonsOf(seq), isBeside), notice: NEUTRAL };
}

const LEADS: Readonly<Record<'yes' | 'no', string>> = {
  yes: 'So it was asked. Which follow-ups came, and what landed?',
  no: 'Then it is ready for the next one. What did they ask instead?',
};

/** The same question goes on: `was` is what they said of whether it was asked. */
export function howElseCard(was: 'yes' | 'no' | undefined, seq: number, isBeside: boolean): Card {
  if (was === undefined) return howCard(QUESTION, buttonsOf(seq), isBeside);
  const buttons = buttonsOf(seq).filter(({ action }) => action.startsWith('remind:asked-skip'));
  return howCard(LEADS[was], buttons, isBeside);
}

function howCard(question: string, buttons: readonly Button[], isBeside: boolean): Card {
  if (isBeside) return planCard([text(question), BESIDE], buttons);
  return { ...planCard([text(`${question} ${A_LINE}`)], buttons), asks: 'line' };
}

function buttonsOf(seq: number): Button[] {
  return [
    { action: `remind:asked-yes:${seq}`, word: 'remind asked yes', label: 'It was asked' },
    { action: `remind:asked-no:${seq}`, word: 'remind asked no', label: 'It was not' },
    { action: `remind:asked-skip:${seq}`, word: 'remind asked skip', label: 'Not now' },
  ];
}
