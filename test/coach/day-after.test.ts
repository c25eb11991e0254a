import { afterEach, expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { joined } from '../../src/conversation/part.ts';
import { clockAt } from '../jobs/reminded.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';

/** Eleven in the morning in Berlin; the interview is three days later. */
const MONDAY = '2027-03-08T10:00:00Z';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Person = ReturnType<World['person']>;

/** Somebody in a terminal with an interview planned, and what lets the day after come. */
async function interviewed(name: string) {
  const clock = clockAt(MONDAY);
  const world = await createWorld(`day after ${name}`, { now: clock.now });
  closing.push(() => world.close());
  const ada = world.person('ada');
  for (const words of ['remind zone Europe/Berlin', 'remind interview on 11 march 2027', 'yes'])
    await ada.says(words);
  const isAsked = () => ada.cards().some((card) => fallbackText(card).includes('Yesterday was the day.'));
  const dayAfterComes = async () => {
    for (let count = 0; count < 10 && !isAsked(); count += 1) {
      const { rows } = await world.pool.query<{ due_at: Date }>(
        `SELECT due_at FROM wakes WHERE kind = 'plan' AND done_at IS NULL`,
      );
      const due = rows[0]?.due_at ?? expect.fail('nothing is armed');
      const before = ada.cards().length;
      clock.forward(due.getTime() - clock.now().getTime() + 1_000);
      await world.sweeps.everyMinute();
      await eventually(() => ada.cards().length > before);
    }
  };
  return { ada, dayAfterComes };
}

async function pressesAsked(ada: Person): Promise<void> {
  const buttons = ada.cards().flatMap((card) => card.buttons);
  const action = buttons.findLast((button) => button.action.startsWith('remind:asked-yes'))?.action;
  await ada.presses(action ?? expect.fail('no button'));
}

test('after "It was asked", what is typed is what they told, and begins no practice', async () => {
  const { ada, dayAfterComes } = await interviewed('told');
  await dayAfterComes();
  await pressesAsked(ada);
  expect(ada.reads()).toContain('Which follow-ups came, and what landed?');
  await ada.says('They asked how I found out about the outage, and it landed.');
  expect(ada.reads()).toBe('Kept, for you alone. The next plan begins with it.');
  expect(await ada.practices()).toEqual([]);
});

test('beside a practice a line on the interview is no failure story, and its own answer is', async () => {
  const { ada, dayAfterComes } = await interviewed('beside');
  for (const words of ['/practice-failure', 'story', 'skip']) await ada.says(words);
  await dayAfterComes();
  expect(ada.reads()).toContain('To tell me, type remind asked and a line.');
  await ada.says('It was asked, and the follow-up on metrics landed.');
  expect(ada.cards().map(fallbackText).join('\n')).toContain('Kept, for you alone.');
  expect(joined((await ada.session())?.failure ?? [])).toBe('');
  const story = 'They asked me for a date, and I promised one that nobody could keep.';
  await ada.says(story);
  expect(joined((await ada.session())?.failure ?? [])).toBe(story);
  await ada.says('remind interview on 20 march 2027');
  expect(ada.reads()).toContain('"It was asked, and the follow-up on metrics landed."');
});
