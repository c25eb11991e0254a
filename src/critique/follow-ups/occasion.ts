import type { Token } from '../parsed-text.ts';
import { fromSlip } from '../signals/slip-place.ts';
import type { KnownAnswer } from './gap.ts';
import { mayBeRepeated } from './quotable.ts';

/** What comes round again in somebody's work, so that one can be asked about the next of it. */
const COMES_AGAIN = new Set(
  `handover launch release deployment migration rollout booking order delivery shipment event wedding conference workshop
  presentation pitch demo audit inspection review meeting campaign exam lesson class trip tour shift concert performance
  festival match tournament season project sprint tender proposal bid deadline payroll stocktake lecture experiment
  appointment consultation reservation fundraiser rehearsal filing installation upgrade update cutover commission`.split(
    /\s+/u,
  ),
);
const UNFIT = /^(?:last|first|next|same|whole|wrong|big|team|company|of)$/u;

/**
 * The occasion the story is about, in words of the answer: "handover", "product launch". Looked for where the slip is
 * told, and then in what leads to it.
 */
export function occasionIn({ text }: KnownAnswer): string | undefined {
  const isFrom = fromSlip(text);
  const first = text.sentences.findIndex(isFrom);
  const slip = text.sentences.slice(Math.max(0, first), Math.max(0, first) + 2);
  for (const { tokens } of [...slip, ...text.sentences.slice(0, Math.max(0, first))]) {
    for (const [at, token] of tokens.entries()) {
      if (!COMES_AGAIN.has(token.lower) || !isNamed(tokens, at) || goesOn(tokens[at + 1])) continue;
      const before = tokens[at - 1];
      const words = [...(isModifier(before) ? [before] : []), token].map((one) =>
        text.text.slice(one.start, one.end),
      );
      const name = words.join(' ');
      if (/^\p{Ll}+(?: \p{Ll}+)?$/u.test(name) && mayBeRepeated(name)) return name;
    }
  }
  return undefined;
}

/** A thing, not a deed: after "the product" even "launch" is one, which the language model takes for a verb. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.pos === 'NOUN') return true;
  const before = isModifier(tokens[at - 1]) ? tokens[at - 2] : tokens[at - 1];
  return /^(?:a|an|the|my|our|this|that|every|each)$/u.test(before?.lower ?? '');
}

/** The occasion is only the beginning of a longer name: "launch party", "order-book". */
function goesOn(next: Token | undefined): boolean {
  return next !== undefined && (next.pos === 'NOUN' || next.pos === 'PROPN' || next.lower === '-');
}

function isModifier(token: Token | undefined): token is Token {
  return token !== undefined && token.pos === 'NOUN' && token.lower.length > 2 && !UNFIT.test(token.lower);
}
