import type { Guide } from '../guide.ts';
import { badSamples } from './greatest-failure/bad-samples.ts';
import { doubts } from './greatest-failure/doubts.ts';
import { finding } from './greatest-failure/finding.ts';
import { followUps } from './greatest-failure/follow-ups.ts';
import { goodSamples } from './greatest-failure/good-samples.ts';
import { pitfalls } from './greatest-failure/pitfalls.ts';
import { steps } from './greatest-failure/steps.ts';

/** The first question of the product. Every point follows the guide it was built from, in words of our own. */
export const greatestFailure: Guide = {
  id: 'greatest-failure',
  version: 1,
  question: 'What is your greatest failure, and what did you learn from it?',
  tests: 'It tests how you admit a mistake, put it right, and learn from it.',
  opening:
    'It need not be your greatest. Tell me the failure in a line or two: what happened, and your part in it. Rough is fine.',
  spoken: { fromSeconds: 60, toSeconds: 120 },
  criteria: [
    {
      id: 'from-work',
      text: 'It comes from your working life, and nobody was badly hurt. A private hardship can stay private.',
      signal: 'catastrophe',
    },
    { id: 'can-be-told', text: 'You learned something from it, and by now you can talk about it freely.' },
    { id: 'not-the-core', text: 'It leaves alone what the new job needs most, so no doubt falls on that.' },
    { id: 'modest-and-better', text: 'It lets you admit a slip and show that you got better at something.' },
  ],
  steps,
  opensAt: 'failure',
  doubts,
  finding,
  tips: [
    'Take something from the last one or two years: well remembered, and already behind you.',
    'Stay with work. What happened at home need not come up.',
    'Say plainly what was yours, and do not run yourself down for it.',
    'Give the lesson, and what changed for the better, more room than the damage.',
    'Aim for one to two minutes when you say it aloud.',
    'Be modest about the slip, and let it be heard that you got back up.',
    'Leave disasters out, such as a lost degree or a serious accident: nobody hears the lesson behind them.',
    'Tie the lesson to your work: what runs better today because of it?',
  ],
  pitfalls,
  whyAsked: [
    'It shows whether you can look at your own work honestly.',
    'It shows what you make of a mistake: an excuse, or something you can use.',
    'It lets you be modest and still be somebody who keeps learning.',
    'It shows how you get going again, and how you go about mending things.',
    'It gives an idea of how you would deal with a setback in their team.',
  ],
  preparation: [
    'Write down three times something at work really went wrong, one line each.',
    'For each one, finish this sentence: "Since then, before I …, I always …". Keep the story where it comes easily.',
    'Tell it as a story of learning: the slip in the first half, what you made of it in the second.',
    'Look at the job you want, and find where this lesson would be of use there.',
    'No big failure comes to mind? Take a hard stretch you came through, and the point where it nearly went wrong.',
    'Say it aloud twice with a clock. The second time is always shorter.',
  ],
  alternatives: [
    {
      id: 'deadline',
      name: 'A deadline',
      text: 'I named a launch date to please a client before I had asked the designers what their part would take. We came out three weeks late and with half of the screens rough. Since then nobody hears a date from me until everyone whose work is in it has said theirs.',
    },
    {
      id: 'technical-decision',
      name: 'A technical decision',
      text: 'I put a faster storage layer in front of our shop after trying it on my own machine only. On the first sale day it filled up and the shop was down for an hour. Now I rehearse such a change under the load of our busiest day, with an alarm set before it goes live.',
    },
    {
      id: 'team-leadership',
      name: 'Leading a team',
      text: 'In my first months leading four people I kept every hard task for myself, and the others sat waiting for me. I had taken holding on for helping. Today I hand over the hard part first, say what done looks like, and ask only on agreed days how it goes.',
    },
  ],
  samples: [...goodSamples, ...badSamples],
  followUps,
};
