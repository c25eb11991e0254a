import type { Span } from '../../text/span.ts';
import { mostLikely } from '../model/seen.ts';
import { fold } from '../parsed-text.ts';
import { type GapFinder, type KnownAnswer, stepWith } from './gap.ts';
import { isGrave } from './grave.ts';
import { occasionIn } from './occasion.ts';
import { inLine, mayBeRepeated, quotable } from './quotable.ts';

/** From here on the model is taken at its word that a stretch claims a change. */
const CLAIMS = 0.5;

/** What somebody did: "she was eighty-eight" does not come up again. */
const OWN = /(?<!\p{L})[Ii] (?!was|am|had|felt|feel)\p{L}/u;
/** A claim says that something is another way than before. */
const CHANGED =
  /(?<!\p{L})(?:now|today|nowadays|these days|since|always|never|every|each|more|less|better|no longer|anymore|any more|after that|\p{L}{2,}(?:ier|ter))(?!\p{L})/u;

/** Nothing is told of the time since, or a change is only claimed: when did the same thing come up again? */
export const nextOccasion: GapFinder = {
  name: 'next-occasion',
  // Where there is another story to find, this one is not asked about further.
  asksLike: [
    'later-occasion',
    'changed-practice',
    'result',
    'no-growth',
    'trivial',
    'no-failure',
    'catastrophe',
  ],
  find(known) {
    const growth = stepWith(known.judged, 'later-occasion');
    if (growth === undefined || growth.judged.judgement.score === 2) return [];
    if (isGrave(known)) return [];
    if ((growth.shown?.found.length ?? 0) > 0 || growth.judged.waived.length > 0) return [];
    const claim = growth.judged.judgement.score === 0 ? undefined : claimOf(known);
    const occasion = occasionIn(known);
    const slots = {
      ...(occasion === undefined ? {} : { occasion }),
      ...thingSlot(known.thing),
      ...quoteSlot('claim', claim),
      ...quoteSlot('slip', known.slip !== undefined && OWN.test(known.slip.quote) ? known.slip : undefined),
    };
    return [claim === undefined ? { slots } : { slots, about: claim }];
  },
};

/** The words that claim a change without saying when it showed. */
function claimOf({ judged, seen }: KnownAnswer): Span | undefined {
  const growth = stepWith(judged, 'later-occasion')?.judged;
  const tried = growth?.shown.flatMap((one) => [...one.thin, ...one.found]) ?? [];
  const best = seen === undefined ? undefined : mostLikely(seen, 'claim');
  const likely = best !== undefined && best.likelihood >= CLAIMS ? [best.unit.span] : [];
  return [...likely, ...tried]
    .flatMap((span) => quotable(span) ?? [])
    .find(({ quote }) => CHANGED.test(fold(quote)));
}

/** "My alarm" is yours when it is asked about. */
function thingSlot(thing: string | undefined): { thing?: string } {
  if (thing === undefined || !mayBeRepeated(thing)) return {};
  return { thing: thing.replace(/^(?:my|our) /u, 'your ') };
}

function quoteSlot(name: string, span: Span | undefined): Record<string, string> {
  const short = span === undefined ? undefined : quotable(span);
  return short === undefined ? {} : { [name]: inLine(short) };
}
