import type { Span } from '../text/span.ts';
import { countWords } from '../text/words.ts';
import { withoutEnd } from './clauses.ts';
import type { Critique } from './critique.ts';
import type { ParsedText, Sentence } from './parsed-text.ts';
import { sentenceAt } from './signals/matching.ts';
import { ownPart } from './signals/own-part.ts';
import { whatWentWrong } from './signals/what-went-wrong.ts';

type Fact = Critique['keep'][number];

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/**
 * Where nothing earns praise, something anyone can check: where the story begins, else a number, an "I", the
 * words there are. Merit is never made up. `free`: the sentences that may be shown as something to keep.
 */
export function trueFact(text: ParsedText, free: readonly Sentence[]): Fact[] {
  const story = [...ownPart.find(text), ...whatWentWrong.find(text)]
    .map((span) => sentenceAt(text, span))
    .find((sentence) => sentence !== undefined && free.includes(sentence));
  if (story !== undefined) return [fact(story.span, whereItIs(story.index, text.sentences.length))];
  const withNumber = free.find((sentence) => /\d/u.test(sentence.folded));
  if (withNumber !== undefined)
    return [fact(withNumber.span, 'There is a number in it, and numbers are easy to remember.')];
  const inFirstPerson = free.find((sentence) => /(?<!\p{L})i(?!\p{L})/u.test(sentence.folded));
  if (inFirstPerson !== undefined)
    return [fact(inFirstPerson.span, 'It is told with "I", so the rest can be told that way too.')];
  const [first] = text.sentences;
  return first === undefined
    ? []
    : [fact(first.span, `There are ${countWords(text.text)} words here to work with.`)];
}

function whereItIs(index: number, count: number): string {
  if (index === 0) return 'The story is in your first sentence: nobody has to wait for it.';
  const which = ORDINALS[index] ?? (index === count - 1 ? 'last' : undefined);
  return which === undefined
    ? 'The story is in this sentence: start there.'
    : `The story is in your ${which} sentence: start there.`;
}

function fact(span: Span, effect: string): Fact {
  return { span: withoutEnd(span), effect };
}
