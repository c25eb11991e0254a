import { expect, test } from 'vitest';
import { isCritique } from '../../src/critique/critique.ts';
import { draftFromSteps } from '../../src/critique/draft.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { unshown } from './unknown-samples.ts';

const language = loadLanguage();

test.each(greatestFailure.samples)(
  "the guide's $quality sample $id is judged as the guide means it, step by step and in one piece",
  (sample) => {
    const parts = Object.entries(sample.steps).map(([id, text]) => ({ id, text }));
    const whole = parts.map((part) => part.text).join(' ');
    const drafts = [draftFromSteps(parts), draftFromText(whole, read(whole, greatestFailure, language))];
    for (const draft of drafts) {
      const input = { draft, guide: unshown, role: sample.profession, setAside: [] };
      const judgement = judgeByRubric(input, language);
      expect(isCritique(judgement) && judgement.verdict === 'good').toBe(sample.quality === 'good');
    }
  },
);
