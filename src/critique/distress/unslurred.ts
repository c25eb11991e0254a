/** Words as people type them in a hurry or at night, and how the patterns spell them. In this order. */
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/\s+/gu, ' '],
  // "dieeee", "sooo": no English word holds a letter three times.
  [/([a-z])\1{2,}/gu, '$1'],
  [/(?<![a-z])(do|does|did|ca|wo|could|would|should|was|were|is|have|had)nt(?![a-z])/gu, "$1n't"],
  [/(?<![a-z])dnt(?![a-z])/gu, "don't"],
  [/(?<![a-z'])(?:i'?mm?a|im ?a?(?= gon+a))(?![a-z'])/gu, "i'm going to"],
  [/(?<![a-z'])im(?![a-z'])/gu, "i'm"],
  [/(?<![a-z'])ive(?![a-z'])/gu, "i've"],
  [/(?<![a-z'])id(?= (?:rather|like|love|be|wish|just|have|never)(?![a-z]))/gu, "i'd"],
  [/(?<![a-z'])(what|there|that)s(?![a-z'])/gu, "$1's"],
  [/(?<![a-z])(?:w[au]nn?a|wanto|want too|wan to)(?: to)?(?![a-z])/gu, 'want to'],
  [/(?<![a-z])g[ou]nn?a(?: to)?(?![a-z])/gu, 'going to'],
  [/(?<![a-z])(?:wnat|wnt|watn|wamt)(?![a-z])/gu, 'want'],
  [/(?<![a-z])wan[tn]? (?=(?:die|kill|end) ?(?:myself|it|my|now|tonight|$|[.,!?]))/gu, 'want to '],
  [/(?<=(?:want|going|ready|used|tried|trying|need) )2(?= )/gu, 'to'],
  [/(?<![a-z])(?:my self|meself|mysel|mysefl?|myslef|mysellf)(?![a-z])/gu, 'myself'],
  [/(?<![a-z])(kil|kll)(ed|ing|d)?(?= myself)/gu, 'kill$2'],
  [
    /(?<![a-z])(?:sucide|suiside|suicde|suicid|suecide|suside|sucid|suicice|suocide|sewer ?slide)(?![a-z])/gu,
    'suicide',
  ],
  [
    /(?<![a-z])(?:sucidal|suisidal|suicidle|suicdal|suicidial|suicidel|susidal|suicial)(?![a-z])/gu,
    'suicidal',
  ],
  [/(?<![a-z])(?:anymor|anymroe|nemore|nomore)(?![a-z])/gu, 'anymore'],
];

/** Contractions and slurs ("dont", "wanna", "im"), night-time spellings and white space of wrapped lines, as the patterns spell them. */
export function unslurred(folded: string): string {
  return SPELT.reduce((words, [slur, spelt]) => words.replace(slur, spelt), folded);
}
