import type { Step } from '../guide/guide.ts';
import { fold } from './parsed-text.ts';
import type { Reading } from './reading.ts';
import { anyOf } from './signals/matching.ts';

/** Below this an answer is too short to tell what it leaves out; other rules speak to it. */
const FEWEST_WORDS = 3;
/** Who writes this much has said something of everything, whatever these rules make of it. */
const MOST_WORDS = 120;
/** In UTF-16 units. Longer is no sentence that a person spoke or typed. */
const LONGEST_SENTENCE = 1000;

/** An answer as the rules see it. */
interface Told {
  readonly sentences: readonly string[];
  /** The answer shows this sign of the guide, well or only just. */
  shows(...signals: readonly string[]): boolean;
  /** Any sentence holds the pattern. */
  has(pattern: RegExp): boolean;
  /** Every sentence holds one of the patterns. */
  isAll(...patterns: readonly RegExp[]): boolean;
}

/** Honest words for "there is nothing to tell": an answer, and not one to press on. */
const KNOWN_BLANK = anyOf(
  "(?:don't|do not|can't|cannot) (?:remember|recall|know|say)|no idea|not sure|i (?:did|said|do) nothing|nothing (?:much|really|special|comes|yet|at all)|see (?:above|before)|(?:already|just) (?:said|told|wrote)|as (?:i )?(?:said|above)|same as",
);

const LESSON_SAID = anyOf(
  "(?:learned|learnt|lesson|taught|teaches|realised|realized|understood|hindsight|takeaway|looking back|i (?:now )?(?:know|see)|i should have|you (?:have to|should|must|need to|can't|cannot)|one (?:has to|should|must))",
);

/** A lesson as a rule: "I learned on the Monday that the room was gone" is news, not a lesson. */
const LESSON_RULE =
  /^(?!.*(?<!\p{L})(?:i|we|they|he|she|it|room|\p{L}+) (?:was|were|had been) (?!that |to |this))(?=.*(?<!\p{L})(?:learned|learnt|lesson|taught|takeaway|hindsight|looking back|realised|realized|i now (?:know|see)|i know now)(?!\p{L})).*(?<!\p{L})(?:is|are|isn't|aren't|should|must|needs?|have to|has to|can|can't|cannot|does|do|don't|never|always|matters?|beats?|how|why|(?:not )?to \p{L}+|the (?:importance|value|need|price))(?!\p{L})/su;

/** Feelings and verdicts: no part of the story. */
const FELT = anyOf(
  '(?:felt|feel|feeling|ashamed|embarrass(?:ed|ing)|terrible|horrible|awful|stupid|guilty|panic(?:ked)?|shock(?:ed)?|stress(?:ed|ful)?|angry|upset|nervous|cried|regret(?:ted)?|sorry for myself|hated|nightmare|bad (?:day|week|time|mistake)|hard (?:day|week|time))',
);

/** Where, when, who I was, who counted on it: in any words. */
const SCENE = anyOf(
  '(?:19|20)\\d\\d|\\d+|years?|months?|weeks?|ago|last|summer|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|christmas|easter|season|semester|term|shift|night|morning',
  "i (?:\\p{L}+ )?(?:work(?:ed)?|led|lead|ran|run|managed|manage|joined|taught|teach|studied|study|was|am|'m|had been|have been) (?:\\p{L}+ )?(?:a|an|the|as|at|in|on|for|with|with|responsible|new|young|still|in charge|head|\\p{L}+ing)|my (?:\\p{L}+ )?(?:job|role|task|duty|work|first|boss|manager|team|company|class|shop|client|customer|internship|apprenticeship|degree|studies)|as (?:a|an|the|their|head)|we were|our",
  'company|firm|office|shop|store|school|class|hospital|ward|clinic|practice|hotel|restaurant|kitchen|bakery|caf[eé]|bar|factory|plant|site|warehouse|agency|bank|museum|library|cent(?:re|er)|theatre|theater|studio|lab|laboratory|university|college|club|charity|church|farm|garage|salon|team|department|startup|start-up|bureau|council|court|army|navy|ship|airport|station|depot|festival|project|campaign|launch|event|wedding|conference|fair|exhibition|audit|exam|thesis|course|budget|deadline|contract|order|delivery|migration|release|customers?|clients?|guests?|patients?|pupils?|students?|children|parents|users?|readers?|members?|tenants?|passengers?|investors?|volunteers?|colleagues?|boss|manager|director|teacher|nurse|engineer|assistant|intern|trainee|apprentice|lead|leader|waiter|cook|chef|driver|developer|designer|analyst|editor|writer|lawyer|doctor|carpenter|electrician|plumber|mechanic|gardener|baker|florist|porter|clerk|cashier|coach|captain',
  '(?:at|in) (?:a|an|the|my|our) (?!(?:end|time|moment|start|beginning|middle|hurry|rush|first place|wrong|right|same|way|long run|meantime|worst|least|most|very)(?!\\p{L}))\\p{L}+',
);

