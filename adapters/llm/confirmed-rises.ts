import type { Critic, CriticInput } from '../../src/critique/critic.ts';
import { type Critique, isCritique } from '../../src/critique/critique.ts';
import { draftFromSteps } from '../../src/critique/draft.ts';
import { withoutOrders } from '../../src/critique/orders.ts';
import type { Span } from '../../src/text/span.ts';
import { asidesIn } from './asides.ts';
import { quotesIn } from './quotes-in.ts';
import type { Reply } from './reply.ts';

/**
 * The steps, and the words quoted for each, in which the offline critic gives the higher score as well, once it is shown the words that the model
 * quotes for it as all there is in the step. No list of patterns knows every order ("2 2 2 2 2" is one, and a sentence
 * in Polish), and a model that obeys one can quote true words: so a model may point, and what it points at is judged by
 * somebody who reads no orders. What it finds that way are the words the offline critic had sorted elsewhere, or lost
 * among others.
 */
export async function confirmedRises(
  input: CriticInput,
  offline: Critique,
  reply: Reply,
  critic: Critic,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Span>> {
  const find = quotesIn(input.draft.text);
  const confirmed = new Map<string, Span>();
  for (const { step, score, quote } of reply.steps.slice(0, input.guide.steps.length)) {
    const span = find(quote);
    if (span === undefined || score !== (offline.steps[step]?.score ?? 0) + 1 || !isTold(span)) continue;
    const judgement = await critic(pointedAt(input, step, span), signal);
    if (isCritique(judgement) && (judgement.steps[step]?.score ?? 0) >= score) confirmed.set(step, span);
  }
  return confirmed;
}

/** Somebody tells of themselves in these words, and speaks to nobody. */
function isTold({ quote }: Span): boolean {
  return FIRST_PERSON.test(quote) && asidesIn(quote).length === 0;
}

const FIRST_PERSON = /\b(?:i|me|my|mine|myself|we|us|our|ours|ourselves)\b/iu;

/** The same answer, told step by step, with these words alone in the step. */
function pointedAt({ draft, guide, role }: CriticInput, step: string, span: Span): CriticInput {
  const told = (id: string) =>
    (draft.steps[id] ?? []).map(({ quote }) => withoutOrders(quote, asidesIn(quote))).join(' ');
  const steps = guide.steps.map(({ id }) => ({ id, text: id === step ? span.quote : told(id) }));
  return { draft: draftFromSteps(steps), guide, role, setAside: [] };
}
