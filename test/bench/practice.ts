import { randomUUID } from 'node:crypto';
import type { Handled } from '../../src/coach/coach.ts';
import type { Session } from '../../src/conversation/session.ts';
import { findPerson } from '../../src/store/people.ts';
import { practicesOf } from '../../src/store/practices.ts';
import type { PersonRef } from '../../src/who/person.ts';
import type { BenchWorld } from './world.ts';

/** Five answers of an ordinary length. */
export const ANSWERS = [
  'Two years ago I organised our customer day, 120 guests, the one event sales had for the year.',
  'I agreed the room by phone and never got it in writing. On the Monday before, the hotel told me it was double booked.',
  'I found a smaller place the same day and rang sales myself to say forty people could not come. It was a horrible call to make.',
  'I learned that a verbal yes is not a booking, and that I check what others rely on before I promise it.',
  'Since then I keep a list of written confirmations. In March it caught a caterer with the wrong date, two weeks before the day.',
];

export function refOf(userId: string): PersonRef {
  return { platform: 'terminal', scope: 'local', userId };
}

let stamps = 0;

/** Sends one message to the coach, as the terminal does. Resolves at the commit. */
export function says(world: BenchWorld, userId: string, text: string): Promise<Handled> {
  stamps += 1;
  const messageId = randomUUID();
  return world.coach.handle({
    id: `said-${messageId}`,
    person: refOf(userId),
    place: { platform: 'terminal', channel: userId },
    what: { type: 'said', messageId, stamp: String(stamps).padStart(12, '0'), text, ends: 'now' },
  });
}

/** A real practice led up to the first of the five questions, and on to the draft where asked: what others are copied from. */
export async function practiceAt(world: BenchWorld, where: 'first question' | 'draft'): Promise<Session> {
  const userId = `model-${randomUUID().slice(0, 8)}`;
  const told = [
    '/practice-failure',
    'story',
    'event manager',
    'I agreed a room by phone and it was double booked.',
  ];
  for (const text of [...told, ...(where === 'draft' ? ANSWERS : [])])
    await (await says(world, userId, text)).performed;
  const person = await findPerson(world.db, world.ring, refOf(userId));
  if (person === undefined) throw new Error('the model person is missing');
  const session = (await practicesOf(world.db, person, { as: 'owner', personId: person.id })).at(-1)?.session;
  if (session === undefined) throw new Error('the model practice is missing');
  return session;
}
