import { inAny } from '../judge-steps.ts';
import { likelihoodOf } from '../model/seen.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';
import { HARM } from '../signals/event-words.ts';
import { fromSlip } from '../signals/slip-place.ts';
import { type GapFinder, type KnownAnswer, stepWith } from './gap.ts';
import { isPerson, peopleIn, personIn } from './people.ts';
import { aboutAt } from './quotable.ts';

/** What they said or did about it is told in the same breath. */
const HEARD =
  /(?<!\p{L})(?:said|told (?:me|us)|complain\p{L}*|shouted|angry|furious|upset|walked out|escalated|resigned|forgave|thanked|replied|answered|screamed|wrote (?:to )?(?:me|us)|(?:rang|called|phoned|emailed) (?:me|us))(?!\p{L})/u;
/** So soon after it a pronoun is taken to be theirs. */
const NEAR = 2;
const THEM = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'his', 'their']);
/** Nobody is asked what the dead or the injured said. */
const GRAVE =
  /(?<!\p{L})(?:die[ds]?|dying|dead|death|killed|suicide|hospital|injur\p{L}+|ambulance|funeral|bleeding|unconscious|miscarriage|abus\p{L}+|assault\p{L}*|overdos\p{L}+)(?!\p{L})/u;
const GRAVE_LIKELY = 0.5;

/** Somebody was harmed and is not heard of again: what did they say? */
export const unheardPerson: GapFinder = {
  name: 'unheard-person',
  asksLike: ['consequence', 'trivial'],
  find(known) {
    const { text, judged } = known;
    if (isGrave(known)) return [];
    // What is told of the time since, and of the lesson, harmed nobody.
    const since = ['lesson', 'later-occasion'].flatMap((one) => stepWith(judged, one)?.judged.own ?? []);
    return text.sentences.filter(fromSlip(text)).flatMap((sentence) => {
      if (inAny(sentence.span, since)) return [];
      if (!HARM.test(sentence.folded) || HEARD.test(sentence.folded)) return [];
      const at = sentence.tokens.findIndex(isPerson);
      const token = sentence.tokens[at];
      const person = token === undefined ? undefined : personIn(text, sentence.tokens, at);
      if (token === undefined || person === undefined || isHeardOf(text, sentence, token.lower)) return [];
      return [{ slots: { person }, about: aboutAt(sentence, token.start) }];
    });
  },
};

function isHeardOf(text: ParsedText, sentence: Sentence, person: string): boolean {
  return text.sentences
    .slice(sentence.index + 1)
    .some(
      ({ tokens }, at) =>
        peopleIn(tokens).some((one) => isSame(one, person)) ||
        (at < NEAR && tokens.some(({ lower }) => THEM.has(lower))),
    );
}

/** "Guest" and "guests" are the same people. */
function isSame(a: string, b: string): boolean {
  return a.replace(/s$/u, '') === b.replace(/s$/u, '');
}

function isGrave({ text, seen, signs }: KnownAnswer): boolean {
  if ((signs.get('catastrophe')?.found.length ?? 0) > 0) return true;
  if (text.sentences.some(({ folded }) => GRAVE.test(folded))) return true;
  return seen?.units.some(({ index }) => likelihoodOf(seen, index, 'cat') >= GRAVE_LIKELY) === true;
}
