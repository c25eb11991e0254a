import type { CriticInput } from '../../src/critique/critic.ts';
import { factsIn, inventsBeyond } from '../../src/critique/invents.ts';
import { withoutOrders } from '../../src/critique/orders.ts';
import type { Guide } from '../../src/guide/guide.ts';
import type { Span } from '../../src/text/span.ts';
import { words } from '../../src/text/words.ts';
import { quotesIn } from './quotes-in.ts';
import { isNoTitle } from './role.ts';

/** Which of a model's sentences a person may read; what may not is replaced by the offline critic's or left out. */
export interface MayBeSaid {
  sentence(text: string | undefined): string | undefined;
  question(text: string | undefined): string | undefined;
  shape(text: string | undefined): string | undefined;
}

const LONGEST = 280;
const MOST_QUESTION_WORDS = 35;
/** From this many words in a row on, the answer is repeated instead of quoted. */
const RUN = 8;

/**
 * A sentence of a model is shown where it is whole, plain and about the text; holds no figure or name of its own; quotes
 * what is there; and carries nothing that an order in the answer brought in. `offline` are the offline critique's own
 * sentences, whose words are always fine. `orders` may hold asides too: their words are not the story's.
 */
export function mayBeSaid(
  { draft, role, guide }: CriticInput,
  orders: readonly Span[],
  offline: readonly string[],
): MayBeSaid {
  const story = withoutOrders(draft.text, orders);
  const roleOrders = isNoTitle(role);
  const sources = [story, roleOrders ? '' : (role ?? ''), ...guideWords(guide)];
  const facts = factsIn(sources);
  const find = quotesIn(story);
  const told = new Set([...sources, ...offline].flatMap(plainWords));
  const orderWords = [...orders.map(({ quote }) => quote), roleOrders ? (role ?? '') : ''].flatMap(
    plainWords,
  );
  const ordered = new Set(orderWords.filter((word) => !told.has(word)));
  const answer = plainWords(draft.text);
  const runs = new Set(runsOf(answer));
  const inARow = ` ${answer.join(' ')} `;

  const sentence = (text: string | undefined): string | undefined => {
    const said = text?.trim().replace(/\s+/gu, ' ');
    if (said === undefined || said.length > LONGEST || !/[.?…]["'”’)\]]*$/u.test(said)) return undefined;
    if (MARKUP.test(said) || OTHER_SCRIPT.test(said.replace(QUOTED, '')) || inventsBeyond(said, facts))
      return undefined;
    const quotes = [...said.matchAll(QUOTED)].map((match) => match[1] ?? '');
    if (quotes.some((quote) => find(quote) === undefined && !told.has(quote.toLowerCase()))) return undefined;
    const own = said.replace(QUOTED, ' … ');
    if (NOT_OURS.test(own) || plainWords(said).some((word) => ordered.has(word))) return undefined;
    if (runsOf(plainWords(own)).some((run) => runs.has(run))) return undefined;
    if (sentencesOf(own).some((one) => inARow.includes(` ${plainWords(one).join(' ')} `))) return undefined;
    return said;
  };
  return {
    sentence,
    question(text) {
      const said = sentence(text);
      return said !== undefined && ASKS.test(said) && words(said).length <= MOST_QUESTION_WORDS
        ? said
        : undefined;
    },
    /** A shape is a sentence with blanks: without one it would be words put into the person's mouth. */
    shape(text) {
      const said = sentence(text);
      return said !== undefined && /\[[^\]]+\]/u.test(said) && !BLANK_BEHIND.test(said) ? said : undefined;
    },
  };
}

/** The sentences in it that have more than two words: as a whole they may not be the answer's, which a model quotes instead. */
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.?…])\s+|\[[^\]]*\]/u).filter((one) => plainWords(one).length > 2);

const QUOTED = /["“]([^"“”]+)["”]/gu;
/** A coach's question has a question's order of words: "The last step is clear?" is a statement that was given a sign. */
const ASKS =
  /(?:(?<!\p{L})(?:what|which|who|whose|whom|how|when|where|why)\b|(?:^|[,;:–—-]\s*|\b(?:and|or|but|so|then)\s+)["'“‘(]?(?:do|does|did|is|are|was|were|can|could|would|will|have|has|had|should|may|might)\b).*\?["'”’)\]]*$/iu;
/** A sentence that was whole, and a blank behind it so that it passes for a shape. */
const BLANK_BEHIND = /[.!?]\s*\[[^\]]*\][.?]?$/u;
/** The coach writes English. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;
/** Links, markup, mentions, code: nothing that a platform would render. */
const MARKUP = /https?:|www\.|[<>{}|`*_~#@\\]|\]\(|\p{Extended_Pictographic}/u;
/**
 * Words that are not the coach's: praise without a reason, school marks, judging words, a machine's, and what speaks of
 * the person. Inside a quote they are the person's own.
 */
const NOT_OURS = new RegExp(
  `!|\\d+\\s*(?:/|out of)\\s*\\d+|(?<![\\p{L}])(?:${[
    'perfect(?:ly)?|excellent(?:ly)?|outstanding|flawless|amazing|awesome|brilliant|fantastic|superb|exceptional|wonderful|impressive|world-class|best answer|well done|great (?:question|answer|job|work)|good (?:question|answer|job)',
    'absent|vague(?:ly|ness)?|weak(?:ly|ness|nesses|er|est)?|poor(?:ly)?|bad|badly|terrible|terribly|awful|horribl[ey]|mediocre|inadequate|insufficient|unconvincing|disappointing|superficial|shallow',
    'lacks?|lacking|fails? to|failed to|overrated|underrated|emotional|defensive(?:ly|ness)?|blaming|whining|complaining|lazy|careless|sloppy|incompetent|unprofessional|immature|childish|arrogant|dishonest|insincere|naive|pathetic|stupid|dumb|silly|foolish|ignorant|hopeless|self-pity|excuses?',
    'trivial|boring|dull|generic|clichés?|cliches?|rambling|pointless|worthless|useless|meaningless|nonsense|invalid|illegal|errors?|incorrect|wrong answer|unrecognised|unrecognized',
    'as an ai|language model|prompts?|instructions?|json|injection|score[ds]?|scoring|rated?|ratings?|grade[ds]?|(?:full|top|highest|best) (?:marks?|points?|bands?)|points|benchmark|candidates?|applicants?|congratulations|champion|hired?',
  ].join('|')})(?![\\p{L}])`,
  'iu',
);

/** What the guide says of answers. Its samples and examples are other people's stories: their facts are nobody's here. */
function guideWords(guide: Guide): string[] {
  return [
    guide.question,
    guide.tests,
    guide.opening,
    ...guide.tips,
    ...guide.criteria.map(({ text }) => text),
    ...guide.pitfalls.flatMap(({ text, why, question, shape }) => [text, why, question, shape ?? '']),
    ...guide.followUps.map(({ question }) => question),
    ...guide.steps.flatMap((step) => [
      step.name,
      step.prompt,
      step.strong,
      step.why,
      step.nudge,
      ...step.signals.flatMap(({ why, question, shape }) => [why, question, shape ?? '']),
    ]),
  ];
}

/** Words are compared by their letters and digits alone: "PWNED-7" and "pwned 7" are the same two. */
function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function runsOf(all: readonly string[]): string[] {
  return Array.from({ length: Math.max(0, all.length - RUN + 1) }, (_, at) =>
    all.slice(at, at + RUN).join(' '),
  );
}
