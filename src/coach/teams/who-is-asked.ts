import type pg from 'pg';
import { isLeftInPeace } from '../../mocks/left-in-peace.ts';
import type { Mock } from '../../mocks/mock.ts';
import type { Asked } from '../../mocks/mock-event.ts';
import type { Keyring } from '../../store/keyring.ts';
import { deletedLately } from '../../store/teams/deleted-lately.ts';
import { hoursIn } from '../../store/teams/hours-in.ts';
import { pausedIn } from '../../store/teams/pauses.ts';
import type { PersonRef } from '../../who/person.ts';

interface Looking {
  readonly looks: Pick<pg.PoolClient, 'query'>;
  readonly ring: Keyring;
  readonly now: Date;
}

/**
 * Of those who were found, whom a message may ask: nobody who paused team sessions or reminders, in whose quiet hours it
 * begins, or who had everything about them deleted. Why somebody is not asked is told to nobody.
 */
export async function whoIsAsked(
  { looks, ring, now }: Looking,
  scope: Pick<PersonRef, 'platform' | 'scope'>,
  mock: Mock,
  people: readonly Asked[],
): Promise<readonly Asked[]> {
  const ids = people.map(({ id }) => id);
  const at = now.toISOString();
  const hours = await hoursIn(looks, scope, ids);
  const paused = await pausedIn(looks, ring, scope, ids, { channel: mock.channel, at });
  const gone = await deletedLately(looks, ring, scope, ids, now);
  return people.filter((one) => {
    const isAway = gone.has(one.id) || paused.has(one.id);
    return !isAway && !isLeftInPeace(mock, one, hours.get(one.id) ?? {}, at);
  });
}
