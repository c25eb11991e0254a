import type { LinearFile } from '../../src/critique/model/linear.ts';
import type { Model } from './stages.ts';

/** A fitted model as a file carries it. Features that weigh next to nothing for every output are left out. */
export function linearFileOf({ vocabulary, fitted }: Model, least = 0): LinearFile {
  const outputs = [...fitted.keys()];
  const models = [...fitted.values()];
  const names = [...vocabulary]
    .filter(([, at]) => models.some(({ weights }) => Math.abs(weights[at] ?? 0) > least))
    .map(([name]) => name);
  const scales = models.map(({ weights }) => {
    const most = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1e-6);
    return Number((most / 127).toPrecision(6));
  });
  const bytes = new Int8Array(names.length * outputs.length);
  for (const [row, name] of names.entries()) {
    const at = vocabulary.get(name) ?? 0;
    for (const [output, { weights }] of models.entries())
      bytes[row * outputs.length + output] = Math.round((weights[at] ?? 0) / (scales[output] ?? 1));
  }
  return {
    outputs,
    features: names.join('\n'),
    weights: Buffer.from(bytes.buffer).toString('base64'),
    scales,
    biases: models.map(({ bias }) => Number(bias.toPrecision(6))),
  };
}