/** A first-person move, in any words, "I" included or left out. */
const PAST =
  '(?:\\p{L}{2,}ed|told|said|went|came|made|did|took|gave|got|wrote|rang|rung|sent|ran|drove|put|set|cut|sat|stood|met|spoke|brought|bought|built|rebuilt|found|held|kept|left|let|began|chose|drew|fought|hid|paid|read|sold|shut|slept|stole|threw|undid|redid|withdrew|woke|broke|flew|rode|led|lent|swept|tore|wore|dug|fed|hung|laid|lit|rose|shook|sought|stuck|stayed|reset|quit)';
const STATE =
  '(?:learned|realised|realized|wanted|needed|hoped|wished|liked|loved|hated|regretted|panicked|worried|cried|seemed|felt|failed|missed|panicked|believed|noticed|remembered|assumed|expected|feared|blamed|suffered|struggled|freaked|grieved|ashamed|embarrassed|shocked|stressed|surprised|worried|scared|overwhelmed|devastated|horrified)';
const MOVED = anyOf(
  `(?:i|we|me and|and i|both of us) (?:(?!(?:was|were|am|had been|felt|could|would)(?!\\p{L}))[\\p{L}'-]+ ){0,3}(?!${STATE}(?!\\p{L}))${PAST}`,
  "(?:i|we) (?:did not|didn't|waited|froze|tried|had to|could only|couldn't|started|helped|was the one|were on|was on the phone|decided|offered|asked)",
  '(?:my|our) (?:first|own|next|immediate) (?:move|step|thing|call|reaction|action|response|fix|repair)|by (?:calling|telling|ringing|writing|asking|going|sending|staying|making)|(?:with|together with) (?:me|my help)|apolog\\p{L}+|my apology|myself',
);
/** A line that begins with the deed: "Rang everyone, then drove there." */
const BARE_MOVE = new RegExp(
  `^(?:then |first |immediately |quickly |straight away |just |also |and )?(?!${STATE}(?!\\p{L}))(?:${PAST}|(?!(?:it|this|that|he|she|they|there|his|her|their|its|nobody|no|the|a|an|my|our|i)(?!\\p{L}))(?:call|ring|tell|write|go|stay|ask|say|fix|send|drive|inform|warn|stop|check|apologise|apologize))(?!\\p{L})`,
  'u',
);
const PASSIVE = anyOf(
  '(?:was|were|got|been) (?:\\p{L}+ly |all |then )?(?:\\p{L}{3,}ed|sent|told|made|rebuilt|paid|done|found|put|taken|brought|written)',
);

/** Somebody else is the one who acts. */
const OTHERS = anyOf(
  '(?:he|she|they|(?:the|my|our|his|her|their|a|an|another|one|some)(?: other| of the)? (?:[\\p{L}-]+ ){0,2}\\p{L}+|others|everyone|everybody|somebody|someone|management|it)',
);

const PEOPLE =
  '(?:he|she|they|management|marketing|sales|everyone else|everybody else|nobody else|the others|(?:the|my|our|his|her|their|another|other|one|some|a)(?: other| of the| of my)? (?:[\\p{L}-]+ ){0,2}(?:boss|manager|director|supervisor|lead|leader|head|chef|cook|waiter|owner|partner|colleagues?|co-?workers?|intern|trainee|assistant|teams?|agency|vendor|suppliers?|contractors?|company|department|client|customer|designers?|developers?|testers?|engineers?|architect|builders?|tiler|plumber|electrician|driver|courier|printer|bank|hotel|landlord|warehouse|nurses?|doctors?|surgeon|pharmacist|teachers?|parents|professor|predecessor|analyst|accountant|people|guys|office|staff|board|committee))';

