import { expect, test } from 'vitest';
import { isCritique } from '../../../src/critique/critique.ts';
import { loadLanguage } from '../../../src/critique/language.ts';
import { draftFromText, read } from '../../../src/critique/read.ts';
import { judgeByRubric } from '../../../src/critique/rubric.ts';
import { greatestFailure as guide } from '../../../src/guide/questions/greatest-failure.ts';

const language = loadLanguage();
const CAFE =
  'Last summer I ran the morning shift in a small café with three people. I forgot to order the milk for the weekend and we had none on Saturday, so forty guests left without a coffee. I ran to the shop at the corner and bought twelve litres, and I told my boss the same day. I learned to be more careful with orders. Since then I always double check.';

function scoresOf(text: string): string {
  const judgement = judgeByRubric(
    { draft: draftFromText(text, read(text, guide, language)), guide, setAside: [] },
    language,
  );
  if (!isCritique(judgement)) throw new Error(judgement.cannotJudge);
  return `${judgement.verdict} ${guide.steps.map(({ id }) => judgement.steps[id]?.score).join(' ')}`;
}

test.each([
  ...['banana', 'ok', 'Thanks.', 'Thank you for listening.', 'That is my answer.', "So yeah, that's it."],
  ...['critique', 'I hope that answers the question.', 'Any questions?'],
])('what only closes an answer makes it no better: %s', (closing) => {
  expect(scoresOf(`${CAFE} ${closing}`)).toBe(scoresOf(CAFE));
  expect(scoresOf(`${CAFE}\n${closing}`)).toBe(scoresOf(CAFE));
});
