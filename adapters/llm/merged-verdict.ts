import type { Critique, Finding } from '../../src/critique/critique.ts';
import type { Guide } from '../../src/guide/guide.ts';

/** As in `src/critique/verdict.ts`: below this mean most of the story is still to come. */
const BAD_BELOW = 0.45;

export type MergedVerdict = Pick<Critique, 'overall' | 'verdict'>;

/**
 * The verdict after a model has had its say: the offline one, moved only as far as its scores and findings were. A
 * model's own verdict is not asked for. What caps the offline verdict at bad caps this one; a model cannot call an
 * answer good that the scores do not, and its pitfalls can take "good" away, never make an answer bad.
 */
export function mergedVerdict(
  guide: Guide,
  offline: Critique,
  steps: Critique['steps'],
  findings: readonly Finding[],
): MergedVerdict {
  const by = meanOf(steps) - meanOf(offline.steps);
  const overall = Math.round(Math.min(1, Math.max(0, offline.overall + by)) * 100) / 100;
  const isPitfall = ({ rule }: Finding) => guide.pitfalls.some(({ id }) => id === rule);
  const pitfalls = findings.filter(isPitfall);
  const isFree = pitfalls.length === 0;
  if (by === 0 && pitfalls.length <= offline.findings.filter(isPitfall).length)
    return { overall: offline.overall, verdict: offline.verdict };
  if (offline.verdict === 'bad') {
    const wasCapped = offline.findings.some(isPitfall) || offline.overall >= BAD_BELOW;
    const rises = !wasCapped && isFree && overall >= BAD_BELOW && scoreAt(steps, guide.opensAt) > 0;
    return { overall, verdict: rises ? 'weak' : 'bad' };
  }
  if (offline.verdict === 'good')
    return { overall, verdict: isFree && isToldWell(guide, steps) ? 'good' : 'weak' };
  return { overall, verdict: by > 0 && findings.length === 0 && isToldWell(guide, steps) ? 'good' : 'weak' };
}

/** The failure is clear, and of the last two steps, what was learned and what came of it, one is clear and none is missing. */
function isToldWell(guide: Guide, steps: Critique['steps']): boolean {
  const last = guide.steps.slice(-2).map(({ id }) => scoreAt(steps, id));
  return scoreAt(steps, guide.opensAt) === 2 && Math.max(...last) === 2 && Math.min(...last) >= 1;
}

const scoreAt = (steps: Critique['steps'], id: string): number => steps[id]?.score ?? 0;

function meanOf(steps: Critique['steps']): number {
  const all = Object.values(steps);
  return all.reduce((sum, { score }) => sum + score, 0) / Math.max(1, 2 * all.length);
}
