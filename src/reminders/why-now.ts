import { countWords } from '../text/words.ts';

/** What a reminder is opened with. Nothing in it is the person's own words. */
export interface WhyNowInput {
  readonly kind: 'rhythm' | 'adaptive' | 'moment' | 'interview' | 'snoozed';
  /** Of an interview's plan: which step of the way. */
  readonly what?: 'draft' | 'revision' | 'rehearsal';
  /** Days from today to the interview. */
  readonly daysToInterview?: number;
  /** The step to work on next, as the last critique sees it: its id and its name in the guide. */
  readonly step?: { readonly id: string; readonly name: string };
  /** The story is one of distress: nothing of it is touched. */
  readonly sheltered: boolean;
  /** There is an answer to work on. */
  readonly hasPractice: boolean;
}

export interface WhyNow {
  /** At most 35 words, and how long it takes; for a story of distress no length. */
  readonly line: string;
  /** The one step it offers as a short practice. */
  readonly offers?: { readonly stepId: string; readonly minutes: number };
}

/** It names no minutes, since it asks for nothing. */
const SHELTERED = 'A little time is yours now, if it suits you. Any story will do, and it can wait.';

interface StepWords {
  /** What would help, without its minutes and its full stop. */
  readonly offer: string;
  /** As in "one more pass over the lesson". */
  readonly part: string;
  readonly minutes: number;
}

const STEP_MINUTES = 5;
const DRAFT_MINUTES = 12;
const RUN_MINUTES = 3;
/** A guide's name for a step that is longer than this makes no short line. */
const LONGEST_NAME_WORDS = 6;

/** The steps of the guides we know. It says what a sentence would add, never what was missing. */
const OF_STEP: ReadonlyMap<string, StepWords> = new Map(
  Object.entries({
    context: {
      offer: 'One sentence of setting would let a listener see the place',
      part: 'the setting',
      minutes: 3,
    },
    failure: {
      offer: 'One plain sentence about your own part would make it easy to trust',
      part: 'the failure itself',
      minutes: STEP_MINUTES,
    },
    'immediate-actions': {
      offer: 'One thing you did first would show how you meet a setback',
      part: 'what you did first',
      minutes: STEP_MINUTES,
    },
    reflections: {
      offer: 'A lesson that fits only this story is the part people remember',
      part: 'the lesson',
      minutes: STEP_MINUTES,
    },
    'growth-evidence': {
      offer: 'One example from since then would finish your answer',
      part: 'what came since then',
      minutes: STEP_MINUTES,
    },
  }),
);

/**
 * Why now, in kind words, and the one step that it offers. Pure: the same input gives the same line. Where the story is
 * one of distress the line is neutral, and no step is offered; for a first draft or a rehearsal the whole answer is meant.
 */
export function whyNow(input: WhyNowInput): WhyNow {
  const { kind, what, step, hasPractice } = input;
  if (input.sheltered) return { line: SHELTERED };
  const why = reason(input);
  if (kind === 'interview' && what === 'rehearsal')
    return { line: `${why} Say your answer aloud once, and then rest: ${minutes(RUN_MINUTES)}.` };
  if (!hasPractice || (kind === 'interview' && what === 'draft'))
    return {
      line: `${why} A first draft takes about ${minutes(DRAFT_MINUTES)}, and you can stop after any part.`,
    };
  if (step === undefined)
    return { line: `${why} One calm pass over your answer is enough: ${minutes(STEP_MINUTES)}.` };
  const words = OF_STEP.get(step.id) ?? wordsFor(step.name);
  const offer = kind === 'interview' ? `One more pass over ${words.part}` : words.offer;
  return {
    line: `${why} ${offer}: ${minutes(words.minutes)}.`,
    offers: { stepId: step.id, minutes: words.minutes },
  };
}

function reason({ kind, daysToInterview }: WhyNowInput): string {
  switch (kind) {
    case 'rhythm':
      return 'This is your time to practise.';
    case 'adaptive':
      return 'Today is a good day to come back to it.';
    case 'moment':
      return 'You asked for this reminder.';
    case 'snoozed':
      return 'Here it is again, as you asked.';
    case 'interview':
      return interviewIn(daysToInterview);
  }
}

function interviewIn(days: number | undefined): string {
  if (days === undefined || days < 0) return 'Your interview is coming nearer.';
  if (days === 0) return 'Your interview is today.';
  return days === 1 ? 'Your interview is tomorrow.' : `Your interview is in ${days} days.`;
}

/** A step that only its guide knows. */
function wordsFor(name: string): StepWords {
  const part = countWords(name) > LONGEST_NAME_WORDS ? 'the next step' : `the step ${name}`;
  return { offer: `A closer look at ${part} would help your answer most`, part, minutes: STEP_MINUTES };
}

function minutes(count: number): string {
  return `${count} minutes`;
}
