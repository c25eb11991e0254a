import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/critique/critique.ts';
import { atCritique, atDraft, beginPractice, type Practice, STORY } from './practice.ts';

const SMALL: Finding = {
  id: 'small',
  rule: 'trivial',
  at: { missingIn: 'failure' },
  why: 'Hardly anything hung on it.',
  question: 'Which one cost somebody something?',
  rank: 0,
};
const ASKED = 'How small it is depends on where you stand.';

/** At the draft, for a role that says nothing of how far along somebody is. */
function asNurse(): Practice {
  const { failure, context, slip, actions, lesson, growth } = STORY;
  return [failure, context, slip, actions, lesson, growth].reduce(
    (practice, words) => practice.says(words),
    beginPractice().says('story').says('ward nurse'),
  );
}

/** A practice whose critique finds the story small. */
function foundSmall(practice: Practice): Practice {
  const judged = atCritique().session.critique?.critique;
  if (judged === undefined) throw new Error('no critique came');
  return practice.says('go').isJudged({ ...judged, findings: [SMALL] });
}

describe('how far along somebody is', () => {
  test('is asked where a story looks small and the role does not say it, and not otherwise', () => {
    expect(foundSmall(asNurse()).shown).toContain(ASKED);
    expect(asNurse().says('go').isJudged().shown).not.toContain(ASKED);
    // An event manager is some years in.
    expect(foundSmall(atDraft()).shown).not.toContain(ASKED);
  });

  test('is remembered once it is told, and the answer is looked at again with it in mind', () => {
    const practice = foundSmall(asNurse());
    practice.says('settings level student');
    expect(practice.effects).toContainEqual({ type: 'setManner', seniority: 'student' });
    expect(practice.effects.map(({ type }) => type)).toContain('requestCritique');
    expect(practice.session.manner.seniority).toBe('student');
    expect(practice.cards.map((card) => JSON.stringify(card)).join()).toContain('still studying');
    const again = practice.session.critique?.critique;
    if (again === undefined) throw new Error('no critique came');
    practice.isJudged({ ...again, findings: [SMALL] });
    expect(practice.shown).not.toContain(ASKED);
  });

  test('can be changed among the settings anywhere, and no answer is looked at for it there', () => {
    const practice = asNurse().says('settings level leading');
    expect(practice.shown).toContain('Changed, and remembered. You are leading people.');
    expect(practice.shown).toContain('you said leading people');
    expect(practice.effects.map(({ type }) => type)).not.toContain('requestCritique');
  });

  test('chooses the example: a student sees one of a student, a director one of a director, a nurse that of a nurse', () => {
    const example = (role: string) => beginPractice().says('answer').says(role).says('example').shown;
    expect(example('chemistry student')).toContain('A good answer (chemistry student)');
    expect(example('graduate student in law')).toContain('A good answer (chemistry student)');
    expect(example('director of logistics')).toContain('A good answer (operations director)');
    expect(example('ward nurse')).toContain('A good answer (nurse)');
  });
});
