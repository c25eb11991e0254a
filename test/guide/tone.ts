import { expect } from 'vitest';
import type { Guide } from '../../src/guide/guide.ts';
import { countWords } from '../../src/text/words.ts';
import { shownLines } from './coach-lines.ts';

/** The longest question the coach puts. */
const MAX_PROMPT_WORDS = 35;

/** Words that judge the person, or the text from above; each with what the coach says in its place in docs of the voice. */
const BANNED =
  /\b(absent|vague(ly)?|too emotional|defensive(ly)?|trivial|overrated|failed to|great question|invalid)\b|!|\p{Extended_Pictographic}/iu;

/** Plain words for a text that hurt all the same. An invented answer may say them, as any person may. */
const NOT_THE_COACHS = /\b(error|weak|poor(ly)?|bad)\b/iu;

/** Where an invented answer stands in a guide: those are not the coach's words. */
const INVENTED_ANSWER = /^\/(samples\/\d+\/steps|finding\/pair\/(better|other))\b|\/example$/;

/** Every question the coach may put from this guide. */
export function questionsOf(guide: Guide): string[] {
  return [
    guide.opening,
    ...guide.steps.flatMap((step) => [
      step.prompt,
      step.nudge,
      ...step.signals.map((signal) => signal.question),
    ]),
    ...guide.doubts.map((doubt) => doubt.question),
    ...guide.finding.cues,
    guide.finding.challenge,
    ...guide.pitfalls.map((pitfall) => pitfall.question),
    ...guide.followUps.map((followUp) => followUp.question),
  ];
}

/** What the coach itself says in this guide: every line a card could show but the invented answers. */
export function coachLines(guide: Guide): { path: string; line: string }[] {
  return shownLines(guide).filter(({ path }) => !INVENTED_ANSWER.test(path));
}

/** Fails with the lines that break the voice. */
export function expectTheCoachsVoice(guide: Guide): void {
  expect(shownLines(guide).filter(({ line }) => BANNED.test(line))).toEqual([]);
  expect(coachLines(guide).filter(({ line }) => NOT_THE_COACHS.test(line))).toEqual([]);
  expect(questionsOf(guide).filter((line) => countWords(line) > MAX_PROMPT_WORDS)).toEqual([]);
}
