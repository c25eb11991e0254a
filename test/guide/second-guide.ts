import type { Guide } from '../../src/guide/guide.ts';

/**
 * Another question with other steps. Played beside the first one, it proves that nothing in the product
 * knows a question, a step or a tip by name. It shares some signals with the first guide, as a real one would.
 */
export const colleagueConflict: Guide = {
  id: 'colleague-conflict',
  version: 2,
  question: 'Tell me about a conflict with a colleague.',
  tests: 'The question listens for how you hold a disagreement and stay easy to work with.',
  opening: 'Tell me the conflict in a line or two: what you two wanted, and where it got stuck.',
  spoken: { fromSeconds: 45, toSeconds: 90 },
  criteria: [
    { id: 'about-work', text: 'It was about the work, and not about liking each other.' },
    { id: 'settled', text: 'It is settled, or you can both live with it.' },
  ],
  steps: [
    {
      id: 'disagreement',
      name: 'The Disagreement',
      aliases: ['conflict', 'argument'],
      prompt: 'What did each of you want, and why did it matter to the work?',
      strong: 'Both sides, so that either of you would nod.',
      listenFor: 'Both sides, so that either of the two would nod.',
      sentences: { from: 1, to: 3 },
      why: 'A listener trusts you more when the other side sounds reasonable.',
      tips: ['Tell the other side first.'],
      example:
        'Last year I ran the front desk of a clinic, and my colleague wanted walk-ins until noon. I wanted appointments only, because the queue reached the stairs.',
      short: 'two sides',
      nudge: 'And the two sides: what did each of you want?',
      signals: [
        {
          signal: 'setting',
          essential: true,
          why: 'A listener wants to know where they are.',
          question: 'Where was this, and what was your job?',
        },
        {
          signal: 'stake',
          essential: false,
          why: 'It matters more once it is clear what hung on it.',
          question: 'What hung on it for the work?',
        },
      ],
    },
    {
      id: 'your-move',
      name: 'Your Move',
      aliases: ['move', 'action'],
      prompt: 'What did you do to get it unstuck?',
      strong: 'One thing you did that your colleague noticed.',
      listenFor: 'One thing they did that their colleague noticed.',
      sentences: { from: 1, to: 2 },
      why: 'Somebody has to move first, and a listener hopes it was you.',
      tips: ['A question you asked is a move.', 'Say what you gave up.'],
      example:
        'I asked her to show me a morning at her desk, and I saw that half of the walk-ins had been sent by our own doctors.',
      short: 'your move',
      nudge: 'And you: what did you do to get it unstuck?',
      signals: [
        {
          signal: 'own-action',
          essential: true,
          why: 'One thing you did yourself carries this part.',
          question: 'What did you do first?',
          shape: 'I [did what?], because [why?].',
        },
        {
          signal: 'told-someone',
          essential: false,
          why: 'It helps to hear that you talked to each other.',
          question: 'When did you two talk, and who began?',
        },
      ],
    },
    {
      id: 'after-it',
      name: 'After It',
      aliases: ['ending', 'outcome', 'result'],
      prompt: 'How did it end, and how do you two work together since?',
      strong: 'An ending that holds, and one time since then that shows it.',
      listenFor: 'An ending that holds, and one time since then that shows it.',
      sentences: { from: 1, to: 2 },
      why: 'A conflict is over when the work goes on.',
      tips: ['Name one thing you still do today.'],
      example:
        'We kept two walk-in hours a day. Since then we look at the week together every Monday, and in March we changed the hours without a word of argument.',
      short: 'after it',
      nudge: 'And the end: how did it turn out?',
      signals: [
        {
          signal: 'result',
          essential: true,
          why: 'A listener wants to know how it ended.',
          question: 'How did it end?',
        },
        {
          signal: 'changed-practice',
          essential: false,
          why: 'A habit shows that something stayed.',
          question: 'What do you two do differently now?',
          shape: 'Now, before we [do what?], we [what?].',
        },
      ],
    },
  ],
  opensAt: 'disagreement',
  doubts: [
    {
      kind: 'confidential',
      question: 'May this be told outside? You can change the names. I may miss some.',
    },
    {
      kind: 'private',
      question: 'This sounds private. It is your choice: is there one that was about the work?',
    },
    { kind: 'core', question: 'The job asks for {core}. Would this story speak against it?' },
  ],
  finding: {
    cues: [
      'Whose name in your inbox made you put off reading?',
      'Which decision at work did you argue about twice?',
    ],
    pair: {
      better:
        'I wanted the desk open until noon, she wanted until ten. I sat with her one morning, and we agreed on eleven.',
      other: 'She never listened to anybody, and in the end our manager had to decide.',
      because: 'Both sides make sense in it, and you hear who moved first.',
    },
    challenge: 'When did working closely with somebody take effort, and what made it work?',
  },
  tips: ['Choose one that is over.', 'Let the other side sound reasonable.'],
  pitfalls: [
    {
      id: 'one-sided',
      text: 'Only one side of it is told.',
      why: 'A listener starts to wonder about the other side.',
      question: 'What would your colleague say about it?',
      signal: 'others-blamed',
    },
  ],
  whyAsked: ['It shows how you act when somebody at work wants something else.'],
  preparation: ['Tell the story once from the other side.'],
  alternatives: [{ id: 'style', name: 'Two ways of working', text: 'I plan ahead; she decides on the day.' }],
  samples: [
    {
      id: 'receptionist-walk-ins',
      profession: 'receptionist',
      quality: 'good',
      steps: {
        disagreement:
          'Last year I ran the front desk of a clinic. My colleague wanted walk-ins until noon, and I wanted appointments only.',
        'your-move':
          'I asked her to show me a morning at her desk, and then I told our manager what I had seen.',
        'after-it': 'We kept two walk-in hours a day. Since then we look at the week together every Monday.',
      },
      note: 'Both sides make sense, and the ending still holds.',
    },
    {
      id: 'receptionist-stubborn',
      profession: 'receptionist',
      quality: 'bad',
      steps: { disagreement: 'My colleague never listened to anyone and ruined every plan.' },
      note: 'The other side is still to come, and so is the move that ended it.',
    },
  ],
  followUps: [
    { about: 'disagreement', question: 'What would your colleague say about it?' },
    { about: 'your-move', signal: 'own-action', question: 'Why did you choose that?' },
  ],
};
