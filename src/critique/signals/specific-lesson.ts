import { withoutEnd } from '../clauses.ts';
import type { Sentence } from '../parsed-text.ts';
import { particularWords } from './general-words.ts';
import { lessonPhrase, lessonSentences, lessonTokens } from './lesson-place.ts';
import type { Signal } from './signal.ts';

/** A lesson with its own condition ("before I …", "until it is …") needs fewer words of its own. */
const CONDITION =
  /(?<!\p{L})(?:before|until|unless|whenever|every time|in writing|as soon as|instead of|rather than|is not|isn't|only when)(?!\p{L})/u;

function isSpecific(sentence: Sentence): boolean {
  const own = particularWords(lessonTokens(sentence)).size;
  return own >= 3 || (own >= 2 && CONDITION.test(sentence.folded));
}

/** The lesson could only end this story. */
export const specificLesson: Signal = {
  name: 'specific-lesson',
  explains:
    'I look for a lesson that belongs to this story: more than being more careful or communicating better.',
  weight: 84,
  effect: 'The lesson belongs to this story and to no other.',
  find: (text) =>
    lessonSentences(text)
      .filter(isSpecific)
      .map((sentence) => withoutEnd(sentence.span)),
  thin: (text) =>
    lessonSentences(text)
      .filter((sentence) => !isSpecific(sentence))
      .map((sentence) => lessonPhrase(text, sentence)),
};
