import type { Guide } from '../../guide.ts';

/**
 * What may speak against a story, the first to raise first. The person's own words stand before each question
 * and "You can also keep it and go on." after it, so a question needs to say neither. `{core}` is filled in with
 * what the role needs, as a noun or "-ing" phrase.
 */
export const doubts: Guide['doubts'] = [
  {
    kind: 'confidential',
    question:
      'Might someone want this kept secret? You can change names and figures. I look for such words, and may miss some.',
  },
  {
    kind: 'catastrophic',
    question:
      'An interviewer may hear only the damage, and miss what you learned. Is there another story you could tell?',
  },
  { kind: 'trivial', question: 'An interviewer may want a bigger one. Who else felt it?' },
  {
    kind: 'private',
    question: 'This sounds private. It is your choice. Is there also one from work, your studies or a club?',
  },
  {
    kind: 'core',
    question: 'Much in this job depends on {core}. Might an interviewer worry about that after this story?',
  },
  {
    kind: 'unknown-role',
    question: 'I do not know this role well. What is the one thing it needs most?',
  },
];
