/** A row of a sparse matrix: which features, and how much of each. */
export interface Row {
  readonly at: Int32Array;
  readonly worth: Float32Array;
}

export interface Fitted {
  readonly weights: Float32Array;
  readonly bias: number;
}

export interface Fit {
  /** How strongly weights are pulled to nought: half of it times the sum of their squares is added to the mean loss. */
  readonly l2: number;
  readonly epochs: number;
  readonly rate: number;
}

/**
 * Logistic regressions on sparse rows, one for each column of `targets` (rows of 0 and 1), by averaged stochastic gradient
 * descent (Bottou 2010), rows in an order that a seed fixes: the same rows give the same weights. The squares of the
 * weights are scaled down all at once by one factor, so that a step costs what its row has features; all columns go
 * through the rows together, for most of the time is spent on reaching a feature's weights.
 */
export function fitLogistics(
  rows: readonly Row[],
  targets: readonly ArrayLike<number>[],
  features: number,
  { l2, epochs, rate: first }: Fit,
): Fitted[] {
  const width = targets.length;
  const weights = new Float64Array(features * width);
  const average = new Float64Array(features * width);
  const bias = new Float64Array(width);
  const averageBias = new Float64Array(width);
  const by = new Float64Array(width);
  let scale = 1;
  let averaged = 0;
  let step = 0;
  const order = rows.map((_, at) => at);
  const chance = seeded(20_261_126);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const index of order) {
      const row = rows[index];
      if (row === undefined) continue;
      const rate = first / (1 + first * l2 * step) ** 0.75;
      step += 1;
      by.fill(0);
      for (let k = 0; k < row.at.length; k += 1) {
        const from = (row.at[k] ?? 0) * width;
        const worth = row.worth[k] ?? 0;
        for (let column = 0; column < width; column += 1)
          by[column] = (by[column] ?? 0) + (weights[from + column] ?? 0) * worth;
      }
      const before = scale;
      scale *= 1 - rate * l2;
      const norm = normOf(row);
      for (let column = 0; column < width; column += 1) {
        const sum = (by[column] ?? 0) * before + (bias[column] ?? 0);
        const miss = 1 / (1 + Math.exp(-sum)) - (targets[column]?.[index] ?? 0);
        by[column] = (rate * miss) / scale / norm;
        bias[column] = (bias[column] ?? 0) - (rate * miss) / 10;
      }
      for (let k = 0; k < row.at.length; k += 1) {
        const from = (row.at[k] ?? 0) * width;
        const worth = row.worth[k] ?? 0;
        for (let column = 0; column < width; column += 1)
          weights[from + column] = (weights[from + column] ?? 0) - (by[column] ?? 0) * worth;
      }
    }
    // The first epochs are far from where it ends; the mean of the later ones is steadier than the last.
    if (epoch < epochs / 2) continue;
    averaged += 1;
    for (let at = 0; at < average.length; at += 1)
      average[at] = (average[at] ?? 0) + (weights[at] ?? 0) * scale;
    for (let column = 0; column < width; column += 1)
      averageBias[column] = (averageBias[column] ?? 0) + (bias[column] ?? 0);
  }
  return targets.map((_, column) => ({
    weights: Float32Array.from({ length: features }, (_, f) => (average[f * width + column] ?? 0) / averaged),
    bias: (averageBias[column] ?? 0) / averaged,
  }));
}

/** A row's own size bounds the step, so that long sentences do not shake the weights. */
function normOf(row: Row): number {
  let sum = 1;
  for (const worth of row.worth) sum += worth * worth;
  return Math.sqrt(sum);
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], chance: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}

export function probability(weights: Float32Array, bias: number, row: Row): number {
  let sum = bias;
  for (let k = 0; k < row.at.length; k += 1) sum += (weights[row.at[k] ?? 0] ?? 0) * (row.worth[k] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
