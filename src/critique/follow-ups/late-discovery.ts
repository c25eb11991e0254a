import type { Sentence } from '../parsed-text.ts';
import { anyOf } from '../signals/matching.ts';
import { fromSlip } from '../signals/slip-place.ts';
import type { GapFinder } from './gap.ts';
import { aboutAt, clauseAt, inLine, quotable } from './quotable.ts';

const WHILE = '(?:minutes|hours?|days?|weeks?|months?|years?|quarters?)';
const SOME = '(?:a|an|one|two|three|four|five|six|eight|ten|twelve|several|some|many|a few|a couple of|\\d+)';
const UNSEEN =
  '(?:nobody|no one|none of us|no-one) (?:\\p{L}+ )?(?:noticed|knew|saw|realised|realized|spotted|found out|caught)';

const JUMPS = [
  new RegExp(`(?<!\\p{L})${UNSEEN}(?! (?:why|how|what|me|us)\\b)(?: \\p{L}+){0,3} (?:for|until|till) `, 'u'),
  new RegExp(`(?<!\\p{L})for (?:\\p{L}+ )?${SOME} ${WHILE},? ${UNSEEN}`, 'u'),
  /(?<!\p{L})(?:went|was|remained|stayed) (?:un(?:noticed|detected)|undiscovered)/u,
  new RegExp(
    `(?<!\\p{L})(?:only )?${SOME} ${WHILE} (?:later|after|afterwards)(?:,? (?:\\p{L}+ ){0,4})(?:came out|came to light|surfaced|was (?:noticed|discovered|found|spotted)|were (?:noticed|discovered|found))`,
    'u',
  ),
  new RegExp(
    `(?<!\\p{L})(?:came out|came to light|surfaced|(?:was|were) (?:only )?(?:noticed|discovered|found|spotted)) (?:only )?${SOME} ${WHILE} (?:later|after)`,
    'u',
  ),
] as const;

/** Who saw it is told: "until a customer called", "then my colleague noticed". */
const SEEN_BY = anyOf(
  '(?:until|till|when|before) (?:a|an|the|my|our|one|two|i|we|he|she|they|somebody|someone) (?!(?:end|next|day|week|month|year|morning|evening|following|audit|launch) )\\p{L}+',
  '(?:found|noticed|discovered|spotted|caught|seen) by \\p{L}+',
  '(?:i|we|he|she|they|(?:a|an|the|my|our) (?:(?!(?:and|or|but|nobody)(?!\\p{L}))\\p{L}+ ){0,2}?\\p{L}+) (?:finally |then |eventually )?(?:noticed|discovered|found|spotted|saw|pointed)',
  '(?:he|she|they|(?:a|an|my|our) (?:\\p{L}+ )?\\p{L}+) (?:finally |then |eventually )?(?:rang|called|phoned|emailed|asked|complained)',
);

/** Time passed between the slip and its discovery, and nobody is named who noticed. */
export const lateDiscovery: GapFinder = {
  name: 'late-discovery',
  asksLike: [],
  find: ({ text }) =>
    text.sentences.filter(fromSlip(text)).flatMap((sentence) => {
      const at = jumpIn(sentence);
      if (at === undefined || isSeen(sentence) || isSeen(text.sentences[sentence.index + 1])) return [];
      const start = sentence.span.start + at;
      const short = quotable(clauseAt(sentence, start));
      return short === undefined ? [] : [{ slots: { jump: inLine(short) }, about: aboutAt(sentence, start) }];
    }),
};

function jumpIn({ folded }: Sentence): number | undefined {
  for (const pattern of JUMPS) {
    const match = pattern.exec(folded);
    if (match !== null) return match.index;
  }
  return undefined;
}

function isSeen(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && SEEN_BY.test(sentence.folded);
}
