import type { Guide } from '../../guide.ts';

/**
 * What an interviewer is likely to ask next. Where a question has a `signal`, it is asked about the words that
 * showed it, which are quoted beside it. None is about what hung on the work: where the harm was done, "what if"
 * is beside the point, and without the harm those words are only the scene.
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
  { about: 'reflections', question: 'What would you tell a new colleague who stands where you stood?' },
  {
    about: 'reflections',
    signal: 'lesson',
    question: 'When has that been hard to stick to?',
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
];
