import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';
import { fromSlip } from './slip-place.ts';

const PATTERN = anyOf(
  'cost (?:us|the|my|me|them|him|her|a|about|around|nearly|over)|(?:we|i|they|the \\p{L}+) lost',
  'had to (?:\\p{L}+ ){0,2}(?:wait|pay|cancel|stay|redo|repeat|rebuild|work|send|close|stop|move|refund|throw|apologi[sz]e|start|postpone|explain|turn)',
  "(?:couldn't|could not|can't) (?:come|work|use|open|log|ship|order|be|get|pay|serve|start|finish|sell)",
  'angry|upset|furious|complain(?:ed|ts?)|refund(?:s|ed)?|penalty|fine of|overtime|escalated|resigned|walked out|trust',
  '(?:which|that|this) (?:meant|caused|led to|left|affected|cost)|as a result|led to|resulted in|affected',
  '(?:days?|weeks?|months?|hours?) (?:late|behind|longer|of (?:work|downtime|delay|overtime))|twice as long|over budget',
  'disruptions?|cancelled|canceled|[$€£] ?\\d[\\d,.]*k?|\\d[\\d,.]* (?:euros|dollars|pounds)',
  "(?:\\d[\\d,]*|two|three|four|five|six|eight|ten|twelve|twenty|thirty|forty|fifty|hundreds of|thousands of|dozens of|some|many|all) (?:\\p{L}+ ){0,5}(?:waited|couldn't|could not|had to|stood|sat|got stuck|were stuck|left|lost|never|missed|opened|went without|complained)|waited|for (?:a|the) whole (?:day|morning|week|afternoon|weekend|night)|(?:were|was) spent",
  '(?:went|was|were|system|site) (?:down|offline)|lost (?:the|a|our|their) (?:\\p{L}+ )?(?:client|customer|contract|account|deal|data|trust|sale|order)',
);

/** What the slip did to somebody or something. */
export const consequence: Signal = {
  name: 'consequence',
  explains: 'I look for what it did: who waited, what it cost, what had to be redone.',
  weight: 58,
  effect: 'It shows what it did to others, so a listener knows it mattered.',
  find: (text) => clausesWith(text, PATTERN, { where: fromSlip(text) }),
};
