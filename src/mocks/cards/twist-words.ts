import type { Twist } from '../mock.ts';

/** How a session differs from the others of its series. */
interface TwistWords {
  readonly name: string;
  /** For the invitation. */
  readonly sentence: string;
  readonly answerSeconds: number;
}

const WORDS: Readonly<Record<Twist, TwistWords>> = {
  'first-telling': {
    name: 'A first telling',
    sentence: 'You tell one story once, from beginning to end.',
    answerSeconds: 120,
  },
  'another-failure': {
    name: 'Another kind of story',
    sentence: 'Choose a story of another kind than last time.',
    answerSeconds: 120,
  },
  'follow-ups': {
    name: 'Only follow-ups',
    sentence: 'You tell the story in three sentences; all the rest is follow-up questions.',
    answerSeconds: 120,
  },
  'sixty-seconds': {
    name: 'Sixty seconds',
    sentence: 'You tell it in sixty seconds, and the interviewer plays somebody who is hard to convince.',
    answerSeconds: 60,
  },
};

/** What it is called. */
export function twistName(twist: Twist): string {
  return WORDS[twist].name;
}

/** What it asks for, as one sentence. */
export function twistSentence(twist: Twist): string {
  return WORDS[twist].sentence;
}

/** How long the answer may take. */
export function answerSeconds(twist: Twist): number {
  return WORDS[twist].answerSeconds;
}
