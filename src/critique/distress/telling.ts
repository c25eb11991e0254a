/** Words that tell of one kind of hardship. Patterns meet folded text and hold no unbounded gap. */
export interface Telling {
  readonly told: RegExp;
  /** Read in the words around a match: with it the match is an idiom, a trade word or did not happen. */
  readonly unless?: RegExp;
}

/** How far around a match its own words reach, in UTF-16 units: about ten words before and six after. */
const BEFORE = 60;
const AFTER = 40;

/** A letter or digit of a Latin script, folded. Patterns here do without the `u` flag, whose classes took most of their making. */
const LETTER = '[a-z0-9\\u00df-\\u024f]';

function wordsOf(alternatives: readonly string[], flags: string): RegExp {
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
export function tells(folded: string, { told, unless }: Telling): boolean {
  // Nearly no sentence does, and `matchAll` makes a pattern anew each time before it looks.
  told.lastIndex = 0;
  if (!told.test(folded)) return false;
  told.lastIndex = 0;
  for (const match of folded.matchAll(told)) {
    const from = Math.max(0, match.index - BEFORE);
    if (unless?.test(folded.slice(from, match.index + match[0].length + AFTER)) !== true) return true;
  }
  return false;
}
