import { expect } from 'vitest';
import type { Guide } from '../../src/guide/guide.ts';
import { countWords } from '../../src/text/words.ts';
import { shownLines } from './coach-lines.ts';

/** The longest question the coach puts. */
const MAX_PROMPT_WORDS = 35;

/** Words that judge the person, or the text from above; each with what the coach says in its place in docs of the voice. */
const BANNED =
  /\b(absent|vague(ly)?|too emotional|defensive(ly)?|trivial|overrated|failed to|great question|invalid)\b|!|\p{Extended_Pictographic}/iu;

/** Every question the coach may put from this guide. */
export function questionsOf(guide: Guide): string[] {
  return [
    guide.opening,
    ...guide.steps.flatMap((step) => [step.prompt, ...step.signals.map((signal) => signal.question)]),
    ...guide.pitfalls.map((pitfall) => pitfall.question),
    ...guide.followUps.map((followUp) => followUp.question),
  ];
}

/** Fails with the lines that break the voice. */
export function expectTheCoachsVoice(guide: Guide): void {
  expect(shownLines(guide).filter(({ line }) => BANNED.test(line))).toEqual([]);
  expect(questionsOf(guide).filter((line) => countWords(line) > MAX_PROMPT_WORDS)).toEqual([]);
}
