/** What a stretch of an answer is about, as far as a lesson and a slip can be held against each other. */
const TOPICS: ReadonlyMap<string, RegExp> = new Map([
  [
    'time',
    /(?<!\p{L})(?:time management|deadlines?|schedul\p{L}+|punctual\p{L}*|too late|rush\p{L}*|hurr(?:y|ied)|estimat\p{L}+|buffers?)(?!\p{L})/u,
  ],
  [
    'talking',
    /(?<!\p{L})(?:communicat\p{L}+|listen\p{L}*|ask(?:ed|ing)?|t(?:ell|old)|inform\p{L}*|speak\p{L}*|spoken?|spoke|call(?:ed|ing)?|email\p{L}*|phone\p{L}*|rang|feedback|handover)(?!\p{L})/u,
  ],
  [
    'checking',
    /(?<!\p{L})(?:check\p{L}*|test(?:s|ed|ing)?|verif\p{L}+|review\p{L}*|inspect\p{L}*|read (?:it )?(?:again|twice)|proof-?read\p{L}*|confirm\p{L}*|measur\p{L}+)(?!\p{L})/u,
  ],
  [
    'sharing',
    /(?<!\p{L})(?:delegat\p{L}+|alone|by myself|on my own|hand(?:ed)? over|trust(?:ed|ing)? (?:my|the) (?:team|people)|help from|asked for help|micromanag\p{L}+)(?!\p{L})/u,
  ],
  [
    'money',
    /(?<!\p{L})(?:budget\p{L}*|costs?|money|pric(?:e|es|ed|ing)|invoic\p{L}+|expens\p{L}+)(?!\p{L})/u,
  ],
  ['planning', /(?<!\p{L})(?:plan(?:s|ned|ning)?|prepar\p{L}+|rehears\p{L}+|back-?ups?|rollback)(?!\p{L})/u],
]);

/** The topics of a folded text, by name. */
export function topicsOf(folded: string): Set<string> {
  return new Set([...TOPICS].filter(([, pattern]) => pattern.test(folded)).map(([name]) => name));
}

/** How a topic is called to a person. */
export const TOPIC_WORDS: Readonly<Record<string, string>> = {
  time: 'time',
  talking: 'telling and asking',
  checking: 'checking',
  sharing: 'sharing the work',
  money: 'money',
  planning: 'planning',
};
