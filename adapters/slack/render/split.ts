import { lengthFor, weightOfText } from './limits.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text in pieces that take at most `most` of a message's room each; put together they are the text again. Cuts are
 * after white space where there is any, and never inside an emoji or an accented letter that fits into a piece. An
 * entity is never cut: the text is not escaped here, only counted as if it were.
 */
export function splitText(text: string, most: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = cutAfter(text, start, furthest(text, start, most));
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

/** How far a piece can reach from `start`; at least one code point. */
function furthest(text: string, start: number, most: number): number {
  if ((text.length - start) * HEAVIEST <= most) return text.length;
  let at = start;
  let weight = 0;
  while (at < text.length) {
    const point = String.fromCodePoint(text.codePointAt(at) ?? 0);
    weight += MARKS.test(point) ? weightOfText(point) : point.length;
    if (weight > most && at > start) return at;
    at += point.length;
  }
  return at;
}

/** What one code unit weighs at most, written as \u0007. */
const HEAVIEST = 6;
/** What weighs more than its letters, in JSON or escaped. */
const MARKS = /[\p{Cc}\p{Cs}"\\&<>]/u;

function cutAfter(text: string, start: number, end: number): number {
  if (end === text.length) return end;
  for (let at = end; at > start; at -= 1) if (/\s/u.test(text[at - 1] ?? '') && !goesOn(text, at)) return at;
  // One word without a gap: its letters have to be looked at.
  const word = text.slice(start, end + LONGEST_LETTER);
  let cut = end;
  for (const { segment, index } of segmenter.segment(word)) {
    if (start + index + segment.length > end) break;
    cut = start + index + segment.length;
  }
  return cut;
}

/** In UTF-16 code units; longer ones are no letters but play. */
const LONGEST_LETTER = 40;

/** An accent or a joiner after a space belongs to it. */
function goesOn(text: string, at: number): boolean {
  return segmenter.segment(text.slice(at - 1, at + LONGEST_LETTER)).containing(1)?.index !== 1;
}

/** A label or a title of at most `most` characters as Slack counts them, shortened between two graphemes with "…". */
export function fitted(text: string, most: number): string {
  if (lengthFor(text) <= most) return text;
  let kept = '';
  let length = 0;
  for (const { segment } of segmenter.segment(text)) {
    length += lengthFor(segment);
    if (length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
