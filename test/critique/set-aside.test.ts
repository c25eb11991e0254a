import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Critique, isCritique } from '../../src/critique/critique.ts';
import { type Draft, draftFromSteps } from '../../src/critique/draft.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';
import { type Answer, AnswersSchema } from '../corpus/answers.ts';
import { CUSTOMER_DAY } from './told-answers.ts';

const language = loadLanguage();

const answers: readonly Answer[] = ['answers', 'unseen', 'strangers'].flatMap((file) =>
  AnswersSchema.parse(JSON.parse(readFileSync(new URL(`../corpus/${file}.json`, import.meta.url), 'utf8'))),
);

/** A text is judged many times here and need be read but once. */
const drafts = new Map<string, Draft>();
function draftOf(told: string): Draft {
  const draft = drafts.get(told) ?? draftFromText(told, read(told, guide, language));
  drafts.set(told, draft);
  return draft;
}

function critiqueOf(told: Draft | string, setAside: readonly string[] = [], role?: string): Critique {
  const draft = typeof told === 'string' ? draftOf(told) : told;
  const judgement = judgeByRubric({ draft, guide, role, setAside }, language);
  if (!isCritique(judgement)) throw new Error(judgement.cannotJudge);
  return judgement;
}

/** Says "not so" to whatever is found until nothing is. */
function allSetAside(told: Draft | string, role?: string): { critique: Critique; setAside: string[] } {
  const setAside: string[] = [];
  for (let round = 0; round < 30; round += 1) {
    const critique = critiqueOf(told, setAside, role);
    if (critique.findings.length === 0) return { critique, setAside };
    setAside.push(...critique.findings.map((one) => one.id));
  }
  throw new Error('there is always one more finding');
}

const VERDICTS = ['bad', 'weak', 'good'];
const scoresOf = (critique: Critique) => Object.values(critique.steps).map((one) => one.score);

describe('on the texts of the corpus', () => {
  const withFindings = answers.filter((one) => critiqueOf(one.text, [], one.profession).findings.length > 0);

  test('one finding set aside is gone, nothing gets worse, and the rest stays', () => {
    expect(withFindings.length).toBeGreaterThan(20);
    for (const answer of withFindings) {
      const first = critiqueOf(answer.text, [], answer.profession);
      for (const { id } of first.findings) {
        const again = critiqueOf(answer.text, [id], answer.profession);
        const where = `${answer.id} without ${id}`;
        expect(
          again.findings.map((one) => one.id),
          where,
        ).not.toContain(id);
        for (const other of first.findings)
          if (other.id !== id)
            expect(
              again.findings.map((one) => one.id),
              where,
            ).toContain(other.id);
        expect(again.overall, where).toBeGreaterThanOrEqual(first.overall);
        expect(VERDICTS.indexOf(again.verdict), where).toBeGreaterThanOrEqual(
          VERDICTS.indexOf(first.verdict),
        );
        scoresOf(again).forEach((score, at) => {
          expect(score, where).toBeGreaterThanOrEqual(scoresOf(first)[at] ?? 0);
        });
      }
    }
  });

  test('nothing is found for ever: all can be set aside, and no pitfall is left in the verdict', () => {
    for (const answer of withFindings) {
      const { critique } = allSetAside(answer.text, answer.profession);
      expect(critique.line, answer.id).not.toMatch(/bigger one|very skill|fix/);
      expect(
        Object.values(critique.steps).flatMap((one) => [...one.missing]),
        answer.id,
      ).toEqual([]);
    }
  });

  test('an answer that had all its steps told is ready once nothing else remains', () => {
    const weak = withFindings.filter((one) => critiqueOf(one.text, [], one.profession).verdict === 'weak');
    expect(weak.length).toBeGreaterThan(8);
    for (const answer of weak)
      expect(allSetAside(answer.text, answer.profession).critique, answer.id).toMatchObject({
        verdict: 'good',
        line: 'Ready to say aloud.',
      });
  });
});

test('"right story, one thing to fix" becomes "ready to say aloud" when that thing is not so', () => {
  const first = critiqueOf(CUSTOMER_DAY);
  expect(first.line).toBe('Right story, one thing to fix.');
  const again = critiqueOf(
    CUSTOMER_DAY,
    first.findings.map((one) => one.id),
  );
  expect(again).toMatchObject({ line: 'Ready to say aloud.', verdict: 'good', findings: [] });
  expect(scoresOf(again)).toEqual([2, 2, 2, 2, 2]);
});

test('a missing sign that is set aside is not asked for, and the step is clear by what it says', () => {
  const draft = draftFromSteps([
    { id: 'context', text: 'In 2019 I was a nurse on a ward with 24 patients.' },
    { id: 'failure', text: 'I forgot to pass on a change of dose and a patient waited in pain.' },
    { id: 'immediate-actions', text: 'I told the ward sister the same evening.' },
    { id: 'reflections', text: 'It was a difficult evening for everybody.' },
    { id: 'growth-evidence', text: 'Now I read every change aloud. Last March a colleague caught one.' },
  ]);
  const first = critiqueOf(draft);
  expect(first.steps.reflections).toMatchObject({ score: 1, missing: ['lesson', 'specific-lesson'] });
  const { critique } = allSetAside(draft);
  expect(critique.steps.reflections).toMatchObject({ score: 2, missing: [] });
  expect(critique.line).toBe('Ready to say aloud.');
});

test.each([
  {
    pitfall: 'trivial',
    role: undefined,
    verdict: 'weak',
    text: "There was an occasion when I ordered the wrong biscuits for a board meeting. One of the directors preferred the plain digestives and I had got the chocolate ones. He mentioned it, quite nicely, and I felt a little silly about it. I made a note of everyone's preferences in a spreadsheet after that, and from then on the biscuits were always right. I think attention to detail is very important in an administrative role.",
  },
  {
    pitfall: 'core-skill',
    role: 'Anaesthetic technician',
    verdict: 'weak',
    text: "Three weeks ago I signed off the machine check without doing the leak test on the circuit. The bellows failed to fill at induction and the anaesthetist had to hand-bag the patient while somebody fetched another machine. She was furious, rather theatrically I thought. The patient was fine. In a list of eight you can't do the full check before every case, and most technicians I know don't; the alternative is overruns and then the surgeons are furious instead. I've taken on board that she is someone with whom you need to be seen doing it.",
  },
])('$pitfall set aside: its other story is no longer asked for', ({ pitfall, role, text, verdict }) => {
  const first = critiqueOf(text, [], role);
  const found = first.findings.find((one) => one.rule === pitfall);
  expect(found?.rule).toBe(pitfall);
  expect(first).toMatchObject({ verdict: 'bad' });
  expect(first.line).toMatch(/^I would try another story, because /);
  const again = critiqueOf(text, [found?.id ?? ''], role);
  expect(again.findings.map((one) => one.rule)).not.toContain(pitfall);
  expect(again.line).not.toContain('another story');
  expect(again.verdict).toBe(verdict);
  expect(again.overall).toBeGreaterThan(first.overall);
});

test('what is set aside belongs to these words: another wording is looked at anew', () => {
  const lesson = critiqueOf(CUSTOMER_DAY).findings.find((one) => one.rule === 'reflections.specific-lesson');
  const again = critiqueOf(CUSTOMER_DAY.replace('be more careful with bookings', 'plan better'), [
    lesson?.id ?? '',
  ]);
  expect(again.findings.map((one) => one.rule)).toContain('reflections.specific-lesson');
});
