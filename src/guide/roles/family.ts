/**
 * What a job cannot do without, in our own words, and the words that touch it. The patterns are sources for
 * `anyOf` over folded text (lower case, straight apostrophes); none holds an unbounded gap.
 */
export interface CoreRequirement {
  /** "giving the right medicine to the right patient". */
  readonly name: string;
  /** What one would call oneself no good at: "patients", "numbers". */
  readonly skill?: string;
  /** What goes wrong where it is missing, as said after "I": weighs only where it is told as usual or recent. */
  readonly lapse?: string;
  /** What breaks trust the first time, as said after "I". */
  readonly breach?: string;
}

/** A family of jobs. */
export interface RoleFamily {
  readonly id: string;
  /** "nursing": for "the core of nursing". */
  readonly name: string;
  /** Words in a job's name that belong to this family, as pattern sources; the longest match decides. */
  readonly titles: readonly string[];
  /** Words that decide only where nothing else does: "manager" alone. */
  readonly otherwise?: readonly string[];
  readonly core: readonly CoreRequirement[];
}

/** Coming late. "Late shift", "too late" and "worked late" are something else. */
export const LATE =
  "(?:(?:am|was|been|being|come|came|coming|arrive|arrived|arriving|get in|got in|turn up|turned up|show up|showed up|be) (?:\\p{L}+ ){0,2}|(?<=i'm (?:\\p{L}+ ){0,2}))(?<!too )late(?! (?:shift|turn))|(?:miss|missed|missing) (?:my|the start of my|the start of the) shift";

/** Losing hold of oneself with people. */
export const TEMPER =
  '(?:lose|lost|losing) (?:my )?(?:temper|patience|cool)|(?:shout|shouted|shouting|yell|yelled|yelling|snap|snapped|snapping|swear|swore|swearing) at|(?:am|was|been|get|got) (?:\\p{L}+ )?(?:rude|aggressive)';

/** A date given and not kept. */
export const DATES =
  '(?:miss|missed|missing) (?:\\p{L}+ ){0,2}deadlines?|(?:hand|handed|deliver|delivered|finish|finished) (?:\\p{L}+ ){0,4}late';
