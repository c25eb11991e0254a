/** Quadratic weighted kappa of two raters over 0, 1 and 2: 1 is agreement, 0 what chance gives. */
export function weightedKappa(a: readonly number[], b: readonly number[]): number {
  const seenA = [0, 0, 0];
  const seenB = [0, 0, 0];
  let apart = 0;
  for (const [at, x] of a.entries()) {
    const y = b[at] ?? 0;
    seenA[x] = (seenA[x] ?? 0) + 1;
    seenB[y] = (seenB[y] ?? 0) + 1;
    apart += (x - y) ** 2;
  }
  let byChance = 0;
  for (const [x, countA] of seenA.entries())
    for (const [y, countB] of seenB.entries()) byChance += ((countA * countB) / a.length) * (x - y) ** 2;
  return byChance === 0 ? 1 : 1 - apart / byChance;
}

/** Yes said by both, only by the readers (missed), only by the critic (wrong). */
export interface Counts {
  readonly both: number;
  readonly missed: number;
  readonly wrong: number;
}

export function counted(given: readonly boolean[], real: readonly boolean[]): Counts {
  let [both, missed, wrong] = [0, 0, 0];
  for (const [at, yes] of given.entries()) {
    if (yes && real[at] === true) both += 1;
    else if (yes) wrong += 1;
    else if (real[at] === true) missed += 1;
  }
  return { both, missed, wrong };
}

/** F1: 1 where nobody said yes. */
export function f1Of({ both, missed, wrong }: Counts): number {
  return both + missed + wrong === 0 ? 1 : (2 * both) / (2 * both + missed + wrong);
}

/** The chance that one of the good has a higher score than one of the others; ties count half. */
export function areaUnderCurve(scores: readonly number[], good: readonly boolean[]): number {
  let won = 0;
  let pairs = 0;
  for (const [at, score] of scores.entries()) {
    if (good[at] !== true) continue;
    for (const [other, beside] of scores.entries()) {
      if (good[other] === true) continue;
      pairs += 1;
      won += score > beside ? 1 : score === beside ? 0.5 : 0;
    }
  }
  return pairs === 0 ? 1 : won / pairs;
}
