/** Words that tell of one kind of hardship. Patterns meet folded text and hold no unbounded gap. */
export interface Telling {
  readonly told: RegExp;
  /** Read in the words around a match: with it the match is an idiom, a trade word or did not happen. */
  readonly unless?: RegExp;
  /** Ways of speaking that hold the words themselves: they are taken out first, and take nothing else back. */
  readonly idioms?: RegExp;
  /** Has to stand straight before a match, for one that does not say who it is about. */
  readonly after?: RegExp;
  /** Must not stand straight before a match: it is about somebody else then. */
  readonly notAfter?: RegExp;
}

/** How far around a match its own words reach, in UTF-16 units: about ten words before and six after. */
const BEFORE = 60;
const AFTER = 40;
/** How far back the one is looked for whom a match is about. */
const SUBJECT = 90;

/** A letter or digit of a Latin script, folded. Patterns here do without the `u` flag, whose classes took most of their making. */
const LETTER = '[a-z0-9\\u00df-\\u024f]';

/** Alternatives as one pattern, word boundaries on both sides. */
export function wordsOf(alternatives: readonly string[], flags: string): RegExp {
  return new RegExp(`(?<!${LETTER})(?:${alternatives.join('|')})(?!${LETTER})`, flags);
}

/** A telling from alternatives, word boundaries on both sides. */
export function telling(told: readonly string[], unless?: readonly string[]): Telling {
  return {
    told: wordsOf(told, 'g'),
    ...(unless === undefined ? {} : { unless: wordsOf(unless, '') }),
  };
}

/** Whether the words tell of it, at a place where nothing around takes it back. Linear in the text. */
export function tells(folded: string, kind: Telling): boolean {
  return told(folded, kind).next().done !== true;
}

/** The words that tell of it, one after the other. Linear in the text. */
export function* told(folded: string, kind: Telling): Generator<string, void> {
  // Nearly no sentence does, and `matchAll` makes a pattern anew each time before it looks.
  kind.told.lastIndex = 0;
  if (!kind.told.test(folded)) return;
  kind.told.lastIndex = 0;
  const words = kind.idioms === undefined ? folded : folded.replace(kind.idioms, '*');
  for (const match of words.matchAll(kind.told))
    if (isMeant(words, match.index, match[0].length, kind)) yield match[0];
}

function isMeant(
  words: string,
  index: number,
  length: number,
  { unless, after, notAfter }: Telling,
): boolean {
  const around = words.slice(Math.max(0, index - BEFORE), index + length + AFTER);
  if (unless?.test(around) === true) return false;
  // The beginning of the text is the beginning of a sentence; that of a piece of it is none.
  const before = index > SUBJECT ? words.slice(index - SUBJECT, index) : `. ${words.slice(0, index)}`;
  return (after === undefined || after.test(before)) && notAfter?.test(before) !== true;
}
