import { z } from 'zod';
import type { Guide } from '../../guide/guide.ts';
import { featureWord } from './feature-words.ts';
import { UNIT_LABELS } from './labels.ts';
import { type Linear, LinearFileSchema, linearOf } from './linear.ts';
import { createSpeller, type Speller } from './spelling.ts';
import weights from './weights.json' with { type: 'json' };

/** What scripts/train makes of the corpus: see docs/critic.md. */
export const ModelFileSchema = z.strictObject({
  v: z.literal(1),
  /** The guide whose steps and pitfalls it was trained on. */
  guide: z.string(),
  /** The words it was trained on, as `featureWords` spells them. */
  words: z.string(),
  first: LinearFileSchema,
  second: LinearFileSchema,
  answer: LinearFileSchema,
  /** From where on a score or a pitfall is said, by name. */
  thresholds: z.record(z.string(), z.number()),
});
export type ModelFile = z.infer<typeof ModelFileSchema>;

export interface CriticModel {
  readonly first: Linear;
  readonly second: Linear;
  readonly answer: Linear;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly words: ReadonlySet<string>;
  /** Knows the words it was trained on. */
  readonly speller: Speller;
}

let loaded: { readonly guide: string; readonly model: CriticModel } | undefined;

/** The model trained for a guide; undefined for a guide without, which is judged by signs alone. Read once. */
export function modelFor(guide: Guide): CriticModel | undefined {
  const { guide: trainedOn, model } = opened();
  return trainedOn === guide.id ? model : undefined;
}

/** Whether the word stands in enough of the answers the model was trained on: English, in notes as well as in sentences. */
export function isTrainedWord(word: string): boolean {
  return opened().model.words.has(featureWord(word));
}

/** A model from its file. */
export function modelOf(file: ModelFile): CriticModel {
  const first = linearOf(file.first);
  const second = linearOf(file.second);
  for (const { outputs } of [first, second])
    if (outputs.join() !== UNIT_LABELS.join())
      throw new Error('the critic’s model has other labels than ours');
  const words = file.words.split(' ');
  return {
    first,
    words: new Set(words),
    speller: createSpeller(words),
    second,
    answer: linearOf(file.answer),
    thresholds: file.thresholds,
  };
}

function opened(): { readonly guide: string; readonly model: CriticModel } {
  if (loaded === undefined) {
    const file = ModelFileSchema.parse(weights);
    loaded = { guide: file.guide, model: modelOf(file) };
  }
  return loaded;
}