/** What others got wrong; that somebody did not get or know a thing is the harm, not their fault. */
const OTHERS_FAULT = anyOf(
  `${PEOPLE} (?:(?:who|also|always|just|simply|then|even|constantly|again|had) ){0,2}(?:kept \\p{L}+ing|never (?!got|received|came|knew|saw|heard|found)\\p{L}+|(?:did not|didn't|would not|wouldn't) (?!get|receive|come|know|see|hear|find|have|like|want|buy|pay|like|trust|eat|understand)\\p{L}+|refused|failed|forgot|missed|ignored|messed|screwed|sent (?:\\p{L}+ ){0,3}(?:wrong|late|old)|gave (?:\\p{L}+ ){0,3}(?:wrong|late|old|no)|made (?:\\p{L}+ ){0,3}(?:mistakes?|errors?)|lied|dropped|lost|damaged|mixed|did nothing|delivered (?:\\p{L}+ ){0,2}(?:late|wrong)|(?:was|were) (?:\\p{L}+ ){0,2}(?:lazy|incompetent|careless|useless|slow|late|disorgani[sz]ed|unprofessional|impossible|chaotic)|changed (?:his|her|their|the)|let (?:me|us) down|broke (?:his|her|their) (?:word|promise))`,
);

/** The teller acts, or owns it. */
const MINE = anyOf('i|we|mine|my (?:fault|mistake|part|share|call|decision)|me and');

/** Something went otherwise than meant, in any words. */
const TROUBLE = anyOf(
  "not|n't|\\p{L}+n't|no|nobody|nothing|never|none|without|wrong(?:ly)?|late|lost|lose|too|only|left|forgot\\p{L}*|miss(?:ed|ing)|mistake|fail\\p{L}*|mix(?:ed)?|broke(?:n)?|but|until|because|instead|problem|trouble|error|empty|cancel\\p{L}*|delay\\p{L}*|complain\\p{L}*|angry|fell|short|twice|double|over|under\\p{L}+|mis\\p{L}+|half|less|wait(?:ed|ing)?|should|though|although|however|already|still|quit|refund\\p{L}*|closed|down|out|burn(?:ed|t)|spil(?:t|led)|deleted",
);

