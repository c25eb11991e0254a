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

/** From each opening brace to the last closing one, and, for what was cut off, to the end. */
function candidatesIn(text: string): string[] {
  const last = text.lastIndexOf('}');
  const found: string[] = [];
  let from = text.indexOf('{');
  for (let at = 0; at < MOST_OPENINGS && from >= 0; at += 1, from = text.indexOf('{', from + 1)) {
    if (last > from) found.push(text.slice(from, last + 1));
    found.push(text.slice(from));
  }
  return found;
}

function parsedAs(parse: (text: string) => unknown, text: string): object | undefined {
  try {
    const value = parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
