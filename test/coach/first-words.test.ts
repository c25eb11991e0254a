import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../support/practice.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld('first-words');
});
afterAll(() => world.close());

test.each([
  'hello coach, what is this?',
  'Hi there, can you help me with an interview please',
  'What do you do?',
])('%j is a greeting and no story: it gets what the coach does', async (words) => {
  const person = world.person(`greets-${words.length}`);
  await person.says(words);
  expect(person.reads()).toContain('I coach you through one interview question');
  expect(await person.session()).toBeUndefined();
});

test('after the end, thanks and a good-bye get one warm line, and what there is to go on with', async () => {
  const person = world.person('ends');
  await person.says('/practice-failure');
  await person.says('stop');
  for (const words of ['thanks', 'Good luck', 'ok cool, bye']) {
    await person.says(words);
    expect(person.reads()).toContain('You are welcome. I am here when you want to go again');
    expect((await person.session())?.stage.at).toBe('done');
  }
});

test('a hard story as the very first message is met before anything else is asked', async () => {
  const person = world.person('hard');
  await person.says('my mother died last year and i failed her when she needed me');
  expect(person.reads()).toContain('That sounds hard');
  expect((await person.session())?.stage.at).toBe('sheltered');
});

test('a story as the very first message begins a practice with it', async () => {
  const person = world.person('tells');
  await person.says('I booked the hall for our customer day on the phone and never asked for it in writing.');
  expect(person.reads()).toContain('What are you practising for?');
});

test.each([
  'story',
  'answer',
  'I agreed a room by phone last year and it was double booked on the day itself.',
])('who skips the door is told on the first card who can read what they write: %j', async (words) => {
  const person = world.person(`skips-${words.length}`);
  await person.says(words);
  const { readers } = (await person.session()) ?? {};
  expect(readers).toMatch(/\S/u);
  expect(person.reads()).toContain(readers);
});
