import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';

const SMALL = anyOf(
  '(?:two|three|five|ten|fifteen|\\d|1[0-5]|a few|a couple of|some) minutes? (?:too )?late(?:r)?|overslept|slept in|missed (?:the|my) (?:bus|train|tram)',
  'typos?|spelling (?:mistake|error)s?|wrong folder|forgot (?:a |my |the )?(?:pen|laptop charger|charger|badge|lunch|umbrella|birthday)|spilled (?:\\p{L}+ ){0,2}(?:coffee|tea|water)|parking ticket|forgot to (?:attach|mute|water)',
  "perfectionist|work(?:ed)? too hard|care(?:d)? too much|too (?:dedicated|committed|detail-oriented)|never (?:really )?failed at anything|can'?t think of (?:a|any) failure",
);

/** Enough hung on it: then a small cause makes no small story. */
const LARGE = anyOf(
  '[$€£] ?\\d[\\d,.]*k?|\\d[\\d,.]*k? (?:euros?|dollars?|pounds?|people|guests|customers|clients|patients|users|copies|orders|families|students)',
  'thousands?|hundreds?|lost (?:the|a|our|their) (?:\\p{L}+ )?(?:client|customer|contract|account|deal|job|sale|order|patient)|patients?|lawsuit|refund(?:s|ed)?|dose|injur(?:y|ed)|evacuat(?:e|ed)|reprint(?:ed)?|outage|cost us|because of (?:that|it|this),? (?:[\\p{L}\\p{N}-]+ ){1,6}had to',
);

/** Little hung on it. */
export const trivial: Signal = {
  name: 'trivial',
  explains:
    'I look for a slip that cost next to nothing, such as a few minutes or a typing error, and no loss beside it.',
  weight: 104,
  anotherStory: 'an interviewer may want a bigger one',
  find(text) {
    if (text.sentences.some((sentence) => LARGE.test(sentence.folded))) return [];
    return clausesWith(text, SMALL).slice(0, 1);
  },
};
