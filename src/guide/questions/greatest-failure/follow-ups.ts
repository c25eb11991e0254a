import type { Guide } from '../../guide.ts';

/**
 * What an interviewer is likely to ask next. Where a question has a `signal`, it is asked about the words that
 * showed it, which are quoted beside it. None is about what hung on the work: where the harm was done, "what if"
 * is beside the point, and without the harm those words are only the scene.
 *
 * Where it has a `gap`, it is asked about what the answer leaves open, around the person's own words: of several for one
 * gap the first that the answer has words for.
 */
export const followUps: Guide['followUps'] = [
  { about: 'context', question: 'How did this work come to be yours in the first place?' },
  { about: 'failure', question: 'Was there a moment when you could still have stopped it?' },
  {
    about: 'failure',
    signal: 'own-part',
    question: 'How did that come about?',
  },
  {
    about: 'failure',
    signal: 'consequence',
    question: 'How did the people it touched react?',
  },
  {
    about: 'failure',
    gap: 'unsourced-figure',
    question: '“{figure}”: how was that measured, and by whom?',
  },
  {
    about: 'failure',
    gap: 'unheard-person',
    question: 'What did {person} say, when it was over?',
  },
  {
    about: 'failure',
    gap: 'late-discovery',
    question: '“{jump}”: who noticed in the end, and how?',
  },
  {
    about: 'failure',
    gap: 'own-decision',
    question: '“{decision}”: what did you know at that moment?',
  },
  { about: 'immediate-actions', question: 'Who did you tell first, and what did they say?' },
  {
    about: 'immediate-actions',
    signal: 'told-someone',
    question: 'What did they say when they heard it from you?',
  },
  {
    about: 'immediate-actions',
    signal: 'own-action',
    question: 'What else could you have done at that moment?',
  },
  {
    about: 'immediate-actions',
    gap: 'answered-as-we',
    question: '“{we}”: which part of that did you do yourself?',
  },
  { about: 'reflections', question: 'What would you tell a new colleague who stands where you stood?' },
  {
    about: 'reflections',
    signal: 'lesson',
    question: 'When has that been hard to stick to?',
  },
  {
    about: 'reflections',
    gap: 'bare-lesson',
    question: '“{lesson}”: which moment taught you that?',
  },
  { about: 'growth-evidence', question: 'How would your colleagues notice that you work differently now?' },
  {
    about: 'growth-evidence',
    signal: 'changed-practice',
    question: 'What does that cost you, and is it worth it?',
  },
  {
    about: 'growth-evidence',
    signal: 'later-occasion',
    question: 'How would you use that in this job?',
  },
  {
    about: 'growth-evidence',
    gap: 'next-occasion',
    question: 'When did the next {occasion} come, and what did you do?',
  },
  {
    about: 'growth-evidence',
    gap: 'next-occasion',
    question: 'When did you next count on {thing}, and what did you do?',
  },
  {
    about: 'growth-evidence',
    gap: 'next-occasion',
    question: '“{claim}”: when did that last show, and what did you do?',
  },
  {
    about: 'growth-evidence',
    gap: 'next-occasion',
    question: '“{slip}”: when did something like it come up again, and what did you do?',
  },
  {
    about: 'growth-evidence',
    seniority: 'student',
    question: 'How would you notice in your first weeks in a job that the same is about to happen?',
  },
  {
    about: 'growth-evidence',
    seniority: 'early',
    question: 'Whom would you ask first if it came up again in this job, and what exactly?',
  },
  {
    about: 'growth-evidence',
    seniority: 'leading',
    question: 'What did you change for those who work for you, so that it does not depend on you?',
  },
];
