import { ABBREVIATIONS } from '../zones/meanings.ts';
import { zoneNamed } from '../zones/names.ts';
import { type ZonesMeant, zonesMeant } from '../zones.ts';

/** A zone that is named among words for a time, and the words without it. */
export interface ZoneFound {
  readonly meant: ZonesMeant;
  readonly rest: string;
}

const NAME = /(?<=^|\s)\(?(?:in )?([a-z]+(?:\/[a-z\d_+-]+){1,2}|utc)\)?(?: time)?(?=\s|$)/giu;
const OFFSET = /(?<=\s)((?:gmt|utc)\s?[+\-−]\s?\d{1,2}(?::?[0-5]\d)?)(?=\s|$)/giu;
const LETTERS = /(?<=\s)\(?([a-z]{2,4})\)?(?: time)?(?=\s|$)/giu;
const PLACE_TIME = /(?<=^|\s)(\p{L}[\p{L}.]*(?: \p{L}[\p{L}.]*){0,4}) time(?=\s|$)/giu;
const IN_PLACE = /(?<=\s)in (\p{L}[\p{L}.]*(?: \p{L}[\p{L}.]*){0,2})(?=\s|$)/giu;
/** Small letters may be a word: "at noon west" is no zone; "9am ist" has one. */
const SURELY_ZONES = /^(?:[a-z]?[sd]t|i?st|gmt|cet|cest|eet|msk)$/u;

/** The zone in words as they were typed, in the same letters; undefined where they name none. */
export function zoneIn(words: string, own: string, now: string): ZoneFound | undefined {
  const at = { now, own, isStrict: true };
  for (const match of words.matchAll(OFFSET)) {
    const meant = zonesMeant(match[1] ?? '', at);
    if (meant !== undefined) return { meant, rest: without(words, match) };
  }
  for (const match of words.matchAll(NAME)) {
    const zone = zoneNamed(match[1] ?? '');
    if (zone !== undefined) return { meant: { zone }, rest: without(words, match) };
  }
  for (const match of words.matchAll(LETTERS)) {
    const letters = match[1] ?? '';
    const isSaid = letters === letters.toUpperCase() || SURELY_ZONES.test(letters);
    if (!isSaid || !ABBREVIATIONS.has(letters.toLowerCase())) continue;
    const meant = zonesMeant(letters, at);
    if (meant !== undefined) return { meant, rest: without(words, match) };
  }
  return placeIn(words, PLACE_TIME, 'end', at) ?? placeIn(words, IN_PLACE, 'start', at);
}

/** Words before "time" end with the place, those after "in" begin with it: the longest that is one. */
function placeIn(
  words: string,
  form: RegExp,
  anchor: 'start' | 'end',
  at: { readonly now: string; readonly own: string; readonly isStrict: boolean },
): ZoneFound | undefined {
  for (const match of words.matchAll(form)) {
    const parts = (match[1] ?? '').split(' ');
    for (let length = Math.min(parts.length, 3); length > 0; length -= 1) {
      const place = (anchor === 'end' ? parts.slice(-length) : parts.slice(0, length)).join(' ');
      // A clock or an offset is no place.
      const meant = /\d/u.test(place) ? undefined : zonesMeant(place, at);
      if (meant === undefined) continue;
      const rest = anchor === 'end' ? parts.slice(0, -length) : parts.slice(length);
      const left = rest.join(' ').replace(/(?:^|\s)in$/u, '');
      const before = words.slice(0, match.index);
      return { meant, rest: tidy(`${before} ${left} ${words.slice(match.index + match[0].length)}`) };
    }
  }
  return undefined;
}

function without(words: string, { index = 0, 0: whole }: RegExpMatchArray): string {
  return tidy(`${words.slice(0, index)} ${words.slice(index + whole.length)}`);
}

function tidy(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
