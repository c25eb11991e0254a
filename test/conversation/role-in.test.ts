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

  test('after an edit it is the job that the edited sentence names', () => {
    const practice = beginPractice()
      .says('story')
      .says('I want to be a ward nurse, interview tomorrow', { id: 'said' })
      .happens({ type: 'edited', partId: 'said', text: 'I want to be a midwife, interview on Friday' });
    expect(practice.session.purpose).toMatchObject({ kind: 'role', name: 'midwife' });
  });
});
