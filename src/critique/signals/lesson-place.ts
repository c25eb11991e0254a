import type { Span } from '../../text/span.ts';
import { clausesOf } from '../clauses.ts';
import type { ParsedText, Sentence, Token } from '../parsed-text.ts';
import { anyOf } from './matching.ts';
import { remembered } from './remembered.ts';

/** Words that announce a lesson. */
export const LESSON = anyOf(
  "(?:i|we)(?:'ve| have)? (?:\\p{L}+ly |also |since |then |finally )?(?:learned|learnt|realised|realized|understood|discovered|recognised|recognized)",
  '(?:taught|teaching) (?:me|us)|(?:(?:it|this|that|which|what happened|experience|failure|mistake|day) (?:\\p{L}+ )?(?:showed|shows|has shown)|showing) (?:me|us) (?:that|how|why|what|where|the (?:need|importance|value|danger|limits?|difference))|(?:my|the|a|biggest|main|one) (?:\\p{L}+ )?(?:lesson|takeaway|take-away)|lesson (?:was|is|for me)',
  'what i (?:took|learned|learnt)|i (?:know|see|understand) now|now i (?:know|see|understand)|i now (?:know|see|understand)|in hindsight|looking back|with hindsight|next time i|made me (?:realise|realize|see|understand)|i used to (?:think|believe|assume)|i came to (?:see|understand)|it dawned on me|the lesson',
);

/** "I had thought …; in fact …": the contrast announces the lesson, and all of it is the lesson. */
const CONTRAST = anyOf(
  "(?:i|we)(?:'d| had)? (?:always |first |simply |just )?(?:thought|believed|assumed|supposed|imagined) [^.!?]{3,200}[,;:—–-] ?(?:but )?(?:in (?:fact|truth|reality)|actually|really)",
);
/** The same in two sentences. */
const THOUGHT = anyOf(
  "(?:i|we)(?:'d| had) (?:always |first )?(?:thought|believed|assumed|supposed|imagined)",
);
const IN_FACT = /^(?:but )?in (?:fact|truth|reality)(?!\p{L})/u;

const DENIED = anyOf(
  "(?:didn'?t|did not|haven'?t|never|not) (?:really )?(?:learn|learned|learnt)",
  'learned nothing',
  'learnt nothing',
);

/** Sentences that announce a lesson and do not deny it. */
export const lessonSentences = remembered((text): Sentence[] => {
  return text.sentences.filter((one) => announces(text, one) && !DENIED.test(one.folded));
});

function announces(text: ParsedText, one: Sentence): boolean {
  if (LESSON.test(one.folded) || CONTRAST.test(one.folded)) return true;
  return THOUGHT.test(one.folded) && IN_FACT.test(text.sentences[one.index + 1]?.folded ?? '');
}

/** Where in a sentence the lesson is announced, as offsets in the sentence. */
export function lessonMark(sentence: Sentence): { readonly start: number; readonly end: number } {
  const match = LESSON.exec(sentence.folded);
  if (match !== null) return { start: match.index, end: match.index + match[0].length };
  const contrast = CONTRAST.exec(sentence.folded) ?? THOUGHT.exec(sentence.folded);
  const start = contrast?.index ?? 0;
  return { start, end: start + (contrast?.[0].length ?? 1) };
}

/** What the lesson says: from the words that announce it to the end of the sentence. */
export function lessonTokens(sentence: Sentence): readonly Token[] {
  const match = LESSON.exec(sentence.folded);
  // Of a contrast both halves belong to the lesson.
  if (match === null) return sentence.tokens;
  const from = sentence.span.start + match.index + match[0].length;
  const after = sentence.tokens.filter((token) => token.start >= from);
  // "…, teaching me the importance of load tests" and "not to ship on Fridays is what I learned" both occur.
  return after.length >= 3 ? after : sentence.tokens;
}

/** The phrase that carries the lesson, within its own clause: "be more careful with bookings". */
export function lessonPhrase(text: ParsedText, sentence: Sentence): Span {
  const match = LESSON.exec(sentence.folded);
  const from = match === null ? 0 : match.index + match[0].length;
  const rest = sentence.folded.slice(from);
  const lead =
    /^[\s,:]*(?:(?:that|to|how to|how|the importance of|the value of|is|was|from (?:this|that|it))\s)*/u.exec(
      rest,
    )?.[0] ?? '';
  const start = sentence.span.start + from + lead.length;
  const clause = clausesOf(sentence).find((one) => one.end > start);
  const end = clause?.end ?? sentence.span.end;
  const quote = text.text.slice(start, end).replace(/(?<![\s.!?…,;:])[\s.!?…,;:]+$/u, '');
  if (quote.trim() === '') return sentence.span;
  const lead2 = quote.length - quote.trimStart().length;
  return { start: start + lead2, end: start + quote.length, quote: quote.slice(lead2) };
}
