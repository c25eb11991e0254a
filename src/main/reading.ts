import type { ToldFor } from '../critique/doubts.ts';
import { loadLanguage } from '../critique/language.ts';
import { type ReadAs, read } from '../critique/read.ts';
import type { Reading } from '../critique/reading.ts';
import { catalog } from '../guide/catalog.ts';
import type { Guide } from '../guide/guide.ts';

/** What a text shows; the language model is loaded at the first one. */
export function readText(text: string, guide: Guide, about?: ToldFor, as?: ReadAs): Reading {
  return read(text, guide, loadLanguage(), about, as);
}

/** The first text read costs some 0.4 s (the model, and patterns to compile): better before anybody waits for it. */
export function warmReader(): void {
  const [sample] = catalog.default.samples;
  if (sample !== undefined)
    readText(Object.values(sample.steps).join(' '), catalog.default, { role: sample.profession });
}
