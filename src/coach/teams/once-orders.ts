import { unreachable } from '../../errors.ts';
import type { Once } from '../../mocks/stats/once.ts';
import type { OnceEffect } from '../../mocks/stats/once-by.ts';
import type { TeamOutgoing } from '../../store/teams/put-effects.ts';
import type { PersonRef } from '../../who/person.ts';
import { namedIn } from './named-in.ts';
import { announcementKey, toOne } from './team-orders.ts';

/** An invitation's effects as rows of the outbox, as a team's are. */
export function onceOrders(
  ref: PersonRef,
  once: Once,
  effects: readonly OnceEffect[],
  turnKey: string,
): TeamOutgoing[] {
  const people = [once.organizer, ...once.people];
  return effects.map((effect, position) => {
    const about = namedIn(effect.card, people);
    switch (effect.type) {
      case 'post':
        return {
          key: announcementKey(once.id),
          performer: ref.platform,
          kind: 'say',
          body: JSON.stringify(effect.card),
          place: once.channel,
          lane: 'channel',
          about,
        };
      case 'tell':
        return {
          ...toOne(ref, `${turnKey}-${position}`, effect),
          about: about.filter((id) => id !== effect.to),
        };
      default:
        return unreachable(effect);
    }
  });
}
