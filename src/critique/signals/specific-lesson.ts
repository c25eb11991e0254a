import { withoutEnd } from '../clauses.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';
import { particularWords } from './general-words.ts';
import { lessonPhrase, lessonSentences, lessonTokens } from './lesson-place.ts';
import type { Signal } from './signal.ts';

/** A lesson with its own condition ("before I …", "until it is …") needs fewer words of its own. */
const CONDITION =
  /(?<!\p{L})(?:before|until|unless|whenever|every time|in writing|as soon as|instead of|rather than|is not|isn'?t|only when)(?!\p{L})/u;

/** What anyone would advise. With it a lesson needs more words of its own. */
const ADVICE =
  /(?<!\p{L})(?:careful|communicat\p{L}+|organi[sz]ed|proactive|time management|plan better|plan ahead|double[ -]check|important to|be patient|ask for help|listen)(?!\p{L})/u;

/** A lesson of this length states something, rather than wish for better. */
const STATEMENT_TOKENS = 8;

/** What one had believed, and what is so: nobody else's story ends on it. */
const BELIEVED =
  /(?<!\p{L})i (?:had |always |simply |just )*(?:thought|believed|assumed|expected) (?:that )?(?:\S+ ){2,30}?(?:in fact|in truth|actually|in reality|but)(?!\p{L})/u;

function isSpecific(text: ParsedText, sentence: Sentence): boolean {
  if (BELIEVED.test(sentence.folded) && !ADVICE.test(sentence.folded)) return true;
  const own = particularWords(lessonTokens(sentence)).size;
  if (own >= 3) return true;
  if (own < 2 || ADVICE.test(sentence.folded)) return false;
  if (CONDITION.test(sentence.folded)) return true;
  const phrase = lessonPhrase(text, sentence);
  const said = sentence.tokens.filter((token) => token.start >= phrase.start && token.end <= phrase.end);
  return said.length >= STATEMENT_TOKENS && particularWords(said).size >= 2;
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
      .filter((one) => isSpecific(text, one))
      .map((sentence) => withoutEnd(sentence.span)),
  thin: (text) =>
    lessonSentences(text)
      .filter((sentence) => !isSpecific(text, sentence))
      .map((sentence) => lessonPhrase(text, sentence)),
};
