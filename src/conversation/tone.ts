import type { Session, Tone } from './session.ts';

/** What is said differently in each tone: the findings, the questions and the facts are the same in all of them. */
export interface ToneLines {
  /** After two rounds of writing. */
  readonly sayIt: string;
  /** At the end. */
  readonly goodbye: string;
  /** Before the first question, once the story is told. */
  readonly stepByStep: string;
}

const LINES: Readonly<Record<Tone, ToneLines>> = {
  gentle: {
    sayIt: 'This is enough on paper. Stop writing, say it aloud.',
    goodbye: 'Done for today, and that was real work. All of it is kept.',
    stepByStep: 'Let us take that step by step.',
  },
  plain: {
    sayIt: 'Stop writing, say it aloud.',
    goodbye: 'Done for today. All of it is kept.',
    stepByStep: 'Step by step, then.',
  },
  direct: {
    sayIt: 'Stop writing. Say it aloud.',
    goodbye: 'Done. All of it is kept.',
    stepByStep: 'Step by step.',
  },
};

/** How the coach speaks to this person. */
export function toneOf({ manner }: Pick<Session, 'manner'>): ToneLines {
  return LINES[manner.tone];
}
