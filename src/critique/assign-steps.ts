import type { Guide } from '../guide/guide.ts';
import type { Span } from '../text/span.ts';
import type { ParsedText, Sentence } from './parsed-text.ts';
import type { Sign } from './signals/catalog.ts';

/** A step further costs a little, a step back more: most people tell in order, and nobody has to. */
const STEP_ON = 0.4;
const STEP_OVER = 0.3;
const STEP_BACK = 1.2;
/** How much the place of a sentence in the text says about its step. */
const PLACE = 0.6;

/**
 * Gives every sentence to one step of the guide: the cheapest path through the steps, where a sentence
 * is drawn by the signs it shows and by its place. A text that shows no sign goes to the first step whole.
 */
export function assignSteps(text: ParsedText, guide: Guide, signs: ReadonlyMap<string, Sign>): number[] {
  const pulls = text.sentences.map((sentence) =>
    guide.steps.map((_, step) => pull(sentence, guide, step, signs)),
  );
  if (pulls.every((row) => row.every((value) => value === 0))) return text.sentences.map(() => 0);
  const steps = guide.steps.length;
  const count = text.sentences.length;
  let best = guide.steps.map((_, step) => (pulls[0]?.[step] ?? 0) + place(pulls, 0, step) - step * STEP_OVER);
  const cameFrom: number[][] = [];
  for (let at = 1; at < count; at += 1) {
    const next: number[] = [];
    const from: number[] = [];
    for (let step = 0; step < steps; step += 1) {
      let top = Number.NEGATIVE_INFINITY;
      let source = step;
      for (let earlier = 0; earlier < steps; earlier += 1) {
        const value = (best[earlier] ?? 0) - moveCost(earlier, step);
        if (value > top + 1e-9) {
          top = value;
          source = earlier;
        }
      }
      next.push(top + (pulls[at]?.[step] ?? 0) + place(pulls, at, step));
      from.push(source);
    }
    cameFrom.push(from);
    best = next;
  }
  const path = [best.indexOf(Math.max(...best))];
  for (let at = count - 1; at > 0; at -= 1) path.push(cameFrom[at - 1]?.[path.at(-1) ?? 0] ?? 0);
  return path.reverse();
}

function moveCost(from: number, to: number): number {
  if (from === to) return 0;
  return to > from ? STEP_ON + (to - from - 1) * STEP_OVER : STEP_BACK + (from - to - 1) * STEP_OVER;
}

/** A sentence without a sign stays with its neighbours: its place alone says nothing. */
function place(pulls: readonly (readonly number[])[], at: number, step: number): number {
  const row = pulls[at] ?? [];
  if (pulls.length < 2 || row.length < 2 || row.every((value) => value === 0)) return 0;
  return PLACE * (1 - Math.abs(at / (pulls.length - 1) - step / (row.length - 1)));
}

function pull(sentence: Sentence, guide: Guide, step: number, signs: ReadonlyMap<string, Sign>): number {
  let sum = 0;
  for (const use of guide.steps[step]?.signals ?? []) {
    const sign = signs.get(use.signal);
    const worth = use.essential ? 2 : 1;
    if (sign?.found.some((span) => within(span, sentence)) === true) sum += worth;
    else if (sign?.thin.some((span) => within(span, sentence)) === true) sum += worth / 2;
  }
  return sum;
}

function within(span: Span, sentence: Sentence): boolean {
  return span.start >= sentence.span.start && span.start < sentence.span.end;
}
