import type { Guide, Step } from '../guide/guide.ts';
import type { Span } from '../text/span.ts';
import type { ParsedText, Sentence } from './parsed-text.ts';
import { lookFor, type Sign } from './signals/catalog.ts';
import { anyOf } from './signals/matching.ts';

const ESSENTIAL = 2;
const OTHER = 1;
/** Words that try for a sign and stay general. */
const THIN = 0.5;
const HINT = 0.7;

const DAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const SOON = '(?:day|hour|morning|evening|afternoon|night|week|weekend|minute)';

/**
 * Turns of phrase that go with a sign without showing it, by the sign: too loose to judge an answer by, good enough
 * to tell where a sentence belongs.
 */
const HINTS: ReadonlyMap<string, RegExp> = new Map([
  [
    'setting',
    anyOf(
      '(?:i|we) (?:was|were|worked|had|ran|led|planned|taught|joined|looked after) (?:\\p{L}+ ){0,3}(?:in|at|for|with|of|as|the|a|an)',
      'for \\p{L}+ years|(?:every|each) (?:summer|winter|spring|autumn|year)|years? (?:ago|before)|my (?:desk|job|group|team|role)',
      '(?:i|we|it) (?:was|were) (?:\\p{L}+ ){0,2}\\p{L}+ing|(?:was|were) about to',
    ),
  ],
  [
    'own-part',
    anyOf(
      'without \\p{L}+ing|instead of|neither|nobody|by myself|from memory|alone',
      'i (?:let|decided|switched|took|gave|changed|skipped)',
    ),
  ],
  [
    'what-went-wrong',
    anyOf('too (?!with)\\p{L}+', 'wrong|nobody|nothing|never|empty|closed|fell|lost|shut|not'),
  ],
  [
    'consequence',
    anyOf('for (?:\\p{L}+ )?\\p{L}+ (?:days|weeks|hours|months)|because of it|all that time|in tears'),
  ],
  [
    'own-action',
    anyOf(
      `(?:same|that|next|following) ${SOON}|on (?:the )?${DAY}|the ${SOON} (?:after|she|he|they)`,
      'at once|immediately|right away|straight away|as soon as|within \\p{L}+ (?:minutes|hours)|in \\p{L}+ minutes',
      'before (?:the day|she|he|they|the start)|myself|one by one|face to face|then i|i also|by (?:noon|four|five|six)',
    ),
  ],
  [
    'told-someone',
    anyOf('apologi[sz]e|heard (?:it|the truth) from me|explained|(?:showed|told) (?:him|her|them)'),
  ],
  [
    'lesson',
    anyOf(
      "i(?:'d| had) (?!to |a |an |the |no )(?:\\p{L}+ )?\\p{L}+(?:ed|en|t|ught|old|ad|een)",
      'i (?:found out|know now)|is not the same as|the more|the point|the truth is|had to learn|should have|turned out',
      'what (?:stays|stayed|sticks|stuck|remains|remained) (?:with|in)|(?:took|makes?|made|helped) me (?:\\p{L}+ ){0,4}(?:see|think|wonder|understand|realise|realize)',
      'that is (?:exactly )?(?:what|why|where|how)|means?|(?:is|are) (?:not|never|only|always|also|exactly|just)',
    ),
  ],
  ['later-occasion', anyOf('(?:this|last) \\p{L}+|in the year since|since|that way')],
  [
    'changed-practice',
    anyOf(
      'now|today|these days|(?:every|each) \\p{L}+|any(?:one|body)',
      '(?:nothing|nobody|no \\p{L}+) (?:goes|leaves|starts|gets|is|comes|happens)|until (?:every|each|all|both)',
    ),
  ],
  ['result', anyOf('thanked|on time|noticed|came back|in \\p{L}+ months?')],
]);

/** At the front of a sentence as good as the sign itself, whatever slip stands later in it. */
const OPENERS: ReadonlyMap<string, RegExp> = new Map([
  [
    'changed-practice',
    /^(?:and )?(?:now|today|these days|nowadays|since then|from then on)(?!\p{L}|,? (?:i|we) (?:know|see|understand))/u,
  ],
]);

/** The signs of a slip. Told to somebody, or looked back on ("I had thought …"), it is not the slip that is told. */
const SLIP = new Set(['own-part', 'what-went-wrong']);
const SECOND_HAND = 0.4;
const LOOKED_BACK = /^(?:but |and )?i(?:'d| had) (?!to |a |an |the |no )\p{L}+/u;

/** Far more sentences than anyone tells a story in: past it only the signs in the text as told are looked at. */
const MANY_SENTENCES = 200;

/**
 * How hard each sentence is drawn to each step of the guide, by sentence and step: the signs of the step that it
 * shows, in the text as told and by itself, since some signs are only looked for after the slip and a story may
 * begin with its end.
 */
export function pullsOf(text: ParsedText, guide: Guide, signs: ReadonlyMap<string, Sign>): number[][] {
  const isStory = text.sentences.length <= MANY_SENTENCES;
  return text.sentences.map((sentence) => {
    const alone = isStory
      ? lookFor(signs.keys(), { text: text.text, sentences: [{ ...sentence, index: 0 }] })
      : signs;
    const slip = isSecondHand(sentence, alone) ? SECOND_HAND : 1;
    return guide.steps.map((step) => pull(sentence, step, slip, [signs, alone]));
  });
}

function pull(
  sentence: Sentence,
  step: Step,
  slip: number,
  signs: readonly ReadonlyMap<string, Sign>[],
): number {
  let sum = 0;
  for (const { signal, essential } of step.signals) {
    const worth = (essential ? ESSENTIAL : OTHER) * (SLIP.has(signal) ? slip : 1);
    const shown = signs.map((known) => known.get(signal));
    if (
      OPENERS.get(signal)?.test(sentence.folded) === true ||
      shown.some((sign) => sign?.found.some((span) => within(span, sentence)))
    )
      sum += worth;
    else if (shown.some((sign) => sign?.thin.some((span) => within(span, sentence)))) sum += worth * THIN;
    if (HINTS.get(signal)?.test(sentence.folded) === true) sum += HINT;
    else if (signal === HABIT && tellsHabit(sentence)) sum += HINT;
  }
  return sum;
}

/** "I ask", "we never send": what the teller does, in the present, is what they do since. */
const HABIT = 'changed-practice';
const THOUGHT = new Set(
  'know think see understand believe mean feel guess suppose hope want realise realize'.split(' '),
);
const SAME_IN_PAST = new Set('put set cut let shut reset spread split quit read cost hit'.split(' '));

function tellsHabit(sentence: Sentence): boolean {
  let mine = false;
  for (const token of sentence.tokens) {
    if (token.lower === 'i' || token.lower === 'we') mine = true;
    else if (token.pos === 'ADV') continue;
    else if (mine) {
      const isPresent = token.pos === 'VERB' && token.lemma === token.lower && !SAME_IN_PAST.has(token.lower);
      if (isPresent && !THOUGHT.has(token.lemma)) return true;
      mine = false;
    }
  }
  return false;
}

function isSecondHand(sentence: Sentence, alone: ReadonlyMap<string, Sign>): boolean {
  if (LOOKED_BACK.test(sentence.folded)) return true;
  const slip = alone.get('own-part')?.found.find((span) => within(span, sentence))?.start;
  const told = alone.get('told-someone')?.found.find((span) => within(span, sentence))?.start;
  return told !== undefined && slip !== undefined && told <= slip;
}

function within(span: Span, sentence: Sentence): boolean {
  return span.start >= sentence.span.start && span.start < sentence.span.end;
}
