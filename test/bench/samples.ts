/** The value below which a share of the samples lies (0.5 is the median). NaN where there are none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** One round of a load: how long each piece of work took, and all of them together. Milliseconds. */
export interface Round {
  readonly each: readonly number[];
  readonly elapsed: number;
}

/** What several rounds came to. `perSecond` and `p50` are medians over the rounds; `p99` is over all pieces of work. */
export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

export function figuresOf(rounds: readonly Round[]): Figures {
  const all = rounds.flatMap((round) => round.each);
  return {
    perSecond: median(rounds.map((round) => (round.each.length / round.elapsed) * 1_000)),
    p50: median(rounds.map((round) => median(round.each))),
    p99: quantile(all, 0.99),
    count: all.length,
  };
}

/** The median, over rounds that ran in turn, of how many times longer `of` took than `to` in the same pair. */
export function pairedRatio(of: readonly Round[], to: readonly Round[]): number {
  return median(of.map((round, index) => median(round.each) / median(to[index]?.each ?? [])));
}

/** Several callers side by side, each doing its own pieces of work one after the other. */
export async function roundOf(callers: readonly (readonly (() => Promise<unknown>)[])[]): Promise<Round> {
  const each: number[] = [];
  const began = performance.now();
  await Promise.all(
    callers.map(async (works) => {
      for (const work of works) {
        const at = performance.now();
        await work();
        each.push(performance.now() - at);
      }
    }),
  );
  return { each, elapsed: performance.now() - began };
}
