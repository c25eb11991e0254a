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
}

const RATE = 0.5;

/**
 * Logistic regression on sparse rows by averaged stochastic gradient descent (Bottou 2010), rows in an order that a seed
 * fixes: the same rows give the same weights. `y` are 0 or 1. The squares of the weights are scaled down all at once by
 * one factor, so that a step costs what its row has features.
 */
export function fitLogistic(
  rows: readonly Row[],
  y: ArrayLike<number>,
  features: number,
  { l2, epochs }: Fit,
): Fitted {
  const weights = new Float64Array(features);
  const average = new Float64Array(features);
  let scale = 1;
  let bias = 0;
  let averageBias = 0;
  let averaged = 0;
  let step = 0;
  const order = rows.map((_, at) => at);
  const chance = seeded(20_261_126);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, chance);
    for (const index of order) {
      const row = rows[index];
      if (row === undefined) continue;
      const rate = RATE / (1 + RATE * l2 * step) ** 0.75;
      step += 1;
      let sum = 0;
      for (let k = 0; k < row.at.length; k += 1) sum += (weights[row.at[k] ?? 0] ?? 0) * (row.worth[k] ?? 0);
      const miss = 1 / (1 + Math.exp(-(sum * scale + bias))) - (y[index] ?? 0);
      scale *= 1 - rate * l2;
      const by = (rate * miss) / scale / normOf(row);
      for (let k = 0; k < row.at.length; k += 1) {
        const f = row.at[k] ?? 0;
        weights[f] = (weights[f] ?? 0) - by * (row.worth[k] ?? 0);
      }
      bias -= (rate * miss) / 10;
    }
    // The first epochs are far from where it ends; the mean of the later ones is steadier than the last.
    if (epoch < epochs / 2) continue;
    averaged += 1;
    for (let f = 0; f < features; f += 1) average[f] = (average[f] ?? 0) + (weights[f] ?? 0) * scale;
    averageBias += bias;
  }
  return { weights: Float32Array.from(average, (sum) => sum / averaged), bias: averageBias / averaged };
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
