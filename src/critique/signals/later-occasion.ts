import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';
import { afterSlip } from './slip-place.ts';

const PATTERN = anyOf(
  'ever since|since then|from then on|since that (?:day|time|project|year|week)|a year on',
  '(?:on|in|for|at|during|with) (?:the|my|our) (?:very )?next (?:\\p{L}+ ){0,1}(?:project|job|role|launch|release|event|migration|quarter|year|client|campaign|season|audit|shift|contract|team|tender|class|term|deal|order|one|inspection|exhibition|wedding|report)',
  'the (?:next|following) (?:year|quarter|spring|summer|autumn|fall|winter|season|term|month|campaign|launch|release|project|audit|time)',
  '(?<!the )(?:last|this) (?:month|week|year|spring|summer|autumn|fall|winter|quarter|season|term|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday)',
  '(?:a|one|two|three|four|five|six|eight|nine|ten|\\d+|some|a few|several) (?:months?|years?|projects?|weeks?|releases?|launches|seasons?) later|later (?:that|the same) (?:year|spring|summer|autumn|winter)',
  'in (?:late |early |mid-?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)',
  '(?:a|two|three|\\d+) (?:months|weeks|month|week) ago|a few (?:weeks|months) ago|recently|in my (?:current|present|new|next) (?:job|role|position|team|company|post)',
  'when (?:we|i) next|the next time|(?:in|over|for) the (?:\\p{L}+ )?(?:year|years|months|projects|events|releases) since|(?:two|three|four|five|six|ten|twelve|\\d+) (?:\\p{L}+ )?(?:times|projects|events|launches|releases|migrations|audits) since',
);

/** A later time or occasion on which it was done differently. */
export const laterOccasion: Signal = {
  name: 'later-occasion',
  explains: 'I look for a later time you can name: since then, last month, on the next project.',
  weight: 74,
  effect: 'A later occasion: a listener can see that something changed.',
  find: (text) => clausesWith(text, PATTERN, { where: afterSlip(text) }),
};
