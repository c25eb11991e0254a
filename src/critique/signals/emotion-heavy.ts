import type { Span } from '../../text/span.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';
import { changedPractice } from './changed-practice.ts';
import { lesson } from './lesson.ts';
import { anyOf, sentencesOf } from './matching.ts';
import { ownAction } from './own-action.ts';
import type { Signal } from './signal.ts';
import { toldSomeone } from './told-someone.ts';

const FEELING = anyOf(
  'terrible|horrible|awful|devastated|devastating|ashamed|shame|guilty|guilt|cried|crying|tears|embarrass(?:ed|ing)|humiliat(?:ed|ing)|miserable|heartbroken|breaks my heart|panic|panicked|hated myself|hate myself|worthless|forgive myself|worst|nightmares?|sick|hopeless|regret(?:s|ted)?|anxious|depressed|mortified|crushed|sleep|disappear|desperate|overwhelmed|hurt|stupid|wanted to die|haunts?',
);

function feelings(sentence: Sentence): number {
  return [...sentence.folded.matchAll(new RegExp(FEELING.source, 'gu'))].length;
}

function size(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
}

/** Feelings take more room than repair and lesson together. One honest feeling is a strength and never counts. */
export const emotionHeavy: Signal = {
  name: 'emotion-heavy',
  explains:
    'I set the room that feelings take against the room for the repair. One honest feeling is a strength.',
  weight: 88,
  find(text: ParsedText): Span[] {
    const felt = text.sentences.filter((sentence) => feelings(sentence) > 0);
    const total = felt.reduce((sum, sentence) => sum + feelings(sentence), 0);
    if (felt.length < 2 || total < 3) return [];
    const mending = [ownAction, toldSomeone, lesson, changedPractice].flatMap((signal) => [
      ...signal.find(text),
    ]);
    const mended = sentencesOf(text, mending).filter((sentence) => !felt.includes(sentence));
    if (size(felt) <= size(mended)) return [];
    const most = [...felt].sort((a, b) => feelings(b) - feelings(a) || a.index - b.index)[0];
    return most === undefined ? [] : [most.span];
  },
};
