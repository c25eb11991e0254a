import { anyOf } from './matching.ts';

/** Something did not happen as it should. */
export const EVENT = anyOf(
  'arrived (?:late|brown|broken|damaged|empty|wrong|incomplete)|(?:had|was|were) nothing to|double[ -]booked|fell through|fell apart|went (?:down|wrong|badly|out)|broke|crashed|collapsed|failed|bounced|leaked|stalled|slipped',
  '(?:system|site|server|service|launch|project|rollout|release|event|deal|delivery|patient|order|report|shipment|class|lesson|shift|batch) (?:\\p{L}+ ){0,4}(?:late|wrong|down|cancelled|canceled|lost|delayed|rejected|missing)',
  'outages?|disruptions?|bottlenecks?|bugs?|breakdown|data loss|double payment',
  "(?:didn'?t|did not|wouldn'?t|would not) (?:work|transfer|load|arrive|fit|match|open|start|deliver|ship|hold|add up)",
  "(?<!(?<!\\p{L})(?:i|we|you|who) )(?:did not|didn't) (?!know|mind|blame|matter|want|like|say|think|believe|feel|seem|mean|help|complain|have)\\p{L}+",
  '(?:had|several|serious|many|some) (?:issues|problems|errors|faults|defects)',
  "(?:was|were) (?:not|n'?t) (?:there|ready|arranged|finished|correct|enough)|(?:wasn'?t|weren'?t) (?:there|ready|arranged|finished|correct|enough)|got stuck|stood still|did not know|nobody (?:had|came|knew|noticed)",
  'missed (?:its|their|his|her|the|our|a|my|that|three|two) (?:\\p{L}+ ){0,2}(?:deadline|date|target|launch|delivery|appointment|error|dose|payment|signs?|window|filing|submission)',
  '(?:days?|weeks?|months?|hours?) (?:late|behind|over)|over budget|twice as long|out of stock|ran out of|too late',
  '(?:was|were|got) (?:\\p{L}+ )?(?:late|wrong|missing|cancelled|canceled|rejected|delayed|lost|deleted|incorrect|unfinished|empty|spoiled|ruined|damaged)',
  'wrong (?:\\p{L}+ )?(?:valve|column|room|part|dose|number|address|customer|list|version|file|price|size|quantity|date|table|patient|person|account|figure|figures|drug|medication|order|measurements?)',
  'underestimated|overlooked|forgot|never (?:got|asked|checked|told|tested|confirmed|called|read|sent|wrote)',
  'made (?:a|an|the) (?:\\p{L}+ ){0,2}(?:mistake|error)|let (?:\\p{L}+ ){1,3}down|lost (?:the|a|our|their|his|her) (?:\\p{L}+ )?(?:client|customer|contract|account|deal|data|trust|sale|order|case)',
);

/** It did something to somebody. */
export const HARM = anyOf(
  'cost (?:us|the|my|me|them|him|her|a|about|around|nearly|over)|(?:we|i|they|the \\p{L}+) lost',
  'had to (?:\\p{L}+ ){0,2}(?:wait|pay|cancel|stay|redo|repeat|rebuild|work|send|close|stop|move|refund|throw|apologi[sz]e|start|postpone|explain|turn)',
  'because of (?:that|it|this),? (?:[\\p{L}\\p{N}-]+ ){1,6}had to \\p{L}+',
  'got no (?!answer|sleep|time|credit|help)\\p{L}+|(?:was|were) (?:taken|rushed|brought) to (?:the |a )?hospital|(?:sent|turned) (?:\\p{L}+ ){0,3}away',
  '(?:nobody|no one|none of (?:them|us)|not one \\p{L}+|no \\p{L}+) could (?!have)\\p{L}+',
  "(?:couldn'?t|could not|can'?t) (?:come|log|see|reach|call|sit|find|buy|book|read|take|enter|travel|leave|work|use|open|log|ship|order|be|get|pay|serve|start|finish|sell)",
  'angry|upset|furious|complain(?:ed|ts?)|refund(?:s|ed)?|penalty|fine of|overtime|escalated|resigned|walked out|trust',
  '(?:which|that|this) (?:meant|caused|led to|left|affected|cost)|as a result|led to|resulted in|affected',
  '(?:days?|weeks?|months?|hours?) (?:late|behind|longer|of (?:work|downtime|delay|overtime))|twice as long|over budget',
  'disruptions?|cancelled|canceled|[$€£] ?\\d[\\d,.]*k?|\\d[\\d,.]* (?:euros|dollars|pounds)',
  "(?:\\d[\\d,]*|two|three|four|five|six|eight|ten|twelve|twenty|thirty|forty|fifty|hundreds of|thousands of|dozens of|some|many|all) (?:\\p{L}+ ){0,5}(?:waited|couldn'?t|could not|had to|stood|sat|got stuck|were stuck|left|lost|never|missed|opened|went without|complained)|waited|for (?:a|the) whole (?:day|morning|week|afternoon|weekend|night)|(?:were|was) spent",
  '(?:was|were) (?:all )?(?:gone|sold out)|(?:went|was|were|system|site) (?:down|offline)|lost (?:the|a|our|their) (?:\\p{L}+ )?(?:client|customer|contract|account|deal|data|trust|sale|order)',
);
