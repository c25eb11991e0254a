import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isCritique } from '../../src/critique/critique.ts';
import { draftFromSteps } from '../../src/critique/draft.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { type Answer, AnswersSchema } from '../corpus/answers.ts';

const language = loadLanguage();
const pitfallIds = new Set(greatestFailure.pitfalls.map((pitfall) => pitfall.id));

interface Agreement {
  readonly verdicts: number;
  /** Pitfalls found that a fair reader finds too, found that nobody does, and not found. */
  readonly right: number;
  readonly falsely: readonly string[];
  readonly overlooked: readonly string[];
}

function agreement(answers: readonly Answer[]): Agreement {
  let verdicts = 0;
  let right = 0;
  const falsely: string[] = [];
  const overlooked: string[] = [];
  for (const answer of answers) {
    const draft = draftFromText(answer.text, read(answer.text, greatestFailure, language));
    const judgement = judgeByRubric(
      { draft, guide: greatestFailure, role: answer.profession, setAside: [] },
      language,
    );
    if (!isCritique(judgement)) continue;
    if (judgement.verdict === answer.verdict) verdicts += 1;
    const found = judgement.findings.map((finding) => finding.rule).filter((rule) => pitfallIds.has(rule));
    right += found.filter((rule) => answer.pitfalls.includes(rule)).length;
    falsely.push(
      ...found.filter((rule) => !answer.pitfalls.includes(rule)).map((rule) => `${answer.id}: ${rule}`),
    );
    overlooked.push(
      ...answer.pitfalls.filter((rule) => !found.includes(rule)).map((rule) => `${answer.id}: ${rule}`),
    );
  }
  return { verdicts, right, falsely, overlooked };
}

function answersOf(file: string): Answer[] {
  return AnswersSchema.parse(JSON.parse(readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8')));
}

// The rules were written with the first file open. The other two were written afterwards and met rules that had
// not seen them: 10 and 9 of 12 verdicts, and no pitfall found falsely. That is what to expect of a stranger's
// answer; since then the rules were mended for these too, and the figures below only guard against going back.
describe.each([
  { file: 'answers.json', verdicts: 28 },
  { file: 'unseen.json', verdicts: 12 },
  { file: 'strangers.json', verdicts: 11 },
])('$file', ({ file, verdicts }) => {
  const answers = answersOf(file);
  const reached = agreement(answers);
  console.log(
    `${file}: ${reached.verdicts} of ${answers.length} verdicts, ${reached.right} pitfalls found, ` +
      `${reached.falsely.length} found falsely, ${reached.overlooked.length} overlooked`,
  );

  test('the verdicts agree with a fair reader as often as before', () => {
    expect(reached.verdicts).toBeGreaterThanOrEqual(verdicts);
  });

  test('nobody is told of a pitfall that is not there', () => {
    expect(reached.falsely).toEqual([]);
  });
});

test.each(greatestFailure.samples)(
  "the guide's $quality sample $id is judged as the guide means it, step by step and in one piece",
  (sample) => {
    const parts = Object.entries(sample.steps).map(([id, text]) => ({ id, text }));
    const whole = parts.map((part) => part.text).join(' ');
    const drafts = [draftFromSteps(parts), draftFromText(whole, read(whole, greatestFailure, language))];
    for (const draft of drafts) {
      const input = { draft, guide: greatestFailure, role: sample.profession, setAside: [] };
      const judgement = judgeByRubric(input, language);
      expect(isCritique(judgement) && judgement.verdict === 'good').toBe(sample.quality === 'good');
    }
  },
);
