import type { CriticInput } from '../../src/critique/critic.ts';
import type { Critique, Finding } from '../../src/critique/critique.ts';
import { findingId } from '../../src/critique/finding-id.ts';
import type { Span } from '../../src/text/span.ts';
import type { MayBeSaid } from './may-be-said.ts';
import type { QuoteFinder } from './quotes-in.ts';
import { type Reply, rulesOf } from './reply.ts';
import { touches } from './touches.ts';

/** More at once help nobody. */
const MOST_ADDED = 3;

/** What the model's findings are measured by. */
export interface Merging {
  readonly input: CriticInput;
  readonly offline: Critique;
  readonly reply: Reply;
  readonly said: MayBeSaid;
  readonly find: QuoteFinder;
  /** Sentences of the answer that give orders, or may: no finding rests on them. */
  readonly notTold: readonly Span[];
  /** Rules the person said are not so: the model does not bring them up again in other words. */
  readonly dropped: ReadonlySet<string>;
}

/**
 * The offline findings, in the model's words where it found better ones, without those of a step that is clear by now;
 * then what the model adds, each resting on words that really stand in the answer.
 */
export function mergedFindings(merging: Merging, steps: Critique['steps']): Finding[] {
  const kept = merging.offline.findings
    .filter(({ rule }) => !isSettled(rule, merging.offline.steps, steps))
    .map((finding) => inOtherWords(finding, merging));
  return [...kept, ...added(merging, steps, kept)].map((finding, rank) => ({ ...finding, rank }));
}

/** The step of a rule like `failure.own-part`. */
const stepIn = (rule: string): string => rule.split('.')[0] ?? '';

/** The step was raised to clear: what it had been asked for is answered. */
function isSettled(rule: string, before: Critique['steps'], steps: Critique['steps']): boolean {
  if (!rule.includes('.')) return false;
  const id = stepIn(rule);
  return steps[id]?.score === 2 && before[id]?.score !== 2;
}

function inOtherWords(finding: Finding, { reply, said }: Merging): Finding {
  const model =
    reply.rephrased.find(({ id }) => id === finding.id) ??
    reply.findings.find(({ rule }) => rule === finding.rule);
  const shape = said.shape(model?.shape) ?? finding.shape;
  return {
    ...finding,
    why: said.sentence(model?.why) ?? finding.why,
    question: said.question(model?.question) ?? finding.question,
    ...(shape === undefined ? {} : { shape }),
  };
}

function added(merging: Merging, steps: Critique['steps'], kept: readonly Finding[]): Finding[] {
  const { input, offline, reply, said, find, notTold, dropped } = merging;
  const rules = new Set(rulesOf(input.guide));
  for (const { rule } of [...offline.findings, ...kept]) rules.delete(rule);
  const found: Finding[] = [];
  for (const { rule, quote, why, question, shape } of reply.findings) {
    if (found.length === MOST_ADDED) break;
    if (!rules.has(rule) || dropped.has(rule)) continue;
    if (rule.includes('.') && steps[stepIn(rule)]?.score === 2) continue;
    const span = find(quote);
    const words = { why: said.sentence(why), question: said.question(question), shape: said.shape(shape) };
    if (span === undefined || touches(span, notTold)) continue;
    if (words.why === undefined || words.question === undefined) continue;
    const id = findingId(rule, span.quote);
    if (input.setAside.includes(id)) continue;
    rules.delete(rule);
    found.push({
      id,
      rule,
      at: { span },
      why: words.why,
      question: words.question,
      ...(words.shape === undefined ? {} : { shape: words.shape }),
      rank: 0,
    });
  }
  return found;
}
