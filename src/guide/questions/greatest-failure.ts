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
    'It need not be your greatest. Tell me the failure in a line or two: what happened, and your part. Rough notes are fine.',
  spoken: { fromSeconds: 60, toSeconds: 120 },
  criteria: [
    {
      id: 'from-work',
      text: 'It comes from work, your studies or a club, and nobody was seriously hurt. What is private can stay private.',
    },
    { id: 'can-be-told', text: 'You learned something from it, and you can talk about it by now.' },
    { id: 'not-the-core', text: 'It does not touch what the new job needs most.' },
    { id: 'modest-and-better', text: 'You can admit a mistake in it, and show what you do better today.' },
  ],
  steps,
  opensAt: 'failure',
  doubts,
  finding,
  tips: [
    'Take something from the last one or two years: you remember it well, and it is behind you.',
    'Stay with work. What happened at home can stay at home.',
    'Say plainly which part was yours. There is no need to be hard on yourself.',
    'Give the lesson, and what got better, more room than the damage.',
    'Aim for one to two minutes when you say it aloud.',
    'Be modest about the mistake, and let people hear how you went on.',
    'Leave disasters out, such as a lost degree or a serious accident: people remember only the damage.',
    'Say what the lesson did for your work: what runs better today?',
  ],
  pitfalls,
  whyAsked: [
    'It shows whether you can look at your own work honestly.',
    'It shows what you make of a mistake.',
    'It lets you be modest, and show that you keep learning.',
    'It shows how you start again, and how you put things right.',
    'It shows how you might deal with a setback in their team.',
  ],
  preparation: [
    'Write down three moments when something at work really went wrong, one line each.',
    'For each one, finish this sentence: "Since then, before I …, I always …". Keep the story where that is easiest.',
    'Tell it in two halves: first the mistake, then what you learned and changed.',
    'Look at the job you want. Where would this lesson help you there?',
    'No big failure comes to mind? Take a hard time you came through, and the point where it nearly went wrong.',
    'Say it aloud twice with a clock. The second time is often shorter.',
  ],
  alternatives: [
    {
      id: 'deadline',
      name: 'A deadline',
      text: 'To please a client, I named a launch date before I had asked the designers. We came out three weeks late, and half of the screens were rough. Now nobody hears a date from me until everyone whose work is in it has named theirs.',
    },
    {
      id: 'technical-decision',
      name: 'A technical decision',
      text: 'I put a faster storage layer in front of our online shop, and I had tried it only on my own machine. On the first sale day it filled up, and the shop was down for an hour. Now I first test such a change with the load of our busiest day.',
    },
    {
      id: 'team-leadership',
      name: 'Leading a team',
      text: 'In my first months of leading four people I kept every hard task for myself. The others sat waiting for me. I had thought that this was helping. Today I hand over the hard part first, and say what done looks like.',
    },
  ],
  samples: [...goodSamples, ...badSamples],
  followUps,
};
