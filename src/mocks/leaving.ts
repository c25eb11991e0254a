import { partnerLeftCard } from './cards/group-cards.ts';
import { turnWords } from './gathered.ts';
import type { Group, Mock } from './mock.ts';
import type { MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import { followedBy, groupOf, knownMember, unpaired, withGroup, withMember } from './people.ts';
import { ended } from './phases.ts';
import { pairedMeanwhile, withSomebody } from './starting.ts';

/** Somebody leaves half-way, or cannot be reached any more: whoever stays is not left without a word. */
export function leftGroup(mock: Mock, id: string, grounds: MockGrounds): MockTurn {
  const group = groupOf(mock, id);
  if (mock.stage !== 'running' || group === undefined) return { mock, effects: [] };
  const leaver = knownMember(mock, id);
  const without = withMember(mock, leaver, { left: true });
  if (group.observer === id) {
    const { observer: _, ...pair } = group;
    return { mock: withGroup(without, pair), effects: [] };
  }
  const told: MockEffect = {
    type: 'sayIn',
    group: group.no,
    card: partnerLeftCard(without, group, leaver.name),
  };
  const [stays] = group.pair.filter((one) => one !== id);
  if (stays === undefined) return { mock: without, effects: [] };
  if (group.observer !== undefined)
    return followedBy({ mock: without, effects: [told] }, (next) =>
      tookPlace(next, group, id, group.observer ?? stays, grounds),
    );
  return followedBy({ mock: closedGroup(without, group), effects: [told] }, (next) =>
    unpaired(next).length > 1
      ? pairedMeanwhile(next, grounds)
      : withSomebody(next, knownMember(next, stays), grounds, 'partner-left'),
  );
}

/** In a trio the one who observed answers, or asks, in the place of who left. */
function tookPlace(
  mock: Mock,
  group: Group,
  leaver: string,
  observer: string,
  grounds: MockGrounds,
): MockTurn {
  const { observer: _, ...rest } = group;
  const [first, second] = group.pair;
  const pair = leaver === first ? ([observer, second] as const) : ([first, observer] as const);
  const next: Group = { ...rest, pair };
  const after = withGroup(mock, next);
  // What is theirs to do now, they alone hear.
  const told = turnWords(after, next, grounds).filter((one) => one.type === 'tell' && one.to === observer);
  return { mock: after, effects: told };
}

function closedGroup(mock: Mock, group: Group): Mock {
  // Its place was told why: it needs no thank-you beside that.
  return ended(mock, group).mock;
}
