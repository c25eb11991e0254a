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
import type { Reading } from './reading.ts';
import { lookFor } from './signals/catalog.ts';

/** What a text shows of a guide's signs. Pure: the same text has the same reading. Never throws for a text. */
export function read(text: string, guide: Guide, language: Language, about: ToldFor = {}): Reading {
  const parsed = language.parse(text);
  const signs = lookFor(stepSignals(guide), parsed);
  const found: Record<string, readonly Span[]> = {};
  const thin: Record<string, readonly Span[]> = {};
  for (const [name, sign] of signs) {
    if (sign.found.length > 0) found[name] = sign.found;
    else if (sign.thin.length > 0) thin[name] = sign.thin;
  }
  const steps: Record<string, Span[]> = {};
  const path = assignSteps(parsed, guide, signs);
  for (const sentence of parsed.sentences) {
    const id = guide.steps[path[sentence.index] ?? 0]?.id;
    if (id === undefined) continue;
    const spans = steps[id] ?? [];
    spans.push(sentence.span);
    steps[id] = spans;
  }
  const heart = heartOf(parsed, signs, guide, language);
  return {
    words: countWords(text),
    sentences: parsed.sentences.map((sentence) => sentence.span),
    signals: found,
    thin,
    ...(heart === undefined ? {} : { heart }),
    steps,
    doubts: doubtsIn(parsed, guide, about),
    distress: tellsDistress(parsed),
    dated: isDated(parsed),
    cues: cueWords(parsed),
  };
}

/** The draft of an answer that came in one piece: the text as it is, its sentences sorted by the reading. */
export function draftFromText(text: string, reading: Reading): Draft {
  return { text, steps: reading.steps };
}
