import type { Span } from '../../text/span.ts';
import type { Sentence } from '../parsed-text.ts';
import { particularWords } from './general-words.ts';
import { anyOf, clausesWith, sentenceAt } from './matching.ts';
import { remembered } from './remembered.ts';
import type { Signal } from './signal.ts';
import { afterSlip } from './slip-place.ts';

const PATTERN = anyOf(
  '(?:i|we) (?:now|always|still|no longer) \\p{L}+|(?:now|today),? (?:before|after|when|whenever|if|every|each|all|both|our|the|my|no|nobody|nothing|everybody|everyone|only|one|two|three|a|an|any|it|they|on|at|in|i|we|there (?:is|are))(?! (?:know|see|understand|realise|realize|think|believe))|(?:i|we) (?:\\p{L}+ ){0,8}now',
  'these days|nowadays|today,? (?:i|we)|from then on|ever since|since then',
  "(?:i|we)(?:'ve| have) (?:since |now |also |always |never )?(?:(?!learned|learnt|realised|realized|worked|been)\\p{L}+ed|made|built|begun|kept|written|run|put|set|had|been|got|gone|taken)",
  '(?:i|we) (?:\\p{L}+ly |also |then )?(?:changed|introduced|started|stopped|make sure|made sure|set up|built|began|switched|created|added|wrote|insist|insisted|block|schedule|ask for)',
  'checklists?|a (?:new )?(?:rule|habit|routine|template|process) |(?:every|each) (?:project|day|week|month|time|morning|evening|night|afternoon|friday|monday|tuesday|wednesday|thursday|booking|contract|release|shift|order|meeting|event|handover|client)|before (?:every|each|any) ',
  '(?:last|this) (?:month|week|year|spring|summer|autumn|fall|winter),? (?:i|we) \\p{L}+|(?:next|new) (?:\\p{L}+ ){1,2},?(?:i|we) \\p{L}+',
);

/** "I am much better now": a change of the person, not of what is done. */
const ONLY_BETTER =
  /(?<!\p{L})(?:i|we)(?:'m|'ve been| am| have been| have become|'ve become| became| feel| have)(?: \p{L}+){0,2} (?:more|less|better|\p{L}+er|good|careful|organi[sz]ed|improved|changed|grown|thoughtful|reliable)(?!\p{L})/u;

/** What is still felt today is no new practice. */
const FEELING = /(?<!\p{L})(?:feel|felt|regret|ashamed|haunts|forgive)(?!\p{L})/u;

const sorted = remembered((text): { done: Span[]; said: Span[] } => {
  const after = afterSlip(text);
  const done: Span[] = [];
  const said: Span[] = [];
  for (const clause of clausesWith(text, PATTERN, { where: after, unless: FEELING })) {
    const sentence = sentenceAt(text, clause);
    if (sentence === undefined) continue;
    const own = particularWords(inside(sentence, clause)).size;
    const onlyBetter = ONLY_BETTER.test(sentence.folded.slice(clause.start - sentence.span.start));
    (own >= 2 || (own === 1 && !onlyBetter) ? done : said).push(clause);
  }
  return { done, said };
});

function inside(sentence: Sentence, clause: Span) {
  // The deed may stand in the clause after the comma ("Now, before I count on a room, I ask for …").
  return sentence.tokens.filter((token) => token.start >= clause.start);
}

/** What is done differently now, as a deed one could watch. */
export const changedPractice: Signal = {
  name: 'changed-practice',
  explains: 'I look for what you do differently now, as a deed one could watch.',
  weight: 70,
  effect: 'A new habit one could watch: that is what change looks like.',
  find: (text) => sorted(text).done,
  thin: (text) => sorted(text).said,
};
