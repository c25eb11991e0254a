import { waivedCard } from './cards/group-cards.ts';
import type { Group, Mock } from './mock.ts';
import type { MockGrounds, MockTurn } from './mock-event.ts';
import { withGroup } from './people.ts';
import { movedOn } from './phases.ts';
import { phaseOfCards } from './script.ts';
import { cardOf, kindOf, tellingOf } from './telling.ts';

/**
 * On before the time is up, pressed by one of the pair. Where cards are waited for, one alone does not open them: they open
 * once each of the two has sent theirs, or goes on without.
 */
export function wentOn(mock: Mock, group: Group, by: string, grounds: MockGrounds): MockTurn {
  const opensCards = group.phase === phaseOfCards(mock) && !group.revealed.includes(group.turn);
  if (!opensCards) return movedOn(mock, group, grounds.at, grounds);
  const waived = [...new Set([...(group.waived ?? []), by])];
  const after = withGroup(mock, { ...group, waived });
  const telling = tellingOf(group);
  const isReady = (id: string) => {
    const kind = kindOf(telling, id);
    const hasSent = kind !== undefined && cardOf(mock, group.no, group.turn, kind) !== undefined;
    return hasSent || waived.includes(id);
  };
  if (group.pair.every(isReady)) return movedOn(after, { ...group, waived }, grounds.at, grounds);
  const wasSaid = group.waived?.includes(by) === true;
  return {
    mock: after,
    effects: wasSaid ? [] : [{ type: 'tell', to: by, card: waivedCard(mock, group, by) }],
  };
}
