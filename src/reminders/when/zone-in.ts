import { ABBREVIATIONS } from '../zones/meanings.ts';
import { zoneNamed } from '../zones/names.ts';
import { type ZonesMeant, zonesMeant } from '../zones.ts';

/** A zone that is named among words for a time, and the words without it. */
export interface ZoneFound {
  readonly meant: ZonesMeant;
  readonly rest: string;
}

const NAME = /(?:^|\s)\(?(?:in )?([a-z]+(?:\/[a-z_+-]+){1,2}|utc)\)?(?=\s|$)/iu;
const PLACE_TIME = /\s(?:in )?(\p{L}[\p{L} ]*?) time$/iu;
const IN_PLACE = /\sin (\p{L}[\p{L} ]*)$/iu;
const LAST = /(?<=\d|[ap]m|noon|midnight|\s)\s([a-z]{2,4})$/iu;

/** The zone in words as they were typed, in the same letters; undefined where they name none. */
export function zoneIn(words: string, own: string, now: string): ZoneFound | undefined {
  const named = NAME.exec(words);
  const zone = named?.[1] === undefined ? undefined : zoneNamed(named[1]);
  if (named !== null && zone !== undefined) return { meant: { zone }, rest: without(words, named) };
  for (const form of [PLACE_TIME, IN_PLACE]) {
    const match = form.exec(words);
    const place = match?.[1] ?? '';
    if (
      match === null ||
      /^(?:the |a |an )?(?:morning|evening|afternoon|night|minutes?|hours?|days?|weeks?|months?|an? .*)$/iu.test(
        place,
      )
    )
      continue;
    const meant = zonesMeant(place, { now, own });
    if (meant !== undefined) return { meant, rest: without(words, match) };
  }
  const last = LAST.exec(words);
  const letters = last?.[1] ?? '';
  // Small letters may be a word: "at noon west" is no time; "9am ist" is.
  const isMeant =
    letters === letters.toUpperCase() || /^(?:[a-z]?[sd]t|i?st|gmt|cet|cest|eet|msk)$/u.test(letters);
  if (last === null || !isMeant || ABBREVIATIONS[letters.toLowerCase()] === undefined) return undefined;
  const meant = zonesMeant(letters, { now, own });
  return meant === undefined ? undefined : { meant, rest: without(words, last) };
}

function without(words: string, { index, 0: whole }: RegExpExecArray): string {
  return `${words.slice(0, index)} ${words.slice(index + whole.length)}`.replace(/\s+/gu, ' ').trim();
}
