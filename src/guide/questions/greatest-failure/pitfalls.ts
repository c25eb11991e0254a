import type { Guide } from '../../guide.ts';

/** Where answers to this question slip. Each text speaks of the answer, never of who wrote it. */
export const pitfalls: Guide['pitfalls'] = [
  {
    id: 'others-blamed',
    text: 'What other people got wrong takes up much of the story.',
    why: 'The more a listener hears about others, the less they learn about you.',
    question: 'If the others get half a sentence, what is left to tell about your own part?',
    shape: 'My part in it was that I [did, or left out, what?].',
    signal: 'others-blamed',
  },
  {
    id: 'core-skill',
    text: 'The story touches the very skill this job is about.',
    why: 'A listener may think of this when they picture you in the job.',
    question: "Is there another side of this story, or another one, that leaves the job's main skill alone?",
    shape: 'What I had not yet learned then was [what?]. Today I [do what?].',
    signal: 'core-skill',
  },
  {
    id: 'no-growth',
    text: 'The story ends before anything is different.',
    why: 'Then the failure is the last thing a listener hears.',
    question: 'What do you do differently since then, and when did you last do it?',
    shape: 'Now, before I count on [thing: what?], I [what?]. Last [when?], [what happened?].',
    signal: 'no-growth',
  },
  {
    id: 'outward-blame',
    text: 'Here it sounds as if the circumstances did it.',
    why: 'A listener wants to hear what you could decide. That is where the lesson comes from.',
    question: 'Which part was yours to decide?',
    shape: 'I could have [done what?] before [what happened?].',
    signal: 'outward-blame',
  },
  {
    id: 'trivial',
    text: 'An interviewer may want a bigger one.',
    why: 'When little was lost, the lesson sounds small too.',
    question: 'Who else felt it?',
    shape: 'Because of it, [who?] had to [do what?].',
    signal: 'trivial',
  },
  {
    id: 'emotion-heavy',
    text: 'The feeling takes more room than the repair.',
    why: 'One honest feeling is a strength. After that, a listener wants to hear what you did.',
    question: 'Keep the feeling you need most. What did you do next?',
    shape: 'It was [one word?]. The first thing I did was [what?].',
    signal: 'emotion-heavy',
  },
];
