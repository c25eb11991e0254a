import { cleanText } from '../../src/text/clean.ts';

/** A name that somebody else gave, for the doctor: in quotes, on one line, and without what a terminal would obey. */
export function quotedName(name: string, otherwise: string): string {
  const line = cleanText(name).replace(/\s+/g, ' ').trim();
  return line === '' ? otherwise : `"${line}"`;
}
