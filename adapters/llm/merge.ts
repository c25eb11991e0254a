import type { CriticInput } from '../../src/critique/critic.ts';
import type { Critique, Note } from '../../src/critique/critique.ts';
import { mergedSpans } from '../../src/critique/merged-spans.ts';
import { ordersIn } from '../../src/critique/orders.ts';
import { isSameCritic, stepsUnchanged } from '../../src/critique/steady.ts';
import { MOSTLY_UNTOLD, READY, weakLine } from '../../src/critique/verdict-lines.ts';
import type { Span } from '../../src/text/span.ts';
import { asidesIn } from './asides.ts';
import { mayBeSaid } from './may-be-said.ts';
import { type Merging, mergedFindings } from './merged-findings.ts';
import { mergedSteps } from './merged-steps.ts';
import { mergedVerdict } from './merged-verdict.ts';
import { quotesIn } from './quotes-in.ts';
import { type Reply, ReplySchema } from './reply.ts';
import { isNoTitle } from './role.ts';
import { touches } from './touches.ts';
import { veiledIn } from './veiled.ts';

export interface Merged {
  /** The critic's, for the critique. */
  readonly version: string;
  /** Steps that may rise, each on its words (`confirmed-rises.ts`). */
  readonly confirmed: ReadonlyMap<string, Span>;
}

/**
 * The offline critique with what a model may bring to it: findings and notes that quote the answer, a score it can bear
 * out, better words. Nothing of a model is believed by itself: every quote is looked up, every sentence is checked, and
 * an answer that gives orders to its reader keeps the offline scores, verdict, line and next question. Where words are
 * hidden in the answer, nothing of the model is taken: nobody can say what it was told.
 */
export function merge(
  input: CriticInput,
  offline: Critique,
  written: Reply,
  { version, confirmed }: Merged,
): Critique {
  const { text } = input.draft;
  // Such an answer is not sent; whoever calls this otherwise gets no word of a model either.
  const reply = veiledIn(text).length > 0 ? SILENCE : written;
  const orders = ordersIn(text);
  const notTold = mergedSpans(text, [...orders, ...asidesIn(text)]);
  const isOrdered = orders.length > 0 || isNoTitle(input.role);
  const said = mayBeSaid(input, notTold, sentencesOf(offline));
  const find = quotesIn(input.draft.text);
  const merging: Merging = { input, offline, reply, said, find, notTold, dropped: droppedRules(input) };
  const steps = mergedSteps(input, offline, reply, find, {
    isOrdered,
    confirmed,
    held: heldSteps(input, version),
  });
  const findings = mergedFindings(merging, steps);
  const { overall, verdict } = mergedVerdict(input.guide, offline, steps, findings);
  const notes = [...(offline.notes ?? []), ...(isOrdered ? [] : addedNotes(merging))];
  return {
    ...offline,
    critic: 'llm',
    version,
    steps,
    findings,
    overall,
    verdict,
    line: isOrdered ? offline.line : lineOf(merging, verdict, findings.length),
    next: isOrdered ? offline.next : nextOf(merging),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

const SILENCE = ReplySchema.parse({});

/** Steps whose words this same critic has rated before: they keep their rating. */
function heldSteps({ draft, before }: CriticInput, version: string): ReadonlySet<string> {
  return before !== undefined && isSameCritic(before.critique, 'llm', version)
    ? stepsUnchanged(draft, before)
    : new Set();
}

/**
 * The line says the verdict, so it is the model's only where the verdict is the offline one and is not good: nothing is
 * to be gained from another way to say that an answer is ready.
 */
function lineOf(
  { reply, offline, said, find }: Merging,
  verdict: Critique['verdict'],
  things: number,
): string {
  if (verdict !== offline.verdict) return CHANGED_LINE[verdict](things);
  const line = said.sentence(reply.line?.text);
  if (line === undefined || verdict === 'good' || line.length > LONGEST_LINE) return offline.line;
  const isAbout = find(reply.line?.quote) !== undefined;
  return isAbout && !PRAISE.test(line) ? line : offline.line;
}

const LONGEST_LINE = 120;
const PRAISE = /\b(?:ready|strong|great|good|clear|done|nothing|finished|convincing|compelling|solid)\b/iu;

const CHANGED_LINE: Readonly<Record<Critique['verdict'], (things: number) => string>> = {
  good: () => READY,
  weak: weakLine,
  bad: () => MOSTLY_UNTOLD,
};

function nextOf({ reply, offline, said, find, input }: Merging): Critique['next'] {
  const question = said.question(reply.next?.question);
  const about = find(reply.next?.quote);
  if (question === undefined || about === undefined || input.asked?.includes(question) === true)
    return offline.next;
  return { question, about };
}

function addedNotes({ reply, offline, said, find, notTold }: Merging): Note[] {
  const known = new Set(offline.notes?.map(({ rule }) => rule));
  return reply.notes.flatMap(({ rule, quote, text, question }): Note[] => {
    const span = find(quote);
    const words = { text: said.sentence(text), question: said.question(question) };
    if (span === undefined || touches(span, notTold) || known.has(rule)) return [];
    if (words.text === undefined || words.question === undefined) return [];
    known.add(rule);
    return [{ rule, span, text: words.text, question: words.question }];
  });
}

/** Rules of findings the person has set aside, as far as the critique before still names them. */
function droppedRules({ setAside, before }: CriticInput): ReadonlySet<string> {
  const findings = before?.critique.findings ?? [];
  return new Set(findings.filter(({ id }) => setAside.includes(id)).map(({ rule }) => rule));
}

/** The offline critique's own words, which a model may use. */
function sentencesOf(critique: Critique): string[] {
  return [
    critique.line,
    critique.next.question,
    ...critique.findings.flatMap(({ why, question, shape }) => [why, question, shape ?? '']),
    ...(critique.notes ?? []).flatMap(({ text, question }) => [text, question]),
  ];
}
