import { z } from 'zod';
import type { Features } from './unit-features.ts';

/** Logistic regressions over one list of features, as a file carries them. */
export const LinearFileSchema = z.strictObject({
  outputs: z.array(z.string()).min(1).readonly(),
  /** Names of the features, one a line. */
  features: z.string(),
  /** One signed byte an output and feature, row by feature, in base64: a weight is byte times the scale of its output. */
  weights: z.base64(),
  scales: z.array(z.number()).readonly(),
  biases: z.array(z.number()).readonly(),
});
export type LinearFile = z.infer<typeof LinearFileSchema>;

export interface Linear {
  readonly outputs: readonly string[];
  readonly features: ReadonlyMap<string, number>;
  readonly weights: Int8Array;
  readonly scales: readonly number[];
  readonly biases: readonly number[];
}

/** Throws where the file is not whole: the build is broken then, not the text. */
export function linearOf(file: LinearFile): Linear {
  const names = file.features.split('\n');
  const bytes = Buffer.from(file.weights, 'base64');
  const { outputs, scales, biases } = file;
  if (bytes.length !== names.length * outputs.length)
    throw new Error(`the critic's model has ${bytes.length} weights for ${names.length} features`);
  if (scales.length !== outputs.length || biases.length !== outputs.length)
    throw new Error(`the critic's model has ${scales.length} scales and ${biases.length} biases`);
  return {
    outputs,
    features: new Map(names.map((name, at) => [name, at])),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    scales,
    biases,
  };
}

/** How likely each output is, in their order. */
export function likelihoods(linear: Linear, features: Features): number[] {
  const { weights } = linear;
  const width = linear.outputs.length;
  const sums = new Float64Array(width);
  for (const [name, worth] of features) {
    const at = linear.features.get(name);
    if (at === undefined) continue;
    const row = at * width;
    for (let output = 0; output < width; output += 1)
      sums[output] = (sums[output] ?? 0) + (weights[row + output] ?? 0) * worth;
  }
  return Array.from(sums, (sum, output) => {
    const value = sum * (linear.scales[output] ?? 0) + (linear.biases[output] ?? 0);
    return 1 / (1 + Math.exp(-value));
  });
}
