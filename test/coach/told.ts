import type { createWorld } from '../support/practice.ts';
import { eventually } from '../support/practice.ts';

type Person = ReturnType<Awaited<ReturnType<typeof createWorld>>['person']>;

/** A sound story, a message a step. */
export const STORY = [
  'I agreed a room for our customer day by phone, and it was double booked.',
  'Two years ago I organised our customer day for 120 guests, the one event sales had for the year.',
  'I agreed the room by phone and never got it in writing. On the Monday the hotel told me it was taken.',
  'I found a smaller place the same day and rang sales myself to say forty people could not come.',
  'I learned that a yes on the phone is no booking, and that I check what others rely on.',
  'Since then I ask for it in writing. In March that caught a caterer with the wrong date.',
] as const;

/** Tells the whole story, up to the draft. */
export async function tellStory(person: Person): Promise<void> {
  for (const words of ['/practice-failure', 'story', 'skip', ...STORY]) await person.says(words);
}

/** Asks for the critique and waits for it. */
export async function judge(person: Person, asking = 'go'): Promise<void> {
  await person.says(asking);
  await eventually(async () => (await person.session())?.stage.at === 'critiqued');
}
