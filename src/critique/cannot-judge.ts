import type { Guide } from '../guide/guide.ts';
import { isGibberish } from './cannot-judge/gibberish.ts';
import { isEnglish } from './cannot-judge/is-english.ts';
import { isList } from './cannot-judge/is-list.ts';
import { isOneSentenceAgainAndAgain } from './cannot-judge/repeated.ts';
import { SAMPLE_RUNS } from './cannot-judge/sample-runs.ts';
import { wordRuns } from './cannot-judge/word-runs.ts';
import type { CannotJudge } from './critique.ts';

/** Below this a story has not begun, and any judgement would be made up. */
const FEWEST_WORDS = 25;

/** From this share of its runs of words on, a text is a known sample, whatever was changed in it. */
const SAMPLE_SHARE = 0.5;

/** A word with a letter in it. The word counter of the product is exact and slow; here a tenth more or less is the same. */
const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]*/gu;

const ADVICE: Readonly<Record<CannotJudge['cannotJudge'], string>> = {
  'no-words': 'I find no words in this yet. Tell me in a line or two what happened, and I will read it.',
  'too-short':
    'This is too short for me to say anything true about it. Three or four sentences are enough: what happened, what you did, and what is different since.',
  'not-english':
    'I can only read English so far, and this looks like something else. Write it in English, as rough as you like, and I will read it.',
  gibberish: 'I cannot make out words in this. Write it once more, as rough as you like, and I will read it.',
  list: 'These are single words, and I would have to guess the story between them. Tell it in sentences, as you would to a friend.',
  question:
    'This is the question itself. Tell me what happened to you, in a line or two, and I will read it.',
  sample:
    'This is a sample answer from the guide, and an interviewer may know it too. Yours can be smaller: tell me one thing of your own that went wrong.',
  repeated: 'This is one sentence several times. Say it once, and then what happened next.',
};

/** Why a text cannot be judged, and what to do next; undefined where it can. */
export function whyNotJudged(text: string, guide: Guide): CannotJudge | undefined {
  const why = reasonFor(text, guide);
  return why === undefined ? undefined : { cannotJudge: why, advice: ADVICE[why] };
}

/** Whether a text is in a language the coach cannot read, and the advice. */
export function whyNotRead(text: string): CannotJudge | undefined {
  const spoken = text.match(WORD) ?? [];
  const isRead = !isOtherScript(text) && (spoken.length < FEWEST_SURE || isEnglish(spoken));
  return isRead || spoken.length === 0
    ? undefined
    : { cannotJudge: 'not-english', advice: ADVICE['not-english'] };
}

/** Of fewer words nobody can tell the language. */
const FEWEST_SURE = 12;

function reasonFor(text: string, guide: Guide): CannotJudge['cannotJudge'] | undefined {
  const spoken = text.match(WORD) ?? [];
  if (spoken.length === 0) return 'no-words';
  if (isOtherScript(text)) return 'not-english';
  if (isGibberish(spoken)) return 'gibberish';
  if (isQuestionOnly(text, guide)) return 'question';
  if (spoken.length >= FEWEST_SURE && isList(text, spoken)) return 'list';
  if (spoken.length >= FEWEST_SURE && !isEnglish(spoken)) return 'not-english';
  if (spoken.length < FEWEST_WORDS) return 'too-short';
  if (isSample(text, guide)) return 'sample';
  return isOneSentenceAgainAndAgain(text) ? 'repeated' : undefined;
}

/** By letters, not by words: some scripts put no space between words. */
function isOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 < letters;
}

/** The question, once or several times, and next to nothing beside it. */
function isQuestionOnly(text: string, guide: Guide): boolean {
  const plain = (some: string) => ` ${(some.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).join(' ')} `;
  const halves = [guide.question, ...guide.question.split(',')].map((half) =>
    plain(half).replace(/^ and /u, ' '),
  );
  const whole = plain(text);
  const left = halves.reduce((rest, half) => rest.replaceAll(half, ' '), whole);
  return left !== whole && left.trim().split(/\s+/u).length < QUESTION_ASIDE;
}
const QUESTION_ASIDE = 12;

function isSample(text: string, guide: Guide): boolean {
  const runs = wordRuns(text);
  if (runs.length === 0) return false;
  const known = knownRuns(guide);
  return runs.filter((run) => SAMPLE_RUNS.has(run) || known.has(run)).length >= runs.length * SAMPLE_SHARE;
}

const RUNS = new WeakMap<Guide, ReadonlySet<number>>();

/** The runs of all that the guide shows as an example: made once a guide. */
function knownRuns(guide: Guide): ReadonlySet<number> {
  const made = RUNS.get(guide);
  if (made !== undefined) return made;
  const texts = [
    ...guide.samples.flatMap((sample) => [
      ...Object.values(sample.steps),
      Object.values(sample.steps).join(' '),
    ]),
    guide.steps.map((step) => step.example).join(' '),
    ...guide.alternatives.map((other) => other.text),
  ];
  const known = new Set(texts.flatMap(wordRuns));
  RUNS.set(guide, known);
  return known;
}
