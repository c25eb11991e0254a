import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isCritique } from '../../src/critique/critique.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';
import { AnswersSchema } from '../corpus/answers.ts';

const language = loadLanguage();
const answers = AnswersSchema.parse(
  JSON.parse(readFileSync(new URL('../corpus/answers.json', import.meta.url), 'utf8')),
);

test('a follow-up question that was asked is not asked again while there is another; then it is better than none', () => {
  for (const { id, text } of answers) {
    const draft = draftFromText(text, read(text, guide, language));
    const nextAfter = (asked: readonly string[]) => {
      const judged = judgeByRubric({ draft, guide, setAside: [], asked }, language);
      return isCritique(judged) ? judged.next.question : undefined;
    };
    const first = nextAfter([]);
    if (first === undefined) continue;
    const asked: string[] = [];
    for (
      let next: string | undefined = first;
      next !== undefined && !asked.includes(next);
      next = nextAfter(asked)
    )
      asked.push(next);
    expect(asked.length, id).toBeGreaterThan(1);
    expect(nextAfter(asked), id).toBe(first);
  }
});
