import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';
import { afterSlip } from './slip-place.ts';

const PATTERN = anyOf(
  '\\d+(?:\\.\\d+)? ?%|\\d+ percent|halved|doubled|tripled|cut (?:\\p{L}+ ){1,4}(?:by|to|from)|(?:down|up) (?:from|by|to)',
  "(?:hasn'?t|has not|haven'?t|have not|hadn'?t|had not|never|not) (?:\\p{L}+ )?(?:happened|missed|lost|had|been|failed)(?: \\p{L}+){0,4} (?:again|since)|not (?:one|a single)|without (?:a single|any|an?) (?:\\p{L}+ )?(?:incident|error|complaint|delay|problem|outage|downtime|hitch|loss)|no (?:\\p{L}+ )?(?:incidents?|errors?|complaints?|downtime|outages?|delays?|surprises)",
  '(?<!(?:at|by|all|for|of|about|around) )(?:that|this) time(?!,? (?:i |we |(?:\\p{L}+ ){1,3}(?:failed|broke|crashed|forgot)))|on time|on schedule|ahead of schedule|under budget|within budget|zero|passed|won|renewed|promoted|came back|signed|caught|noticed it|went smoothly|worked|adopted|still uses?|held|found (?:two|three|four|a|one|\\d+)',
);

/** What came of the change. */
export const result: Signal = {
  name: 'result',
  explains: 'I look for what came of it: a number, an outcome, something that did not happen again.',
  weight: 44,
  effect: 'An outcome a listener can check.',
  find: (text) => clausesWith(text, PATTERN, { where: afterSlip(text) }),
};
