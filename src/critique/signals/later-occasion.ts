import type { ParsedText } from '../parsed-text.ts';
import { anyOf, clausesWith } from './matching.ts';
import { remembered } from './remembered.ts';
import type { Signal } from './signal.ts';
import { afterSlip } from './slip-place.ts';

const PATTERN = anyOf(
  'ever since|since then|from then on|since that (?:day|time|project|year|week)|a year on',
  '(?:on|in|for|at|during|with) (?:the|my|our) (?:very )?next (?!day|morning|evening|hour|hours|minute|minutes|week|weekend|few|two|three|room|step|table|door|shift)\\p{L}+',
  'the (?:next|following) (?:year|quarter|spring|summer|autumn|fall|winter|season|term|month|campaign|launch|release|project|audit|time)',
  '(?<!the )(?:last|this) (?:month|week|year|spring|summer|autumn|fall|winter|quarter|season|term|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|christmas|easter|time)',
  '(?:a|one|two|three|four|five|six|eight|nine|ten|\\d+|some|a few|several) (?:months?|years?|projects?|weeks?|releases?|launches|seasons?) later|later (?:that|the same) (?:year|spring|summer|autumn|winter)',
  '(?:a|two|three|\\d+) (?:months|weeks|month|week) ago|a few (?:weeks|months) ago|recently|in my (?:current|present|new|next) (?:job|role|position|team|company|post)',
  'when (?:we|i) next|the next time|(?:in|over|for) the (?:\\p{L}+ )?(?:year|years|months|projects|events|releases) since|(?:two|three|four|five|six|ten|twelve|\\d+) (?:\\p{L}+ )?(?:times|projects|events|launches|releases|migrations|audits) since',
);

/** "In May" may belong to the event itself; with the teller in the sentence it is a time of their own. */
const MONTH = anyOf(
  'in (?:late |early |mid-?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)',
);
const FIRST_PERSON = /(?<!\p{L})(?:i|we|me|us|my|our|again)(?!\p{L})/u;

/** A later time or occasion on which it was done differently. */
export const laterOccasion: Signal = {
  name: 'later-occasion',
  explains: 'I look for a later time you can name: since then, last month, on the next project.',
  weight: 74,
  effect: 'A later occasion: a listener can see that something changed.',
  find: remembered((text: ParsedText) => {
    const after = afterSlip(text);
    const named = clausesWith(text, PATTERN, { where: after });
    const inMonth = clausesWith(text, MONTH, { where: (one) => after(one) && FIRST_PERSON.test(one.folded) });
    return [...named, ...inMonth].sort((a, b) => a.start - b.start);
  }),
};
