import type { ParsedText } from '../parsed-text.ts';
import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';

/** Servers, deals and plants die as well, so a person must be named. */
const PERSON =
  '(?:he|she|somebody|someone|(?:people|persons?|patients?|guests?|customers?|clients?|visitors?|passengers?|drivers?|cyclists?|residents?|child|children|kids?|boys?|girls?|baby|babies|pupils?|students?|man|men|woman|women|mother|father|worker|workers|builder|carpenter|colleagues?|co-?workers?|trainee|intern|apprentice|teammate|nurse))';

/** "A guest of 60 years died". */
const GAP = '(?:[\\p{L}\\p{N}-]+ ){0,4}';

const HURT = anyOf(
  `${PERSON} ${GAP}(?:died|passed away|(?:was|were) (?:killed|paraly[sz]ed|(?:badly |seriously |severely |gravely )?(?:injured|burned|burnt))|got (?:badly |seriously |severely )(?:injured|hurt|burned|burnt)|(?:was|were) (?:badly|seriously|severely) hurt)`,
  `${PERSON} ${GAP}(?:was|were|had to be|got) (?:\\p{L}+ )?(?:taken|rushed|brought|flown|airlifted|sent) (?:straight |directly )?to (?:the |a )?(?:\\p{L}+ )?(?:hospital|intensive care|emergency room|icu)`,
  `${PERSON} ${GAP}(?:ended up|landed) in (?:the |a )?(?:hospital|intensive care|emergency room|icu)`,
  `${PERSON} ${GAP}(?:broke (?:his|her|their) (?:leg|arm|back|neck|hip|skull|ankle|wrist)|lost (?:his|her|their) (?:life|leg|arm|hand|fingers?|eye|sight|baby))`,
  'fatal(?:ly)? (?:\\p{L}+ )?(?:accident|injur(?:y|ed)|crash|fall|mistake|error)|serious accident|anaphylactic shock',
);

/** It did not come to that. */
const SPARED = anyOf(
  "nobody|no one|none|not|n't|never|almost|nearly|could have|might have|would have|may have|luckily|if|without|instead of|(?:did|was|were)n't",
);

/** Somebody came to serious harm. Only plain cases: a wrong word here costs a person a good story. */
export const catastrophe: Signal = {
  name: 'catastrophe',
  explains: 'I look for words that say somebody died or was badly hurt.',
  weight: 90,
  anotherStory: 'somebody was badly hurt in this one, and an interviewer may stop listening there',
  find: (text: ParsedText) => clausesWith(text, HURT, { unless: SPARED }).slice(0, 1),
};
