import type { Span } from '../../text/span.ts';
import { clausesOf } from '../clauses.ts';
import type { ParsedText, Sentence, Token } from '../parsed-text.ts';
import { anyOf } from './matching.ts';
import { remembered } from './remembered.ts';

/** Words that announce a lesson. */
export const LESSON = anyOf(
  "(?:i|we)(?:'ve| have)? (?:\\p{L}+ly |also |since |then |finally )?(?:learned|learnt|realised|realized|understood|discovered|recognised|recognized)",
  '(?:taught|teaching|showed|showing|shown) (?:me|us)|(?:my|the|a|biggest|main|one) (?:\\p{L}+ )?(?:lesson|takeaway|take-away)|lesson (?:was|is|for me)',
  'what i (?:took|learned|learnt)|i (?:know|see|understand) now|now i (?:know|see|understand)|i now (?:know|see|understand)|in hindsight|looking back|with hindsight|next time i|made me (?:realise|realize|see|understand)|i came to (?:see|understand)|it dawned on me|the lesson',
);

const DENIED = anyOf(
  "(?:didn'?t|did not|haven'?t|never|not) (?:really )?(?:learn|learned|learnt)",
  'learned nothing',
  'learnt nothing',
);

/** Sentences that announce a lesson and do not deny it. */
export const lessonSentences = remembered((text): Sentence[] => {
  return text.sentences.filter((one) => LESSON.test(one.folded) && !DENIED.test(one.folded));
});

/** What the lesson says: from the words that announce it to the end of the sentence. */
export function lessonTokens(sentence: Sentence): readonly Token[] {
  const match = LESSON.exec(sentence.folded);
  if (match === null) return [];
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
  const quote = text.text.slice(start, end).replace(/[\s.!?…,;:]+$/u, '');
  if (quote.trim() === '') return sentence.span;
  const lead2 = quote.length - quote.trimStart().length;
  return { start: start + lead2, end: start + quote.length, quote: quote.slice(lead2) };
}
