import type { Guide } from '../../guide.ts';

/** Where answers to this question slip. Each text speaks of the answer, never of who wrote it. */
export const pitfalls: Guide['pitfalls'] = [
  {
    id: 'others-mistakes',
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
    id: 'defensive-or-blaming',
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
    id: 'too-emotional',
    text: 'The feeling takes more room than the repair.',
    why: 'One honest feeling is a strength. After that, a listener wants to hear what you did.',
    question: 'Keep the feeling you need most. What did you do next?',
    shape: 'It was [one word?]. The first thing I did was [what?].',
    signal: 'emotion-heavy',
  },
  {
    id: 'personal-catastrophe',
    text: 'This one is very close to home, or somebody came to harm.',
    why: 'A listener may hear only the damage, or not know what to say.',
    question: 'Is there a story from work, your studies or a club that you could tell in its place?',
    signal: 'catastrophe',
  },
  {
    id: 'no-failure',
    text: 'I do not hear a failure of yours in this yet.',
    why: 'The question asks for one, and a listener will ask again.',
    question: 'What is one thing you did, or left out, that you would take back?',
    shape: 'I [did, or left out, what?], and because of it [what happened?].',
    signal: 'no-failure',
  },
];
