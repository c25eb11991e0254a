import { type Span, spanOf } from '../text/span.ts';
import type { ParsedText, Sentence, Token } from './parsed-text.ts';
import { particularWords } from './signals/general-words.ts';

/** More than a glance takes in are no cue. */
const MOST_PER_SENTENCE = 3;

/** Tells nobody what a sentence was about: times, and nouns that stand for any other. */
const NO_CUE = new Set(
  (
    'year month week day hour minute second morning afternoon evening night weekend noon midday midnight today yesterday ' +
    'tomorrow moment while monday tuesday wednesday thursday friday saturday sunday january february march april may june ' +
    'july august september october november december spring summer autumn fall winter ' +
    'thing stuff people person one other lot kind sort bit way place part half rest number case end start beginning side front ' +
    'none others handful fact point reason example sense matter mine yours i me something anything nothing everything everybody everyone somebody ' +
    'be have do get go come make take give put let keep say tell ask think know feel see hear look want need try use ' +
    'learn realise realize understand mean seem become begin happen find turn show lead leave believe hope wish like ' +
    'work run stay bring set add stand sit lie can could will would shall should may might must ought'
  ).split(' '),
);

/** People by what they are to the teller: in every story, so that the next word says more. */
const ANYONE = new Set(
  'colleague team boss manager customer client company firm man woman guy friend director lead head user'.split(
    ' ',
  ),
);

/** After these a bare word is as likely as not somebody's name. */
const BEFORE_A_NAME =
  /^(?:told|tell|rang|ring|called|call|asked|ask|phoned|phone|emailed|email|met|meet|thanked|thank|with|mr|mrs|ms|dr|and|from|by|wrote|to|for|as|let|made|helped|saw|heard|blamed)$/u;

/**
 * Single words to speak from instead of the text, verbatim and in the order of the text: of each sentence up to
 * three, the nouns that belong to this story before its verbs. Never a number, and no name as far as one can
 * tell by the capital.
 */
export function cueWords(text: ParsedText): readonly Span[] {
  const said = new Set<string>();
  return text.sentences.flatMap((sentence) => {
    const told = candidates(text, sentence)
      .map((one) => ({ ...one, worth: one.worth - (said.has(one.lemma) ? REPEATED : 0) }))
      .sort((a, b) => b.worth - a.worth || a.span.start - b.span.start);
    const best = told
      .filter((one, at) => told.findIndex((other) => other.lemma === one.lemma) === at)
      .slice(0, MOST_PER_SENTENCE);
    // Two nouns of its own say what a sentence is about, and the first word by place had better be one of them.
    const nouns = best.filter((one) => one.worth >= NOUN);
    if (nouns.length >= 2) best.splice(0, best.length, ...nouns);
    for (const one of best) said.add(one.lemma);
    return best.map((one) => one.span).sort((a, b) => a.start - b.start);
  });
}

interface Candidate {
  readonly span: Span;
  readonly lemma: string;
  readonly worth: number;
}

const NOUN = 3;
const VERB = 1.5;
/** A word anyone's story has ("plan", "team"). */
const GENERAL = 2;
/** A word a sentence before had. */
const REPEATED = 2;

/** Sentences without end are looked at as far as anyone reads them. */
const MOST_TOKENS = 120;

function candidates(text: ParsedText, sentence: Sentence): Candidate[] {
  return sentence.tokens.slice(0, MOST_TOKENS).flatMap((token, at) => {
    if (token.pos !== 'NOUN' && token.pos !== 'VERB') return [];
    if (!/^\p{L}{3,}$/u.test(token.lower) || NO_CUE.has(token.lemma) || NO_CUE.has(token.lower)) return [];
    if (mayBeName(text, sentence, token, at)) return [];
    const span = wholeWord(text, token);
    if (span === undefined) return [];
    const isGeneral = particularWords([token]).size === 0 || ANYONE.has(token.lemma);
    const worth = (token.pos === 'NOUN' ? NOUN : VERB) - (isGeneral ? GENERAL : 0);
    return [{ span, lemma: token.lemma, worth }];
  });
}

/** A capital inside a sentence; at its front, where every word has one, or in a text without capitals, by its place. */
function mayBeName(text: ParsedText, sentence: Sentence, token: Token, at: number): boolean {
  const isCapital = /\p{Lu}/u.test(text.text.charAt(token.start));
  if (isCapital) return at > 0 || token.lemma === token.lower;
  const before = sentence.tokens[at - 1];
  return (
    token.pos === 'NOUN' &&
    token.lemma === token.lower &&
    before !== undefined &&
    BEFORE_A_NAME.test(before.lower) &&
    !sentence.tokens[at + 1]?.lower.match(/^\p{L}+s$/u)
  );
}

/** The word with what hangs on it by a hyphen; none where that is no word ("24-hour" begins with a number). */
function wholeWord(text: ParsedText, token: Token): Span | undefined {
  const before =
    /(?:[\p{L}\p{N}]+-)*$/u.exec(text.text.slice(Math.max(0, token.start - 40), token.start))?.[0] ?? '';
  const after = /^(?:-[\p{L}\p{N}]+)*/u.exec(text.text.slice(token.end, token.end + 40))?.[0] ?? '';
  const span = spanOf(text.text, token.start - before.length, token.end + after.length);
  return span !== undefined && /^\p{L}[\p{L}-]*$/u.test(span.quote) ? span : undefined;
}
