import type { Guide } from '../guide/guide.ts';
import type { Span } from '../text/span.ts';
import { countWords } from '../text/words.ts';
import { assignSteps } from './assign-steps.ts';
import { cueWords } from './cue-words.ts';
import { isDated } from './dated.ts';
import { tellsDistress } from './distress.ts';
import { doubtsIn, type ToldFor } from './doubts.ts';
import type { Draft } from './draft.ts';
import { stepSignals } from './guide-signals.ts';
import { heartOf } from './heart.ts';
import type { Language } from './language.ts';
import { parsedOnce } from './parsed-once.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Reading } from './reading.ts';
import { lookFor, type Sign } from './signals/catalog.ts';

/**
 * What a text is, and so what is worth knowing of it. A `story` is sorted into steps, and doubts are looked for; an
 * `answer` is to one step; a `draft` is only to be spoken from, or judged by others.
 */
export type ReadAs = 'story' | 'answer' | 'draft';

/**
 * What a text shows of a guide's signs: of what it is not read as, the fields are empty. Pure: the same text has the
 * same reading. Never throws for a text.
 */
export function read(
  text: string,
  guide: Guide,
  language: Language,
  about: ToldFor = {},
  as: ReadAs = 'story',
): Reading {
  const parsed = parsedOnce(text, language);
  const common = {
    words: countWords(text),
    sentences: parsed.sentences.map((sentence) => sentence.span),
    distress: tellsDistress(parsed),
  };
  if (as === 'draft') return { ...NOTHING, ...common, cues: cueWords(parsed) };
  const signs = lookFor(stepSignals(guide), parsed);
  const heart = heartOf(parsed, signs, guide, language);
  const shown = { ...common, ...signalsIn(signs), ...(heart === undefined ? {} : { heart }) };
  if (as === 'answer') return { ...NOTHING, ...shown };
  return {
    ...shown,
    steps: stepsOf(parsed, guide, signs),
    doubts: doubtsIn(parsed, guide, about),
    dated: isDated(parsed),
    cues: cueWords(parsed),
  };
}

const NOTHING = { signals: {}, thin: {}, steps: {}, doubts: [], dated: false, cues: [] } as const;

function signalsIn(signs: ReadonlyMap<string, Sign>): Pick<Reading, 'signals' | 'thin'> {
  const signals: Record<string, readonly Span[]> = {};
  const thin: Record<string, readonly Span[]> = {};
  for (const [name, sign] of signs) {
    if (sign.found.length > 0) signals[name] = sign.found;
    else if (sign.thin.length > 0) thin[name] = sign.thin;
  }
  return { signals, thin };
}

function stepsOf(
  parsed: ParsedText,
  guide: Guide,
  signs: ReadonlyMap<string, Sign>,
): Record<string, readonly Span[]> {
  const steps: Record<string, Span[]> = {};
  const path = assignSteps(parsed, guide, signs);
  for (const sentence of parsed.sentences) {
    const id = guide.steps[path[sentence.index] ?? 0]?.id;
    if (id !== undefined) steps[id] = [...(steps[id] ?? []), sentence.span];
  }
  return steps;
}

/** The draft of an answer that came in one piece: the text as it is, its sentences sorted by the reading. */
export function draftFromText(text: string, reading: Reading): Draft {
  return { text, steps: reading.steps };
}
