import type { Twist } from '../mock.ts';

/** How a session differs from the others of its series. */
interface TwistWords {
  readonly name: string;
  /** For the invitation. */
  readonly sentence: string;
  /** What the interviewer does differently; nothing where they do not. */
  readonly interviewer?: string;
  /** What the candidate does differently. */
  readonly candidate?: string;
}

const WORDS: Readonly<Record<Twist, TwistWords>> = {
  'first-telling': {
    name: 'A first telling',
    sentence: 'You tell one story once, whole, and see how it comes across.',
  },
  'another-failure': {
    name: 'Another kind of story',
    sentence: 'You choose a story of another kind than last time.',
    candidate: 'Choose another kind of story than last time: another job, another sort of slip.',
  },
  'follow-ups': {
    name: 'Only follow-ups',
    sentence: 'You tell the story in three sentences. All the rest is follow-up questions.',
    interviewer:
      'Today it is all follow-ups. Let the story take three sentences, then ask, one question at a time.',
    candidate: 'Three sentences are all of it today. What is left out will be asked.',
  },
  'sixty-seconds': {
    name: 'Sixty seconds',
    sentence: 'You tell it in sixty seconds, and the interviewer is hard to convince, kindly.',
    interviewer:
      'Today you are hard to convince, and kind about it. Doubt the story, never the person: "How do you know?", "What else could it be?"',
    candidate: 'Your interviewer will be hard to convince today. It is a part they play.',
  },
};

/** What it is called. */
export function twistName(twist: Twist): string {
  return WORDS[twist].name;
}

/** What it asks for, as one sentence or two. */
export function twistSentence(twist: Twist): string {
  return WORDS[twist].sentence;
}

/** What the twist changes for who asks. */
export function twistForInterviewer(twist: Twist): string[] {
  const words = WORDS[twist].interviewer;
  return words === undefined ? [] : [words];
}

/** What the twist changes for who answers. */
export function twistForCandidate(twist: Twist): string[] {
  const words = WORDS[twist].candidate;
  return words === undefined ? [] : [words];
}
