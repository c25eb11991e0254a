import type { ParsedText } from './parsed-text.ts';
import { anyOf } from './signals/matching.ts';
import { afterSlip } from './signals/slip-place.ts';

const NUMBER =
  '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|\\d{1,3}|(?:a )?few|(?:a )?couple of|some|several|many)';
const UNIT = '(?:days?|weeks?|months?|years?|yrs?|quarters?|summers?|winters?|decades?)';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept?|oct|nov|dec)';
const SEASON = '(?:spring|summer|autumn|fall|winter|christmas|easter)';
const DAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|night)';
const EARLY =
  '(?:week|month|months|year|years|job|position|term|semester|quarter|season|project|role|internship)';

/** When it was, as people say it: a date, a distance, or a time of their life. */
const TIME = anyOf(
  `(?:(?:about|around|almost|nearly|over|roughly|more than) )?(?:${NUMBER} )?(?:and a half )?${UNIT} (?:and a half )?(?:ago|back)|half a year ago|(?:a )?(?:long|short|little|good) (?:time|while) (?:ago|back)|a while (?:ago|back)|ages ago|eighteen months ago|years ago`,
  `(?:last|this) (?:week|month|year|quarter|term|season|semester|${SEASON}|${MONTH}|${DAY})|the (?:week|month|year) before last|yesterday|recently|the other day`,
  `(?:19|20)\\d\\d|(?:in|since|during|around|back in|late|early|mid-?|by|until) (?:late |early |mid-?|the )?(?:${MONTH}|${SEASON})|(?:the|one) ${SEASON} of`,
  `(?:in|during|on|at|from|within) my (?:very )?(?:first|second|third|fourth|final|last|early) (?:\\p{L}+ ){0,2}${EARLY}|in my (?:early |mid |late )?(?:teens|twenties|thirties|forties|fifties)`,
  `my (?:first|second|third) (?:\\p{L}+ )?(?:week|month|year|job)|(?:quite |very |rather )?early (?:on )?in my|quite early on|at the (?:beginning|start) of my|(?:straight|right|fresh) (?:after|out of) (?:school|university|college|training)`,
  `when i (?:was|had) (?:just |still |only |newly )?(?:a |an |at |in |new|young|little|\\d|${NUMBER}|eighteen|nineteen|seventeen|sixteen|starting|begun|started)|when i (?:first )?(?:started|joined|began)`,
  `as a (?:very |rather )?(?:young|new|junior|trainee|student|apprentice|graduate|beginner|newcomer|intern|teenager|fresh|first-time|second-year|first-year)|as an? (?:apprentice|intern|undergraduate)`,
  'during (?:my|the) (?:apprenticeship|internship|training|studies|traineeship|placement|probation|pandemic|lockdown|covid|military service|national service|degree|phd|thesis|gap year)|at (?:school|university|uni|college)|in (?:high |primary |secondary )?school|in the army|back then|in those days|before (?:the pandemic|covid)',
);

/** "This was two years ago": wherever it stands, it says when the story was. */
const SAID_LATER = anyOf('(?:that|this|it|all this|which) (?:was|happened|is)');

/**
 * Whether a text says when it was. A time in what comes after the slip tells when it went better, unless the
 * sentence says so of the story itself.
 */
export function isDated(text: ParsedText): boolean {
  const after = afterSlip(text);
  const upToSlip = text.sentences.filter((sentence) => !after(sentence));
  // A line that tells no slip has nothing before it either.
  const asTold = upToSlip.length > 0 ? upToSlip : text.sentences;
  return (
    asTold.some((sentence) => TIME.test(sentence.folded)) ||
    text.sentences.some((sentence) => TIME.test(sentence.folded) && SAID_LATER.test(sentence.folded))
  );
}
