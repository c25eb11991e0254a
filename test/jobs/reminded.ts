import { movingClock } from '../coach/put-in.ts';
import { eventually, type World } from '../support/practice.ts';

type Person = ReturnType<World['person']>;

/** A clock that stands at an instant (ISO 8601) until a test sets it. */
export function clockAt(at: string) {
  const clock = movingClock();
  const setTo = (ms: number) => clock.forward(ms - clock.now().getTime());
  setTo(Date.parse(at));
  return { now: clock.now, forward: clock.forward, setTo };
}

/** Asks for it, and says yes. */
export async function plans(person: Person, words: string): Promise<void> {
  await person.says(`remind ${words}`);
  await person.says('yes');
}

export async function dueOf(world: World): Promise<number | undefined> {
  const { rows } = await world.pool.query<{ due_at: Date }>(
    `SELECT due_at FROM wakes WHERE kind = 'plan' AND done_at IS NULL`,
  );
  return rows[0]?.due_at.getTime();
}

/** How many reminders a person was shown, in any of these worlds. */
export function reminders(userId: string, ...worlds: readonly World[]): number {
  return worlds.flatMap((world) => world.person(userId).cards()).filter(({ notice }) => notice !== undefined)
    .length;
}

/** What was missed would have come by now. */
export const aMoment = () => new Promise((resolve) => setTimeout(resolve, 500));

/** Their time has come, and the minute's sweep looks. */
export async function timeComes(world: World, clock: ReturnType<typeof clockAt>): Promise<number> {
  const due = (await dueOf(world)) ?? Number.NaN;
  clock.setTo(due + 100);
  const before = reminders('ada', world);
  await world.sweeps.everyMinute();
  await eventually(() => reminders('ada', world) === before + 1);
  return due;
}
