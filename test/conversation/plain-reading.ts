import type { Doubt, Reading } from '../../src/critique/reading.ts';
import type { DoubtKind, Guide } from '../../src/guide/guide.ts';
import { type Span, spanOf } from '../../src/text/span.ts';
import { countWords } from '../../src/text/words.ts';

/** Words that stand for a story which must not be scored, in any sequence of events. */
export const HARD = 'my father died that week';

/** Words that raise a doubt of each kind. */
export const DOUBTED: Readonly<Record<DoubtKind, string>> = {
  confidential: 'under NDA',
  catastrophic: 'the plant burned down',
  trivial: 'five minutes late',
  private: 'at my wedding',
  core: 'the wrong dose',
  'unknown-role': 'a job nobody knows',
};
const DOUBT_KINDS = Object.keys(DOUBTED) as DoubtKind[];

/** Words that try for a sign and stay general. */
const THIN = 'more careful';

/**
 * A reading without a language model, and the same for the same words: a sentence ends at its full stop, the steps
 * share the sentences in order, and the words above mean what they say.
 */
export function plainReading(text: string, guide: Guide): Reading {
  const sentences = sentencesOf(text);
  const steps: Record<string, Span[]> = {};
  sentences.forEach((sentence, index) => {
    const id = guide.steps[Math.floor((index * guide.steps.length) / sentences.length)]?.id;
    if (id !== undefined) steps[id] = [...(steps[id] ?? []), sentence];
  });
  const [heart] = sentences;
  const thin = quoted(text, THIN);
  const [signal] = guide.steps[0]?.signals ?? [];
  return {
    words: countWords(text),
    sentences,
    signals: {},
    thin: thin === undefined || signal === undefined ? {} : { [signal.signal]: [thin] },
    steps,
    doubts: DOUBT_KINDS.flatMap((kind) => doubtOf(kind, text)),
    distress: isHard(text),
    dated: /\b(?:19|20)\d\d\b/.test(text),
    cues: sentences.flatMap(cueOf),
    ...(heart === undefined ? {} : { heart }),
  };
}

/** Whether these words tell of what must not be scored. */
export function isHard(text: string): boolean {
  return text.includes(HARD);
}

/** The sentences of a text, verbatim. */
export function sentencesOf(text: string): Span[] {
  return [...text.matchAll(/[^.!?\n]+[.!?]*/gu)].flatMap((match) => {
    const sentence = spanOf(text, match.index, match.index + match[0].length);
    return sentence === undefined ? [] : [sentence];
  });
}

function doubtOf(kind: DoubtKind, text: string): Doubt[] {
  const about = quoted(text, DOUBTED[kind]);
  if (about === undefined) return [];
  if (kind === 'unknown-role') return [{ kind }];
  return [kind === 'core' ? { kind, about, core: 'giving medicines safely' } : { kind, about }];
}

function quoted(text: string, words: string): Span | undefined {
  const at = text.indexOf(words);
  return at < 0 ? undefined : { start: at, end: at + words.length, quote: words };
}

/** The longest word of a sentence. */
function cueOf(sentence: Span): Span[] {
  const words = [...sentence.quote.matchAll(/\p{L}+/gu)].sort((a, b) => b[0].length - a[0].length);
  return words.slice(0, 1).map((match) => ({
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
    quote: match[0],
  }));
}
