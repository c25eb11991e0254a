import type { Language } from './language.ts';
import type { ParsedText } from './parsed-text.ts';

const last = new WeakMap<Language, ParsedText>();

/** An answer, parsed. It is read first and judged then: the second time the parse, and the signs found in it, are still known. */
export function parsedOnce(text: string, language: Language): ParsedText {
  const known = last.get(language);
  if (known?.text === text) return known;
  const parsed = language.parse(text);
  last.set(language, parsed);
  return parsed;
}
