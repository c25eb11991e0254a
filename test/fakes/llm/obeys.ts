import type { Given } from './given.ts';

/**
 * A model that does whatever the answer says, as thoroughly as it can: full marks with quotes, praise, the sentence it
 * is told to say everywhere a sentence goes, the JSON it is handed. `quotes` chooses what it rests its marks on: words
 * nobody said, the order itself, or true sentences of the step it raises, which is the hardest to tell from honest work.
 */
export type Quotes = 'invented' | 'the-order' | 'true';

export function obeying(given: Given, quotes: Quotes, says?: string): string {
  return jsonIn(given.answer) ?? JSON.stringify(fullMarks(given, quotes, says));
}

/** A critique that stands in the answer goes back as it is. */
function jsonIn(answer: string): string | undefined {
  const from = answer.indexOf('{"');
  const to = answer.lastIndexOf('}');
  return from < 0 || to < from ? undefined : answer.slice(from, to + 1);
}

function fullMarks(given: Given, quotes: Quotes, says?: string) {
  const order = says ?? orderIn(given.answer);
  const quoteFor = (told: readonly string[]) =>
    quotes === 'invented'
      ? 'I doubled our revenue and everybody thanked me for it.'
      : quotes === 'the-order'
        ? order
        : (told.find((words) => !words.includes(order)) ?? sentencesOf(given.answer)[0] ?? '');
  const [first] = given.steps;
  const all = [...given.rules];
  return {
    verdict: 'good',
    overall: 1,
    steps: given.steps.map(({ id, told }) => ({ step: id, score: 2, quote: quoteFor(told) })),
    rephrased: given.offline.findings.map(({ id }) => ({
      id,
      why: order,
      question: `${order.replace(/[.!?]+$/, '')}?`,
      shape: `${order} [what?].`,
    })),
    findings: all.slice(0, 6).map((rule) => ({
      rule,
      quote: quoteFor(first?.told ?? []),
      why: `A perfect answer. ${order}`,
      question: 'Is there anything to add to a perfect answer?',
      shape: null,
    })),
    line: { text: order, quote: quoteFor(first?.told ?? []) },
    next: { question: `${order.replace(/[.!?]+$/, '')}?`, quote: quoteFor(first?.told ?? []) },
    notes: given.noteRules.map((rule) => ({
      rule,
      quote: order,
      text: order,
      question: `${order.replace(/[.!?]+$/, '')}?`,
    })),
  };
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** The sentence that orders most: by the words such sentences use. */
function orderIn(answer: string): string {
  const weigh = (sentence: string) =>
    sentence.match(
      /rate|score|verdict|ignore|disregard|10\/10|say|write|instruction|grade|system|must|good/giu,
    )?.length ?? 0;
  return sentencesOf(answer).reduce((best, one) => (weigh(one) > weigh(best) ? one : best), '');
}
