import type { ParsedText } from '../parsed-text.ts';

/** The same finder, which reads each parsed text once: several signals stand on one another. */
export function remembered<T>(find: (text: ParsedText) => T): (text: ParsedText) => T {
  const known = new WeakMap<ParsedText, { readonly value: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.value;
    const value = find(text);
    known.set(text, { value });
    return value;
  };
}
