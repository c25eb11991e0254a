import type { Guide } from '../../guide/guide.ts';
import { type Seniority, seniorityIn } from '../../guide/seniority.ts';
import type { Sign } from '../signals/catalog.ts';
import { mostLikely, type Seen } from './seen.ts';
import { PITFALL_SHOWN_BY } from './shown-by.ts';

/** The guide's pitfalls as signs: those the trained model says are there, each with the words that show it most. */
export function pitfallsAsSeen(
  guide: Guide,
  signs: ReadonlyMap<string, Sign>,
  seen: Seen,
  {
    role,
    seniority = seniorityIn(role),
  }: { readonly role?: string | undefined; readonly seniority?: Seniority | undefined },
): Map<string, Sign> {
  const all = new Map(signs);
  for (const { id, signal } of guide.pitfalls) {
    const label = PITFALL_SHOWN_BY.get(id);
    const known = signs.get(signal)?.found ?? [];
    if (label === undefined) {
      all.set(signal, {
        found: id === NO_GROWTH && !hasNoGrowth(seen) ? [] : endingOr(known, seen),
        thin: [],
      });
      continue;
    }
    const from = id === TRIVIAL ? TRIVIAL_FROM[seniority ?? 'experienced'] : 1;
    const isThere = (seen.pitfalls[id] ?? 0) >= from && !(id === CORE && role === undefined);
    const best = mostLikely(seen, label)?.unit.span;
    const found = known.length > 0 ? known : best === undefined ? [] : [best];
    const isPlain = known.length > 0 && PLAIN.has(id) && !(id === CORE && isMended(seen));
    all.set(signal, {
      found: isThere || isPlain ? found : [],
      thin: [],
    });
  }
  return all;
}

/** Only for a role: without one nobody knows what its core is. */
const CORE = 'core-skill';
const TRIVIAL = 'trivial';
/** From how likely on a story counts as trivial: small things weigh for a student, and are not enough for a director. */
const TRIVIAL_FROM: Readonly<Record<Seniority, number>> = {
  student: 1.6,
  early: 1.25,
  experienced: 1,
  leading: 0.7,
};
const NO_GROWTH = 'no-growth';
/** Of these our patterns take only plain words: said so, it is there, whatever else is told. */
const PLAIN = new Set([
  'personal-catastrophe',
  'others-mistakes',
  'defensive-or-blaming',
  'too-emotional',
  CORE,
]);

/** A lapse in the trade that was mended since is no reason to doubt the person now. */
function isMended({ scores }: Seen): boolean {
  return scores['growth-evidence'] === 2;
}

/** Nothing since, and at most a lesson that would fit any story. */
export function hasNoGrowth({ scores }: Seen): boolean {
  return (scores['growth-evidence'] ?? 0) === 0 && (scores.reflections ?? 0) < 2;
}

function endingOr(known: Sign['found'], seen: Seen): Sign['found'] {
  const ending = seen.units.at(-1)?.span;
  return known.length > 0 || ending === undefined ? known : [ending];
}
