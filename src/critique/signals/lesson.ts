import { clauseAround } from '../clauses.ts';
import { LESSON, lessonSentences } from './lesson-place.ts';
import type { Signal } from './signal.ts';

/** A lesson is named as one. */
export const lesson: Signal = {
  name: 'lesson',
  explains: 'I look for a lesson named as one: I learned, it taught me, now I know.',
  weight: 80,
  effect: 'The lesson is said in so many words.',
  find: (text) =>
    lessonSentences(text).map((sentence) => {
      const match = LESSON.exec(sentence.folded);
      const start = sentence.span.start + (match?.index ?? 0);
      return clauseAround(text, sentence, start, start + (match?.[0].length ?? 1));
    }),
};
