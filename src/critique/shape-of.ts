import type { Span } from '../text/span.ts';
import type { ParsedText, Token } from './parsed-text.ts';
import { canBeCountedOn, isCountedOne } from './thing-words.ts';

/** A blank that a guide says can hold the thing the story is about: `[thing: what?]`. */
const THING = /\[thing: ([^\]]+)\]/gu;
const BLANK = /\[[^\]]+\]/u;

/**
 * A guide's shape with blanks in the person's own case: the first blank that can hold a thing holds theirs, where
 * its sentence keeps another blank. No sentence is ever finished for them. Every other blank is for them to fill.
 */
export function shapeOf(shape: string, thing: string | undefined): string {
  let free = thing;
  return shape
    .split(/(?<=[.!?;])(?=\s)/u)
    .map((sentence) =>
      sentence.replace(THING, (mark, what: string, at: number) => {
        const rest = sentence.slice(0, at) + sentence.slice(at + mark.length);
        if (free === undefined || !BLANK.test(rest)) return `[${what}]`;
        const filled = free;
        free = undefined;
        return filled;
      }),
    )
    .join('');
}

const DETERMINERS = new Set(['a', 'an', 'the', 'our', 'my']);
/** More words than this, the determiner aside, are a description, not a name for it. */
const MOST_WORDS = 3;

/**
 * A short noun phrase for the thing the story hangs on, in the words of the text: "the guest list". Looked for in
 * `places` in their order; first what the person handled, then what was to be handled. Only what one can count on: no
 * person, no name, nothing that goes on ("the end of …"). "The room" comes back as "a room", since a shape speaks
 * of the next one. Undefined where nothing is safe.
 */
export function thingIn(text: ParsedText, places: readonly Span[]): string | undefined {
  for (const place of places) {
    const sentences = text.sentences.filter(
      (one) => one.span.start < place.end && one.span.end > place.start,
    );
    for (const stands of [isHandled, isToBeHandled]) {
      for (const { tokens } of sentences) {
        for (const [at, token] of tokens.entries()) {
          if (token.start < place.start || token.end > place.end || !DETERMINERS.has(token.lower)) continue;
          const thing = stands(tokens, at) ? phraseAt(text.text, tokens, at) : undefined;
          if (thing !== undefined) return thing;
        }
      }
    }
  }
  return undefined;
}

/** The phrase that begins at a determiner, where it is over after its noun and safe to say again. */
function phraseAt(text: string, tokens: readonly Token[], at: number): string | undefined {
  const first = tokens[at];
  const nouns = nounsAfter(tokens, at);
  const head = nouns.at(-1);
  if (first === undefined || head?.pos !== 'NOUN' || nouns.length > MOST_WORDS) return undefined;
  const next = tokens[at + 1 + nouns.length];
  if (next !== undefined && goesOn(next, head)) return undefined;
  const words = text.slice(first.end, head.end);
  if (!/^(?: \p{Ll}{2,})+$/u.test(words) || !canBeCountedOn(nouns)) return undefined;
  const article = first.lower === 'the' && nouns.every((one) => one.pos === 'NOUN') && isCountedOne(head);
  return `${article ? articleFor(words.trim()) : first.lower}${words}`;
}

/** Adjectives and nouns in a row, an adjective only before the first noun. */
function nounsAfter(tokens: readonly Token[], at: number): Token[] {
  const nouns: Token[] = [];
  for (const token of tokens.slice(at + 1, at + 3 + MOST_WORDS)) {
    if (token.pos !== 'NOUN' && (token.pos !== 'ADJ' || nouns.at(-1)?.pos === 'NOUN')) break;
    nouns.push(token);
  }
  return nouns;
}

/** The phrase is not over yet: "the end of …", "the hotel's …", "the launch-day …". */
function goesOn(next: Token, head: Token): boolean {
  if (next.start === head.end) return !/^[.,;:!?)…”"]+$/u.test(next.lower);
  return next.lower === 'of' || /^(?:NUM|PROPN|ADJ)$/u.test(next.pos);
}

const TELLERS = new Set(['i', 'we']);
const SUBJECTS = new Set([
  'i',
  'we',
  'you',
  'he',
  'she',
  'it',
  'they',
  'who',
  'which',
  'nobody',
  'everybody',
]);
const PARTICLES = new Set(['off', 'out', 'up', 'down', 'over', 'on', 'away', 'back']);
/** So far back a verb's subject is looked for: "I changed three routes and pinned the plan". */
const REACH = 12;
/** Their object is somebody who is told or given something, or nothing that was done. */
const NO_DEED = new Set(
  'be have tell ask ring call give take feel get become need want lose cost cause thank'.split(' '),
);

/** Directly after what the teller did: "I agreed the room", "I switched off the alarm". */
function isHandled(tokens: readonly Token[], at: number): boolean {
  const verbAt = PARTICLES.has(tokens[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  const verb = tokens[verbAt];
  if (verb?.pos !== 'VERB' || NO_DEED.has(verb.lemma)) return false;
  const before = tokens.slice(Math.max(0, verbAt - REACH), verbAt).reverse();
  return TELLERS.has(before.find((token) => SUBJECTS.has(token.lower))?.lower ?? '');
}

/** At the beginning of a clause, with something done to it: "that the home care was arranged". */
function isToBeHandled(tokens: readonly Token[], at: number): boolean {
  const last = tokens[at - 1];
  const opens = last === undefined || last.pos === 'SCONJ' || last.pos === 'PUNCT' || last.lower === 'and';
  const [helper, verb, after] = tokens.slice(at + 1 + nounsAfter(tokens, at).length);
  const done = verb?.pos === 'ADV' || verb?.pos === 'PART' ? after : verb;
  return opens && helper?.lemma === 'be' && done?.pos === 'VERB';
}

/** Of the few words that say "yoo" or keep their h silent none but these is at home here. */
function articleFor(words: string): string {
  return /^(?!uni|use|euro|one)[aeiou]/u.test(words) ? 'an' : 'a';
}
