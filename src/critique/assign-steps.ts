import type { Guide } from '../guide/guide.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Sign } from './signals/catalog.ts';
import { pullsOf } from './step-pulls.ts';

// All in pulls: an essential sign pulls its sentence with 2, another with 1. Set on the stories of carry.test.ts.

/** A move to the next step, and for each step it leaves out. Most people tell in order, and nobody has to. */
const MOVE_ON = 1;
const LEAVE_OUT = 0.33;
/** A move back to the step before, and for each step further back. */
const MOVE_BACK = 1.33;
const FURTHER_BACK = 0.67;
/** Each part of a story is told in one piece: coming back to a step that was left. */
const AGAIN = 3;
/** "It", "then", "they" at the front of a sentence: it goes on where the one before it was. */
const GOES_ON = 1.67;
/** To begin with another step than the guide's first, for each step before it; an opening may begin anywhere. */
const BEGIN_LATE = 1;
/** No sentence pulls harder, whatever it shows: no step takes its neighbours' sentences. */
const MOST_PULL = 4;

/** From so many sentences for each step on, a text is a whole story: then every step has probably been told. */
const WHOLE_STORY = 1.6;
/** What it is worth that a step gets its first sentence: in a whole story much for any hint of it, and something without one, … */
const TOLD_WHOLE = 8;
const NO_HINT = 3;
/** … while in a shorter text it is worth little, and only with a sign. */
const TOLD_SHORT = 1;

/** Up to here a text is an opening: it speaks to the step where the guide opens unless it clearly shows another. */
const OPENING_SENTENCES = 3;
const OPENS = 2;
/** A single sentence that names the place as well as the slip is still the opening. */
const OPENS_ALONE = 3;

const CONTINUES =
  /^(?:then|also|it|that|this|he|she|they|by|and|but|so|their|his|her|its|i also|the more|the other|one of)(?!\p{L})/u;
const PARAGRAPH = /\n[^\S\n]*\n/u;

/**
 * Gives every sentence to one step of the guide, whatever the order in which the steps were told: the dearest path
 * through the steps, where a sentence is drawn by what it shows and stays with the one before it where it shows
 * nothing. The path remembers which steps it has been to, so that each part is told once and none is left empty for
 * want of a place in the order. A longer text that shows no sign goes to the first step whole.
 *
 * Takes 2^steps × steps² × sentences: guides have a handful of steps.
 */
export function assignSteps(text: ParsedText, guide: Guide, signs: ReadonlyMap<string, Sign>): number[] {
  const count = text.sentences.length;
  const opening =
    count <= OPENING_SENTENCES ? guide.steps.findIndex((step) => step.id === guide.opensAt) : -1;
  const opens = count === 1 ? OPENS_ALONE : OPENS;
  const pulls = pullsOf(text, guide, signs).map((row) =>
    row.map((pull, step) => Math.min(pull, MOST_PULL) + (step === opening ? opens : 0)),
  );
  if (pulls.every((row) => row.every((pull) => pull === 0))) return pulls.map(() => 0);
  const places = placesOf(text);
  const isWhole = count >= guide.steps.length * WHOLE_STORY;
  const told: Told = isWhole
    ? (pull) => (pull > 0 ? TOLD_WHOLE : NO_HINT)
    : (pull) => TOLD_SHORT * Math.min(1, pull);
  return dearestPath(pulls, told, opening < 0 ? BEGIN_LATE : 0, places);
}

/** What it is worth that a step gets its first sentence, by how hard that sentence is drawn to it. */
type Told = (pull: number) => number;

/** How a sentence hangs on the one before it: what a move there costs, as a share and on top. */
interface Place {
  readonly share: number;
  readonly extra: number;
}

/** Between paragraphs a move is free. */
function placesOf(text: ParsedText): Place[] {
  return text.sentences.map((sentence) => {
    const before = text.sentences[sentence.index - 1]?.span.end ?? 0;
    if (PARAGRAPH.test(text.text.slice(before, sentence.span.start))) return { share: 0, extra: 0 };
    return { share: 1, extra: CONTINUES.test(sentence.folded) ? GOES_ON : 0 };
  });
}

/** A state is a set of steps visited and the step the path is at: `visited * steps + at`. */
function dearestPath(
  pulls: readonly (readonly number[])[],
  told: Told,
  beginLate: number,
  places: readonly Place[],
): number[] {
  const steps = pulls[0]?.length ?? 0;
  const states = 2 ** steps * steps;
  const pullAt = (at: number, step: number): number => pulls[at]?.[step] ?? 0;
  const firstWord = (at: number, step: number): number => told(pullAt(at, step));
  let best = new Float64Array(states).fill(Number.NEGATIVE_INFINITY);
  for (let step = 0; step < steps; step += 1)
    best[2 ** step * steps + step] = pullAt(0, step) + firstWord(0, step) - step * beginLate;
  const cameFrom: Int32Array[] = [];
  for (let at = 1; at < pulls.length; at += 1) {
    const { share, extra } = places[at] ?? { share: 1, extra: 0 };
    const next = new Float64Array(states).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(states);
    for (const [state, value] of best.entries()) {
      if (value === Number.NEGATIVE_INFINITY) continue;
      const here = state % steps;
      const visited = (state - here) / steps;
      for (let step = 0; step < steps; step += 1) {
        const known = (visited & (2 ** step)) !== 0;
        let worth = value + pullAt(at, step);
        if (step !== here) worth -= moveCost(here, step) * share + extra + (known ? AGAIN : 0);
        if (!known) worth += firstWord(at, step);
        const to = (visited | (2 ** step)) * steps + step;
        // The margin keeps the first of equals, whatever the order in which sums were rounded.
        if (worth <= (next[to] ?? 0) + 1e-9) continue;
        next[to] = worth;
        from[to] = state;
      }
    }
    cameFrom.push(from);
    best = next;
  }
  return wayTo(dearest(best), cameFrom, steps);
}

function moveCost(from: number, to: number): number {
  return to > from ? MOVE_ON + (to - from - 1) * LEAVE_OUT : MOVE_BACK + (from - to - 1) * FURTHER_BACK;
}

function dearest(values: Float64Array): number {
  let top = 0;
  for (const [state, value] of values.entries()) if (value > (values[top] ?? 0) + 1e-9) top = state;
  return top;
}

function wayTo(last: number, cameFrom: readonly Int32Array[], steps: number): number[] {
  let state = last;
  const path = [state % steps];
  for (const from of cameFrom.toReversed()) {
    state = from[state] ?? 0;
    path.push(state % steps);
  }
  return path.reverse();
}
