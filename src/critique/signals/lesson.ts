import { clauseAround } from '../clauses.ts';
import { lessonMark, lessonSentences } from './lesson-place.ts';
import type { Signal } from './signal.ts';

/** A lesson is named as one. */
export const lesson: Signal = {
  name: 'lesson',
  explains: 'I look for a lesson named as one: I learned, it taught me, now I know.',
  weight: 80,
  effect: 'The lesson is said plainly.',
  find: (text) =>
    lessonSentences(text).map((sentence) => {
      const mark = lessonMark(sentence);
      return clauseAround(text, sentence, sentence.span.start + mark.start, sentence.span.start + mark.end);
    }),
};
