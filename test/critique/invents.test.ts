import { expect, test } from 'vitest';
import { inventsFacts } from '../../src/critique/invents.ts';

const ANSWER = "Maria's team had 1,200 guests and forty chairs. I rang Acme GmbH on Monday.";
const invents = (text: string) => inventsFacts(text, [ANSWER, 'nurse']);

test.each([
  'What did you tell Maria before the guests came?',
  'You had 1200 guests and 40 chairs.',
  'Forty chairs are a picture.',
  'Maria’s chairs are the heart of it.',
  'You rang Acme GmbH: what did they say?',
  'Now, before I count on [how many guests?], I ask [Whom? Peter?].',
  'Right story, one thing to fix.',
  "I'd ask: what would I do on Monday?",
  '"Monday" is the word that counts.',
])('%j holds nothing new', (text) => {
  expect(invents(text)).toBe(false);
});

test.each([
  'What did you tell Peter?',
  'Peter may ask about it.',
  'You had 300 guests.',
  'Three hundred guests are many.',
  'It saved 20%.',
  'You rang Google on Monday.',
  'Since Tuesday, what has changed?',
  'How did the ACME-X9 do?',
  'You had 1,201 guests.',
])('%j brings something in', (text) => {
  expect(invents(text)).toBe(true);
});

test('a figure in the person’s own blank is theirs to fill in', () => {
  expect(invents('It was [how many, 10 or 20?] guests.')).toBe(false);
  expect(invents('It was 20 [which?] guests.')).toBe(true);
});

test('without a source every name and figure is invented, and ordinary words are not', () => {
  expect(inventsFacts('What did you do next?', [])).toBe(false);
  expect(inventsFacts('What did Ada do next?', [])).toBe(true);
});
