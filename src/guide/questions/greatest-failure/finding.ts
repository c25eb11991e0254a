import type { Guide } from '../../guide.ts';

/** Ways in for one to whom nothing comes to mind. A cue calls up a moment; it never says what happened there. */
export const finding: Guide['finding'] = {
  cues: [
    'Which message or call did you put off? What did you have to say?',
    'Which promise did you not keep? Who was waiting for it?',
    'What did a colleague once have to repair or finish for you?',
    'Which feedback hurt a little? What was it about?',
    'What do you check twice today, and why? There may be a story behind it.',
    'Which day at work went wrong, and what would you do differently now?',
  ],
  pair: {
    better:
      'I sent our price list to the printer without a last look. Two prices were old. I rang all eleven customers that day. Now a colleague reads every list first. In May she found an old price in time.',
    other:
      'Our price list went out with two old prices. The printer was in a hurry, and it was a difficult week for everyone. It was very stressful, but I learned to be more careful.',
    because: 'You can hear whose mistake it was, what was done about it, and one time since then.',
  },
  challenge:
    'No failure comes to mind? That is fine. Think of a hard time at work or in your studies that you came through. When did it nearly go wrong?',
};
