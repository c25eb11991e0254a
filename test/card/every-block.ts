import { type Card, type MomentRun, quote, text } from '../../src/card/card.ts';
import { oneStep } from './one-step.ts';

/** Half past ten at night for a reader whose clock is UTC. */
export const AT_FIVE_IN_NEW_YORK: MomentRun = {
  at: '2027-03-04T22:30:00.000Z',
  shows: 'day',
  words: 'Thursday 4 March 2027, 17:30 (America/New_York)',
  there: 'Thursday 17:30 in New York',
};

/** A card with a block of every kind and an input of every type. Words in capitals are a person's. */
export const everyBlock: Card = {
  v: 1,
  origin: { sessionId: '3f0c1f5e-6f0e-4c1b-9a55-2d1c6f0a7b11', turn: 4 },
  blocks: [
    text('You said ', quote('A YES ON THE PHONE'), '. That is a real one.'),
    {
      kind: 'fields',
      fields: [
        { label: 'KEEP', lines: [[quote('I RANG THEM')], ['Plain and yours.']] },
        { label: 'LENGTH', lines: [['about 35 seconds']] },
        { label: 'When', lines: [[AT_FIVE_IN_NEW_YORK]] },
      ],
    },
    { kind: 'list', items: [['first tip'], ['your words: ', quote('NEVER IN WRITING')]] },
    { kind: 'passage', title: 'Your draft', text: 'THE WHOLE DRAFT.', by: 'person' },
    { kind: 'passage', text: 'A sample.', by: 'guide' },
    {
      kind: 'picture',
      picture: oneStep(),
      alt: 'Setting clear.',
    },
    {
      kind: 'input',
      input: { type: 'text', id: 't', label: 'In your words', value: 'TYPED', maxLength: 100 },
    },
    {
      kind: 'input',
      input: { type: 'rating', id: 'r', label: 'How clear was it', choices: ['not yet', 'clear'] },
    },
    {
      kind: 'input',
      input: { type: 'choice', id: 'c', label: 'Which step', options: [{ value: 'a', label: 'the lesson' }] },
    },
    { kind: 'input', input: { type: 'person', id: 'p', label: 'With whom' } },
    { kind: 'input', input: { type: 'moment', id: 'm', label: 'When', zone: 'Europe/Berlin' } },
  ],
  buttons: [{ action: 'redo:growth-evidence', word: 'redo 5', label: 'Rewrite it' }],
  asks: 'answer',
};
