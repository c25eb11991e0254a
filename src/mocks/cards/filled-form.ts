import type { Guide } from '../../guide/guide.ts';
import { hasWord } from '../../text/words.ts';
import type { ListeningCard } from '../listening-card.ts';
import { heardOf } from './listening-words.ts';

/** A form as it came back, by the ids of its inputs. What is left out was not filled in. */
export type Values = Readonly<Record<string, string | undefined>>;

/** What was said of the steps of this guide; a step that was left alone is left out. */
export function stepsIn(values: Values, { steps }: Guide): ListeningCard['steps'] {
  return Object.fromEntries(
    steps.flatMap(({ id }) => {
      const heard = heardOf(values[`step-${id}`]);
      return heard === undefined ? [] : [[id, heard]];
    }),
  );
}

/** The pitfalls that were picked: by their numbers, or by their ids with commas between. Anything else names none. */
export function effectsIn(words: string | undefined, { pitfalls }: Guide): string[] {
  const named = new Set((words ?? '').split(/[\s,]+/u));
  const numbers = new Set((words ?? '').split(/[\s,-]+/u));
  return pitfalls.filter(({ id }, index) => named.has(id) || numbers.has(`${index + 1}`)).map(({ id }) => id);
}

/** A line as it is kept; undefined where there is no word in it. */
export function lineIn(words: string | undefined): string | undefined {
  const line = (words ?? '').trim();
  return hasWord(line) ? line : undefined;
}
