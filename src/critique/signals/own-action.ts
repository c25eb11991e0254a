import type { Span } from '../../text/span.ts';
import { clauseAround } from '../clauses.ts';
import type { ParsedText, Sentence, Token } from '../parsed-text.ts';
import { EVENT, HARM } from './event-words.ts';
import { laterOccasion } from './later-occasion.ts';
import { LESSON } from './lesson-place.ts';
import { anyOf, clausesWith, sentencesOf } from './matching.ts';
import { remembered } from './remembered.ts';
import type { Signal } from './signal.ts';
import { afterSlip, fromSlip } from './slip-place.ts';
import { toldSomeone } from './told-someone.ts';

/** Verbs that tell a state or a thought, not a deed. */
const NO_DEED = new Set(
  (
    'be have think feel know learn realize realise believe hope want wish need like love hate regret understand see hear ' +
    'guess assume forget miss fail underestimate overestimate overlook ignore neglect struggle lose panic worry fear cry seem ' +
    'remember expect notice mean become can could would should may might must do blame suppose intend'
  ).split(' '),
);

/** Past forms that look like the present: after "I" in a told story they are deeds. */
const SAME_IN_PAST = new Set([
  'put',
  'set',
  'cut',
  'let',
  'shut',
  'reset',
  'rebuilt',
  'sat',
  'spread',
  'split',
  'quit',
]);

/** What is done now is a habit, not the repair. */
const PRESENT = /(?<!\p{L})(?:now|since then|these days|every time|always)(?!\p{L})/u;

/** Where a new subject may begin: what follows is no longer the person's own deed. */
const OTHER_SUBJECT = new Set(['he', 'she', 'it', 'they', 'you']);
const RELATIVE = new Set(['which', 'who', 'because', 'what', 'if', 'when', 'while']);
const BEGINS_CLAUSE = /^(?:and|but|so|that|,|;)$/u;

function isDeed(verb: Token): boolean {
  if (verb.pos !== 'VERB' || NO_DEED.has(verb.lemma)) return false;
  return verb.lemma !== verb.lower || SAME_IN_PAST.has(verb.lower);
}

/** First-person deeds in the past: "I rang", "we then rebuilt", "I saw it and turned back". */
function deeds(text: ParsedText, sentence: Sentence): Span[] {
  const found: Span[] = [];
  let mine = false;
  let before: Token | undefined;
  for (const token of sentence.tokens) {
    if (found.length === 2) break;
    if (token.lower === 'i' || token.lower === 'we') mine = true;
    else if (RELATIVE.has(token.lower)) mine = false;
    // "I noticed it, rang …" goes on; "I rang, and they …" does not.
    else if (OTHER_SUBJECT.has(token.lower))
      mine &&= before !== undefined && !BEGINS_CLAUSE.test(before.lower);
    else if (mine && isDeed(token) && before !== undefined && STARTS_DEED.test(before.lower)) {
      const clause = clauseAround(text, sentence, token.start, token.end);
      if (found.at(-1)?.start !== clause.start) found.push(clause);
    }
    // "I immediately rang", "and then rang": an adverb stands between, and says nothing else.
    if (token.pos !== 'ADV' || token.lower === 'never') before = token;
  }
  return found;
}

/** "The first thing I did was (to) call …": said in so many words. */
const FIRST_THING = anyOf(
  'the (?:very )?first thing (?:that )?(?:i|we) did|what (?:i|we) did (?:first|next|then)|(?:i|we) did \\p{L}+ things?',
);

/** Where the harm is told first, and where that sentence begins. */
interface Harm {
  readonly from: number;
  readonly start: number;
}

/** "We launched it on a Friday and nobody could pay": what comes before the harm in its sentence still led to it. */
function firstHarm(text: ParsedText): Harm | undefined {
  const sentence = text.sentences
    .filter(fromSlip(text))
    .find((one) => EVENT.test(one.folded) || HARM.test(one.folded));
  if (sentence === undefined) return undefined;
  const at = [EVENT, HARM].flatMap((pattern) => pattern.exec(sentence.folded)?.index ?? []);
  return { from: sentence.span.start, start: sentence.span.start + Math.min(...at) };
}

function overlaps(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && span.end > other.start);
}

/** What a first-person deed follows directly: its subject, or the word that joins it to the deed before. */
const STARTS_DEED = /^(?:i|we|both|and|then|,|had)$/u;

/** What the person did about it, in the first person. */
export const ownAction: Signal = {
  name: 'own-action',
  explains: 'I look for what you did about it, in the past and with "I": I rang, I rebuilt, I stayed.',
  weight: 62,
  effect: 'It shows you acting: a listener sees what you do on a bad day.',
  find: remembered((text: ParsedText) => {
    const after = afterSlip(text);
    const later = sentencesOf(text, laterOccasion.find(text));
    const counts = (one: Sentence): boolean =>
      after(one) && !later.includes(one) && !PRESENT.test(one.folded) && !LESSON.test(one.folded);
    const told = toldSomeone.find(text);
    const harm = firstHarm(text);
    const isRepair = (deed: Span): boolean =>
      harm === undefined || deed.start > harm.start || deed.end <= harm.from || overlaps(deed, told);
    const named = clausesWith(text, FIRST_THING, { where: counts });
    const done = text.sentences.filter(counts).flatMap((one) => deeds(text, one));
    return [...named, ...done.filter((deed) => isRepair(deed) && !overlaps(deed, named))].sort(
      (a, b) => a.start - b.start,
    );
  }),
};
