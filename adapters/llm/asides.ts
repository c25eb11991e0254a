import { type Span, spanOf } from '../../src/text/span.ts';

/**
 * Sentences that may be meant for whoever judges the answer: they ask for something, or speak of marks, readers and
 * the answer itself. The net is wide, one honest answer in ten is caught in it ("my boyfriend says I judge too fast"),
 * and so little follows: no score rises on the words of one, and a model says no word that only they brought in.
 * An order that `orders.ts` does not know is mostly one of them.
 */
export function asidesIn(text: string): Span[] {
  const found: Span[] = [];
  let goesOn = false;
  for (const match of text.matchAll(SENTENCE)) {
    const [sentence] = match;
    const isOne: boolean = goesOn || isAside(sentence);
    // One that stops in the middle, at the end of a step say, goes on in the next.
    goesOn = isOne && !/[.!?…]["'”’)\]]*\s*$/u.test(sentence) && sentence.trim() !== '';
    const span = isOne ? spanOf(text, match.index, match.index + sentence.length) : undefined;
    if (span !== undefined) found.push(span);
  }
  return found;
}

/** Long stretches are cut behind a word. */
const SENTENCE = /[^\n.!?]{1,600}(?:[.!?]+|\n|$|(?=[^\n.!?]))/gu;

function isAside(sentence: string): boolean {
  return (
    TO_SOMEBODY.test(sentence) ||
    OF_THE_ANSWER.test(sentence) ||
    (OF_MARKS.test(sentence) && !PAST.test(sentence))
  );
}

/** It asks for something. */
const TO_SOMEBODY = new RegExp(
  `\\b(?:${[
    'please|kindly|dear|thank you (?:so much|in advance)|thanks in advance',
    'if you (?:could|can|would|want)|you (?:must|should|shall|will|know it)|i (?:ask|beg|want|need|urge|trust|expect) (?:that )?you',
    'your (?:provider|rules|system|developers?|makers?|next question)',
  ].join('|')})\\b`,
  'iu',
);
/** It speaks of the answer, its parts and whoever hears it. */
const OF_THE_ANSWER = new RegExp(
  `\\b(?:${[
    '(?:this|the above|the following|every|each) (?:answer|text|response|submission|sample|example|story)',
    '(?:whoever|anyone who|anybody who|everyone who|everybody who|the (?:one|person|people) who)\\b.{0,20}\\b(?:reads?|hears?|listens?|reviews?|marks?)',
    '(?:last|each|every|all) (?:steps?|parts?|sections?|headings?)',
  ].join('|')})\\b|https?:|\\]\\(`,
  'iu',
);
/** It speaks of marks and of those who give them. In the past that is a story ("at the end I had the best mark"). */
const OF_MARKS = new RegExp(
  `\\b(?:${[
    'marks?|marking|points|scor(?:e|es|ed|ing)|rat(?:e|es|ed|ing|ings)|grad(?:e|es|ed|ing)|stars?|bands?|distinction|verdict|labels?',
    'generous|lenient|flawless|excellen(?:t|ce)|perfect(?:ly)?|perfection|outstanding|highest|maximum|top|best|ten out of ten|prais(?:e|es|ing)|award(?:s|ed|ing)?',
    'assess(?:es|ed|ing|ment|or|ors)?|evaluat(?:e|es|ed|ing|ion|or|ors)|judg(?:e|es|ed|ing|ement|ment)|review(?:er|ers)|examiners?|graders?|jury|candidates?|applicants?|interviewers?|readers?|listeners?|recruiters?',
    'instructions?|prompts?|assistant|bot|ai|congratulations|calibration|benchmark|policy',
  ].join('|')})\\b`,
  'iu',
);
/** Verbs whose past looks like nothing else. */
const PAST = new RegExp(
  `\\b(?:${[
    "was|were|wasn't|weren't|had|hadn't|did|didn't|went|came|got|took|made|said|told|gave|found|left|lost|kept|knew|thought|felt|saw|ran|fell|sent|spent|paid|met|began|broke|brought|bought|built|caught|chose|drove|grew|heard|held|led|meant|rose|sat|sold|spoke|stood|stuck|taught|threw|understood|woke|won|wrote",
    '(?:ask|call|chang|check|decid|fail|finish|happen|help|learn|look|miss|mov|need|pass|plann|promot|receiv|return|show|start|stopp|tri|turn|us|want|work)ed',
  ].join('|')})\\b`,
  'iu',
);
