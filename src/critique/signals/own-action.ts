import type { Span } from '../../text/span.ts';
import { clauseAround } from '../clauses.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';
import type { Signal } from './signal.ts';
import { afterSlip } from './slip-place.ts';

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

/** First-person deeds in the past: "I rang", "we then rebuilt". */
function deeds(text: ParsedText, sentence: Sentence): Span[] {
  const found: Span[] = [];
  const tokens = sentence.tokens;
  for (let at = 0; at < tokens.length && found.length < 2; at += 1) {
    const subject = tokens[at];
    if (subject === undefined || (subject.lower !== 'i' && subject.lower !== 'we')) continue;
    let next = at + 1;
    while (next < at + 4 && (tokens[next]?.pos === 'ADV' || tokens[next]?.lower === 'both')) next += 1;
    const verb = tokens[next];
    if (verb === undefined || verb.pos !== 'VERB' || NO_DEED.has(verb.lemma)) continue;
    if (tokens.slice(at + 1, next).some((adverb) => adverb.lower === 'never' || adverb.lower === 'now'))
      continue;
    if (verb.lemma === verb.lower && !SAME_IN_PAST.has(verb.lower)) continue;
    const clause = clauseAround(text, sentence, subject.start, verb.end);
    found.push(clause);
    while (at + 1 < tokens.length && (tokens[at + 1]?.end ?? 0) <= clause.end) at += 1;
  }
  return found;
}

/** What the person did about it, in the first person. */
export const ownAction: Signal = {
  name: 'own-action',
  explains: 'I look for what you did about it, in the past and with "I": I rang, I rebuilt, I stayed.',
  weight: 62,
  effect: 'It shows you acting: a listener sees what you do on a bad day.',
  find(text) {
    const after = afterSlip(text);
    return text.sentences
      .filter((sentence) => after(sentence) && !PRESENT.test(sentence.folded))
      .flatMap((sentence) => deeds(text, sentence));
  },
};
