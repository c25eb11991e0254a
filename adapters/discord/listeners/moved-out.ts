import type { Handled } from '../../../src/coach/coach.ts';
import type { Incoming } from '../../../src/coach/incoming.ts';
import type { Desk } from '../desk.ts';

/** The practice an event was for has to leave its place (`reason` says why): the coach opens another. Resolves when it is there. */
export async function movedOut(
  desk: Desk,
  { id, person }: Pick<Incoming, 'id' | 'person'>,
  handled: Handled,
  reason: string,
): Promise<void> {
  const place = handled.place();
  if (handled.sessionId === undefined || place === undefined) return;
  const looked = await desk.world.looks.practice(person, handled.sessionId);
  if (looked === undefined) return;
  const { id: sessionId, turn } = looked.session;
  const key = `e-${sessionId}-${turn}-0`;
  const what = { type: 'deliveryFailed', sessionId, key, kind: 'say', reason } as const;
  const moved = await desk.world.coach.handle({ id: `${id}-moved`, person, place, what });
  await moved.performed;
}
