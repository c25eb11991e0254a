import type { Guide } from '../../src/guide/guide.ts';

/** The invented answer of the product's voice: one thing to fix, and that is its ending. */
export const CUSTOMER_DAY =
  'Two years ago I organised our customer day, 120 guests, the one event sales had for the year. I agreed the room by phone and never got it in writing. On the Monday before, the hotel told me it was double booked. I found a smaller place the same day and rang sales myself to say forty people could not come. It was a horrible call to make. I learned to be more careful with bookings, and I am much better organised now.';

/** The sample answer of the guide that this product was built from. */
export const MIGRATION = `Early in my career, I was tasked with leading the migration of our database to a new cloud provider. I was excited about the technical challenge but underestimated the complexity of the data migration process, which affected thousands of users.

The migration had several issues - some data didn't transfer correctly, and there were performance bottlenecks we hadn't anticipated. The rollout took twice as long as planned, and there were some service disruptions during the transition.

In the aftermath, I collaborated with senior team members to conduct a thorough post-mortem analysis. I learned the importance of thorough planning, conducting small-scale testing, and having rollback plans. Since then, I've incorporated rigorous risk assessment and phased deployment strategies into all my projects.

This experience taught me that overconfidence can be as dangerous as under-preparation. I now prioritize gathering multiple perspectives during project planning and building in iterative testing phases. It's made me a more thoughtful and reliable engineer.`;

const use = (signal: string, essential = true) => ({
  signal,
  essential,
  why: `A listener looks for ${signal}.`,
  question: `Where is ${signal}?`,
});

const step = (id: string, uses: Guide['steps'][number]['signals']): Guide['steps'][number] => ({
  id,
  name: id,
  aliases: [],
  prompt: 'And then?',
  strong: 'It is told.',
  listenFor: 'It is told.',
  sentences: { from: 1, to: 2 },
  why: 'It helps.',
  tips: ['Be plain.'],
  example: 'I did it.',
  short: id,
  nudge: 'And this part?',
  signals: uses,
});

/** A second guide with three other steps: whatever holds only for the first one's step ids fails here. */
export const RESCUE_GUIDE: Guide = {
  id: 'rescue',
  version: 1,
  question: 'Tell me of a time you put something right.',
  tests: 'It listens for repair.',
  opening: 'What happened?',
  spoken: { fromSeconds: 30, toSeconds: 60 },
  criteria: [{ id: 'any', text: 'Anything that went wrong.' }],
  steps: [
    step('trouble', [use('what-went-wrong'), use('setting', false)]),
    step('rescue', [use('own-action'), use('told-someone', false)]),
    step('habit', [use('changed-practice'), use('later-occasion', false)]),
  ],
  opensAt: 'trouble',
  doubts: [{ kind: 'trivial', question: 'Who else felt it?' }],
  finding: {
    cues: ['What did you mend last year?'],
    pair: { better: 'I broke it and mended it.', other: 'It broke.', because: 'You hear who mended it.' },
    challenge: 'What was hard?',
  },
  tips: ['Be plain.'],
  pitfalls: [
    {
      id: 'excuses',
      text: 'An excuse.',
      why: 'It closes the story.',
      question: 'What was yours?',
      signal: 'outward-blame',
    },
  ],
  whyAsked: ['It shows repair.'],
  preparation: ['Think of one.'],
  alternatives: [],
  samples: [
    { id: 'one', profession: 'baker', quality: 'good', steps: { trouble: 'It broke.' }, note: 'Short.' },
  ],
  followUps: [{ about: 'rescue', question: 'Who helped you?' }],
};
