import { jsonrepair } from 'jsonrepair';
import { type Reply, ReplySchema } from './reply.ts';

/** Longer than any critique. */
const MOST_CHARACTERS = 60_000;
/** How many openings of an object are tried: prose before it may hold a brace of its own. */
const MOST_OPENINGS = 8;

/**
 * Reads what a model wrote: the object alone, in a fence, with prose around it, with numbers as text, or cut off where
 * its tokens ran out. Undefined where there is no critique in it.
 */
export function readReply(written: string): Reply | undefined {
  const text = written.slice(0, MOST_CHARACTERS);
  const candidates = candidatesIn(text);
  for (const parse of [JSON.parse, repaired]) {
    for (const candidate of candidates) {
      const object = parsedAs(parse, candidate);
      if (object !== undefined && PARTS.some((part) => part in object)) return ReplySchema.parse(object);
    }
  }
  return undefined;
}

const PARTS = ['steps', 'rephrased', 'findings', 'line', 'next', 'notes'];

const repaired = (text: string): unknown => JSON.parse(jsonrepair(text));

/** From each opening brace to the one that closes it; where none does, to the last one and to the end: it was cut off. */
function candidatesIn(text: string): string[] {
  const last = text.lastIndexOf('}');
  const found: string[] = [];
  let from = text.indexOf('{');
  for (let at = 0; at < MOST_OPENINGS && from >= 0; at += 1, from = text.indexOf('{', from + 1)) {
    const end = closing(text, from);
    if (end !== undefined) found.push(text.slice(from, end));
    if (last > from) found.push(text.slice(from, last + 1));
    found.push(text.slice(from));
  }
  return found;
}

/** Behind the brace that closes the object opened at `from`; braces in strings count nothing. */
function closing(text: string, from: number): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.slice(from).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gsu)) {
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    if (depth === 0) return from + index + 1;
  }
  return undefined;
}

function parsedAs(parse: (text: string) => unknown, text: string): object | undefined {
  try {
    const value = parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
