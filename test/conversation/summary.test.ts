import { expect, test } from 'vitest';
import { summary } from '../../src/conversation/summary.ts';
import { atCritique, atFirstStep, beginPractice, STORY } from './practice.ts';

test('the summary of a finished practice says what was written and what was said of it', () => {
  const practice = atCritique().says('redo 5').says('Now I ask for paper.').says('Thank you, that helped.');
  expect(summary(practice.session, practice.guide)).toEqual({
    guide: 'greatest-failure 1',
    door: 'story',
    purpose: 'event manager',
    stage: 'reviewing',
    failure: STORY.failure,
    answers: {
      context: STORY.context,
      failure: STORY.slip,
      'immediate-actions': STORY.actions,
      reflections: STORY.lesson,
      'growth-evidence': 'Now I ask for paper.',
    },
    skipped: [],
    replaced: [{ step: 'growth-evidence', text: STORY.growth }],
    notes: ['Thank you, that helped.'],
    drafts: 1,
    critique: {
      draftNo: 1,
      scores: expect.objectContaining({ context: 2, 'growth-evidence': expect.any(Number) }),
      rules: practice.session.critique?.critique.findings.map((finding) => finding.rule),
      outdated: true,
    },
  });
});

test('the summary of a practice under way names the open step, the skipped ones and no critique', () => {
  const practice = atFirstStep().says('skip').says('pause');
  expect(summary(practice.session, practice.guide)).toMatchObject({
    stage: 'paused asking failure',
    answers: {},
    skipped: ['context'],
    drafts: 0,
    critique: undefined,
  });
});

test('two platforms with their own ids and stamps leave the same summary', () => {
  const slack = beginPractice().says('story', { id: 'C1-1.2', stamp: '1.2' });
  slack.says('skip', { id: 'C1-1.3', stamp: '1.3' }).says('tips', { id: 'C1-1.35', stamp: '1.35' });
  slack.says('I told nobody.', { id: 'C1-1.4', stamp: '1.4', ends: 'quiet' });
  slack.says('Nobody asked.', { id: 'C1-1.5', stamp: '1.5', ends: 'quiet' }).presses('next');
  const terminal = beginPractice().presses('story').presses('skip');
  terminal.says('I told nobody.\nNobody asked.', { id: 't1', stamp: '2026-03-01T10:00:00.000Z' });
  expect(slack.session).not.toEqual(terminal.session);
  expect(summary(slack.session, slack.guide)).toEqual(summary(terminal.session, terminal.guide));
});