/** Told in the present or as a rule: what a lesson sounds like when it is not called one. */
const RULE_LIKE = anyOf(
  "is|are|isn't|aren't|can|can't|cannot|must|should|need|needs|has to|have to|means?|matters?|costs? nothing|does|doesn't|don't|do|will|won't|would (?:now|have|do|not|ask|say)|i'd|knows?|thinks?|better|more|less|careful|enough|important|be|it's|that's|you|one can|learn\\p{L}*|lesson|reali[sz]\\p{L}+|understood|understand|taught|show(?:s|ed) me|hindsight|wish|next time|now|today|thought|assumed|believed|expected|too (?:\\p{L}+ )?(?:much|fast|late|early|proud|sure|trusting|optimistic|confident)|instead of|rather than|that i|how (?:to|much|important|little|fast|easily)|why|trust|honest\\p{L}*|communicat\\p{L}+|my (?:pride|ego|habit|weakness|limits?|blind spot)|ask(?= )|always|in writing|should've|could have",
);
/** An order to oneself: "Never trust one sample", "Ask before you order". */
const ORDER =
  /^(?:to |not |never |always |don't |only |that |how |ask|check|listen|speak|write|plan|test|tell|read|count|say|take|keep|trust|prepare|slow|double|measure|start|stop|get|have|make|look|talk|call|think|delegate|let|give|no |two |one )/u;

/** What kind of person one is now: no deed, no time. */
const TRAIT = anyOf(
  "(?:i|it|this|that|which)(?:'m|'ve| have| am| has| had)? (?:\\p{L}+ ){0,3}(?:better (?:person|man|woman|human|version of myself|professional|\\p{L}+er)|stronger|wiser|more (?:mature|confident|humble|resilient|self-aware|experienced|grown[ -]up|empathetic|modest)|tougher|older|grew|grown|matured|changed me|made me (?:\\p{L}+ )?(?:who i am|stronger|wiser|better|humble|grow)|helped me (?:to )?grow|shaped me)",
);

/** A habit or an occasion, in any words. */
const SINCE = anyOf(
  'every|each|ever again|no longer|stopped|started|last|later|next|recently|this (?:year|month|week|spring|summer|autumn|winter)|again|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\\d\\d|my (?:new|next|current))|new (?:job|role|team|project|client|company|shop)|before|after|whenever|(?:i|we) (?:now |always |still |also |usually |first |never )*(?:ask|check|write|call|ring|test|read|send|keep|use|make|plan|count|tell|listen|say|take|bring|set|talk|meet|block|let|try|do|double|have (?:an?|my|the|one|two|three)|put|give|show|speak|walk|print|book|confirm|wait|stop|start|look|go|get|prepare|share|train|teach|measure|weigh|label|lock|note|repeat|review)|checklists?|more (?:careful|organi[sz]ed|patient|open|structured|often|attentive|thorough|cautious)|better (?:at|in|with|organi[sz]ed|prepared|listener|planner)|\\d+|adopted|introduced|built|promoted|worked|differently|habit|rule|routine|appl(?:y|ied)|practi[sc]e|so (?:now )?i',
);
/** The same beside a lesson, where "before" and "better" belong to the lesson itself. */
const SINCE_LESSON = anyOf(
  "now (?!know|see|understand|realise|realize)|since|today|these days|nowadays|every time|always|ever again|last|later|recently|this (?:year|month|week|spring|summer|autumn|winter)|again|new (?:job|role|team|project|client|company|shop)|whenever|so i|i (?:have|'ve) (?:not|never|been|started|stopped)|i (?:started|stopped|ask|check|write|call|ring|test|use|make|keep)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\\d\\d)|adopted|introduced|appl(?:y|ied)|habit|routine|checklists?|promoted",
);

type Rule = (told: Told) => boolean;

/**
 * What it means that nothing was said, by the essential sign a step asks for. Each rule wants words that speak of
 * something else, besides the sign missing: silence alone is never enough, for the rules know few of all words.
 */
const NOTHING_SAID: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  [
    'setting',
    (told) =>
      told.isAll(LESSON_RULE) ||
      (!told.shows('setting', 'stake') &&
        !told.has(SCENE) &&
        (told.shows('own-part', 'what-went-wrong', 'told-someone') || told.has(FELT))),
  ],
  [
    'own-part',
    (told) => {
      if (told.shows('own-part')) return false;
      if (told.isAll(OTHERS_FAULT)) return !told.has(MINE);
      if (told.shows('what-went-wrong')) return false;
      if (told.isAll(LESSON_RULE)) return true;
      if (told.shows('consequence')) return false;
      return told.shows('setting') && !told.has(TROUBLE);
    },
  ],
  [
    'own-action',
    (told) =>
      !told.shows('own-action', 'told-someone') &&
      !told.sentences.some((one) => BARE_MOVE.test(one)) &&
      (told.isAll(LESSON_RULE) ||
        (!told.has(MOVED) && (told.isAll(FELT) || (told.isAll(OTHERS, FELT) && !told.has(PASSIVE))))),
  ],
  [
    'lesson',
    (told) =>
      !told.shows('lesson', 'specific-lesson') &&
      !told.has(RULE_LIKE) &&
      !told.sentences.some((one) => ORDER.test(one)) &&
      (told.shows('own-part', 'what-went-wrong', 'consequence', 'own-action', 'told-someone', 'setting') ||
        told.has(FELT)),
  ],
  [
    'later-occasion',
    (told) => {
      if (told.shows('later-occasion')) return false;
      if (told.isAll(LESSON_SAID)) return !told.has(SINCE_LESSON);
      return told.isAll(TRAIT, LESSON_SAID) && !told.has(SINCE);
    },
  ],
]);

/**
 * Whether an answer to a step says nothing of what the step asks, so that the coach may ask once more. The reading is
 * that of this answer alone. False when unsure, for a try however thin, and for a text of few words or of another
 * language: these have rules of their own.
 */
export function saysNothingOf(reading: Reading, step: Step): boolean {
  if (reading.words < FEWEST_WORDS || reading.words > MOST_WORDS) return false;
  if (reading.sentences.some((span) => span.quote.length > LONGEST_SENTENCE)) return false;
  const sentences = reading.sentences.map((span) => fold(span.quote).replace(/ {2,}/gu, ' '));
  const told: Told = {
    sentences,
    shows: (...signals) => signals.some((name) => name in reading.signals || name in reading.thin),
    has: (pattern) => sentences.some((one) => pattern.test(one)),
    isAll: (...patterns) => sentences.every((one) => patterns.some((pattern) => pattern.test(one))),
  };
  if (told.has(KNOWN_BLANK)) return false;
  const asked = step.signals.filter((use) => use.essential).find((use) => NOTHING_SAID.has(use.signal));
  return asked !== undefined && NOTHING_SAID.get(asked.signal)?.(told) === true;
}
