import { anyOf, clausesWith } from './matching.ts';
import { ownPart } from './own-part.ts';
import type { Signal } from './signal.ts';

const PATTERN = anyOf(
  'double[ -]booked|fell through|fell apart|went (?:down|wrong|badly|out)|broke|crashed|collapsed|failed|bounced|leaked|stalled|slipped',
  '(?:system|site|server|service|launch|project|rollout|release|event|deal|delivery|patient|order|report|shipment|class|lesson|shift|batch) (?:\\p{L}+ ){0,4}(?:late|wrong|down|cancelled|canceled|lost|delayed|rejected|missing)',
  'outages?|disruptions?|bottlenecks?|bugs?|breakdown|data loss|double payment',
  "(?:didn't|did not|wouldn't|would not) (?:work|transfer|load|arrive|fit|match|open|start|deliver|ship|hold|add up)",
  '(?:had|several|serious|many|some) (?:issues|problems|errors|faults|defects)',
  "(?:was|were) (?:not|n't) (?:there|ready|arranged|finished|correct|enough)|(?:wasn't|weren't) (?:there|ready|arranged|finished|correct|enough)|got stuck|stood still|did not know|nobody (?:had|came|knew|noticed)",
  'missed (?:the|our|a|my|that|three|two) (?:\\p{L}+ ){0,2}(?:deadline|date|target|launch|delivery|appointment|error|dose|payment|signs?|window|filing|submission)',
  '(?:days?|weeks?|months?|hours?) (?:late|behind|over)|over budget|twice as long|out of stock|ran out of|too late',
  '(?:was|were|got) (?:\\p{L}+ )?(?:late|wrong|missing|cancelled|canceled|rejected|delayed|lost|deleted|incorrect|unfinished|empty|spoiled|ruined|damaged)',
  'wrong (?:\\p{L}+ )?(?:dose|number|address|customer|list|version|file|price|size|quantity|date|table|patient|person|account|figure|figures|drug|medication|order|measurements?)',
  'underestimated|overlooked|forgot|never (?:got|asked|checked|told|tested|confirmed|called|read|sent|wrote)',
  'made (?:a|an|the) (?:\\p{L}+ ){0,2}(?:mistake|error)|let (?:\\p{L}+ ){1,3}down|lost (?:the|a|our|their|his|her) (?:\\p{L}+ )?(?:client|customer|contract|account|deal|data|trust|sale|order|case)',
);

/** The event itself: what did not happen as it should. */
export const whatWentWrong: Signal = {
  name: 'what-went-wrong',
  explains: 'I look for the moment it went wrong, in plain words: what broke, was late or never happened.',
  weight: 76,
  effect: 'The moment it went wrong is there to see: a listener can follow.',
  find(text) {
    const events = clausesWith(text, PATTERN, { unless: /nothing went wrong/u });
    // Who names the slip has said what went wrong.
    const slips = ownPart
      .find(text)
      .filter((slip) => !events.some((event) => event.start < slip.end && event.end > slip.start));
    return [...events, ...slips].sort((a, b) => a.start - b.start);
  },
};
