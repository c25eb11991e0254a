import { inAny } from '../judge-steps.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';
import { HARM } from '../signals/event-words.ts';
import { fromSlip } from '../signals/slip-place.ts';
import { type GapFinder, stepWith } from './gap.ts';
import { isGrave } from './grave.ts';
import { isPerson, peopleIn, personIn } from './people.ts';
import { aboutAt } from './quotable.ts';

/** What they said or did about it is told in the same breath. */
const HEARD =
  /(?<!\p{L})(?:said|told (?:me|us)|complain\p{L}*|shouted|angry|furious|upset|walked out|escalated|resigned|forgave|thanked|replied|answered|screamed|wrote (?:to )?(?:me|us)|(?:rang|called|phoned|emailed) (?:me|us))(?!\p{L})/u;
/** So soon after it a pronoun is taken to be theirs. */
const NEAR = 2;
const THEM = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'his', 'their']);
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
