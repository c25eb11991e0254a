import { expect } from 'vitest';
import type { DiscordCoach } from './discord-coach.ts';
import type { DiscordPractice } from './discord-practice.ts';

/** What the practices here were told before their place was gone. */
export const CONTEXT = 'Two years ago, at a customer day for 120 guests.';
export const MOVED = 'I could not write in the old place, so we go on here. Nothing is lost.';

/** The same practice goes on in this channel, said once, with everything that was told before. */
export async function goesOnIn(
  coach: DiscordCoach,
  practice: DiscordPractice,
  channel: string,
): Promise<void> {
  const there = practice.at(channel);
  await there.until('2 of 5');
  await coach.discord.calm(200);
  const moved = there.reads().filter((text) => text.includes(MOVED));
  expect(moved).toHaveLength(1);
  expect(moved[0]).toContain('2 of 5');
  expect(await practice.parts('context')).toEqual([CONTEXT]);
  await there.answers('I agreed the room by phone.');
  expect(there.reads().at(-1)).toContain('3 of 5');
  expect(await coach.sessions(practice.person.id)).toHaveLength(1);
}
