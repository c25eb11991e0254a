import { describe, expect, test } from 'vitest';
import { roleIn } from '../../src/conversation/role-in.ts';
import { beginPractice } from './practice.ts';

test.each([
  ['I want to be a ward nurse, interview tomorrow', 'ward nurse'],
  ["i'd like to become a paralegal", 'paralegal'],
  ["I'm applying for a job as event manager at the city hall", 'event manager at the city hall'],
  ['I have an interview for a junior data analyst position next week', 'junior data analyst'],
  ['applied for an internship as lab assistant', 'lab assistant'],
  ['It’s for a team lead role and I am nervous', 'team lead'],
  ['practising for the train driver job', 'train driver'],
  ['I am going to work as a teacher. Monday is the day', 'teacher'],
  ['I would like to become a health and safety officer', 'health and safety officer'],
  ["I'm applying for a sales and marketing role", 'sales and marketing'],
  ['interviewing for head of people and culture at Acme', 'head of people and culture at Acme'],
  ['I want to be a registered nurse and my interview is on Friday', 'registered nurse'],
  ['I am a student and I want to be a midwife', 'midwife'],
  ['Hi, I have an interview as a bus driver and I am scared', 'bus driver'],
  ['I have applied for a head cook position', 'head cook'],
  ['my interview is for team lead', 'team lead'],
  ['I want to be promoted to ward manager', 'ward manager'],
  ["I'd love to work as a carer", 'carer'],
  ['I am a nurse and want to become a ward manager', 'ward manager'],
  ['i wanna be a chef', 'chef'],
])('%s: %s', (words, role) => {
  expect(roleIn(words)).toBe(role);
});

test.each([
  'I agreed the room by phone and never got it in writing',
  'I applied for a grant and missed the date',
  'They rang us for a week because of it',
  'I forgot to order the flowers for my sister',
  'ward nurse',
  'I was late',
  "I wanted to be helpful and gave a customer somebody else's address.",
  'I was going to be promoted, then I sent the payroll to everybody.',
  'We were working as a team and I deleted the shared folder',
  'I was going to work by bike and dropped the samples.',
  'I want to be helpful and sometimes I say too much',
  'I am going to be promoted',
  'I applied for a visa and told nobody at work',
  'I want to be a nurse and dropped the samples on my trial day',
  'I worked as a cook and my manager was looking for a new supplier',
  'I was working as a waiter when I broke the till and hid it from my boss for two weeks until he found out',
])('%s: no role', (words) => {
  expect(roleIn(words)).toBeUndefined();
});

describe('asked what it is for', () => {
  test('a sentence that names the job is the job, and not the story', () => {
    const practice = beginPractice().says('story').says('I want to be a ward nurse, interview tomorrow');
    expect(practice.session.purpose).toMatchObject({ kind: 'role', name: 'ward nurse' });
    expect(practice.session.failure).toEqual([]);
    expect(practice.shown).toContain('For: "ward nurse".');
    expect(practice.session.stage).toEqual({ at: 'choosing' });
  });

  test.each([
    "I wanted to be helpful and gave a customer somebody else's address.",
    'I was going to be promoted, then I sent the payroll to everybody.',
    'We were working as a team and I deleted the shared folder',
    'I was going to work by bike and dropped the samples.',
  ])('a story is kept as the story: %s', (words) => {
    const practice = beginPractice().says('story').says(words);
    expect(practice.session.purpose).toEqual({ kind: 'skipped' });
    expect(practice.session.failure.map(({ text }) => text)).toEqual([words]);
  });

  test('after an edit it is the job that the edited sentence names', () => {
    const practice = beginPractice()
      .says('story')
      .says('I want to be a ward nurse, interview tomorrow', { id: 'said' })
      .happens({ type: 'edited', partId: 'said', text: 'I want to be a midwife, interview on Friday' });
    expect(practice.session.purpose).toMatchObject({ kind: 'role', name: 'midwife' });
  });
});
