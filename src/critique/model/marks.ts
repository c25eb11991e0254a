import { tellsDistress } from '../distress.ts';
import { catastrophic } from '../doubts/catastrophic.ts';
import { core } from '../doubts/core.ts';
import { privateLife } from '../doubts/private.ts';
import { trivial } from '../doubts/trivial.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Sign } from '../signals/catalog.ts';

/**
 * The signs of a guide, and beside them what raises a doubt about the story or tells of distress: hand-made patterns, which
 * the trained model weighs with all else it sees.
 */
export function withMarks(
  whole: ParsedText,
  signs: ReadonlyMap<string, Sign>,
  role: string | undefined,
): ReadonlyMap<string, Sign> {
  const marks = new Map(signs);
  const text = { text: whole.text, sentences: whole.sentences.slice(0, MOST_SENTENCES) };
  const doubts = {
    'doubt-private': privateLife(text),
    'doubt-catastrophic': catastrophic(text),
    'doubt-trivial': trivial(text),
    'doubt-core': role === undefined ? undefined : core(text, role, undefined)?.span,
    distress: distressAt(text),
  };
  for (const [name, span] of Object.entries(doubts))
    if (span !== undefined) marks.set(name, { found: [span], thin: [] });
  return marks;
}

/** Far more than anyone speaks: of a longer text the beginning tells what kind of story it is. */
const MOST_SENTENCES = 150;

/** The first sentence that tells of it: each is read by itself. */
function distressAt(text: ParsedText) {
  return text.sentences.find((sentence) => tellsDistress({ text: text.text, sentences: [sentence] }))?.span;
}

/** The names of all that was found. */
export function namesFound(marks: ReadonlyMap<string, Sign>): string[] {
  return [...marks].filter(([, sign]) => sign.found.length > 0).map(([name]) => name);
}
