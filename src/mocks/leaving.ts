import { partnerLeftCard } from './cards/group-cards.ts';
import { leaveCard, leftCard } from './cards/leave-cards.ts';
import { formsFor } from './forms-for.ts';
import { turnWords } from './gathered.ts';
import type { Group, Mock } from './mock.ts';
import type { Asked, MockEffect, MockGrounds, MockTurn } from './mock-event.ts';
import {
  candidateOf,
  followedBy,
  groupOf,
  isThrough,
  knownMember,
  memberOf,
  whereFrom,
  withGroup,
  withMember,
} from './people.ts';
import { begun, cutShort } from './phases.ts';
import { revealedToLeaver } from './revealing.ts';
import { phaseOfCards } from './script.ts';
import { pairedMeanwhile } from './starting.ts';

/** They pressed Leave: a slip of the finger ends nobody's part, so they are asked once. */
export function asksToLeave(mock: Mock, by: Asked): MockTurn {
  if (!canLeave(mock, by)) return { mock, effects: [] };
  return { mock, effects: [{ type: 'tell', to: by.id, card: leaveCard(mock, by.id) }] };
}

/**
 * They mean it, and hear how they come back. Who is between two groups is paired no more. `at`: the group of the card that
 * asked them; what was asked in another is an old card.
 */
export function leavesNow(mock: Mock, by: Asked, at: string | undefined, grounds: MockGrounds): MockTurn {
  if (!canLeave(mock, by) || at !== whereFrom(mock, by.id)) return { mock, effects: [] };
  const gone =
    groupOf(mock, by.id) === undefined
      ? { mock: withMember(mock, by, { left: true }), effects: [] }
      : leftGroup(mock, by.id, grounds);
  return followedBy(gone, (next) => ({
    mock: next,
    effects: [{ type: 'tell', to: by.id, card: leftCard(next) }],
  }));
}

function canLeave(mock: Mock, { id }: Asked): boolean {
  const member = memberOf(mock, id);
  return mock.stage === 'running' && member?.here === true && !member.left;
}

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
    card: partnerLeftCard(without, group, leaver.name, id),
  };
  const [stays] = group.pair.filter((one) => one !== id);
  if (stays === undefined) return { mock: without, effects: [] };
  const { observer } = group;
  if (observer !== undefined)
    return followedBy({ mock: without, effects: [told] }, (next) =>
      tookPlace(next, group, id, observer, grounds),
    );
  const cut = cutShort(without, group, grounds);
  return followedBy({ mock: cut.mock, effects: [told, ...cut.effects] }, (next) =>
    isThrough(next, stays)
      ? { mock: next, effects: [] }
      : pairedMeanwhile(next, grounds, { fresh: [stays], why: 'partner-left' }),
  );
}

/**
 * In a trio the one who observed answers, or asks, in the place of who left. What was half told by who left is not told on
 * by another: an answer begins anew.
 */
function tookPlace(
  mock: Mock,
  group: Group,
  leaver: string,
  observer: string,
  grounds: MockGrounds,
): MockTurn {
  const isTold = group.revealed.includes(group.turn);
  const beginsAnew = !isTold && candidateOf(group) === leaver;
  const shown = beginsAnew ? revealedToLeaver(mock, group, grounds) : { mock, effects: [] };
  return followedBy(shown, (seen) => {
    const now = seen.groups.find(({ no }) => no === group.no) ?? group;
    const { observer: _, ...rest } = now;
    const [first, second] = group.pair;
    const pair = leaver === first ? ([observer, second] as const) : ([first, observer] as const);
    const next: Group = { ...rest, pair };
    const after = withGroup(seen, next);
    // What comes after the cards is said to all when it comes.
    if (isTold) return { mock: after, effects: [] };
    const isEarly = group.phase === 'settle' || (group.phase === 'answer' && mock.mode.kind === 'async');
    const anew =
      beginsAnew && !isEarly
        ? begun(after, next, 'answer', grounds.at, grounds)
        : { mock: after, effects: [] };
    return followedBy(anew, (told) => ({ mock: told, effects: wordsFor(told, next, observer, grounds) }));
  });
}

/** What is theirs to do now, they alone hear. */
function wordsFor(mock: Mock, { no }: Group, id: string, grounds: MockGrounds): MockEffect[] {
  const group = mock.groups.find((one) => one.no === no);
  if (group === undefined) return [];
  const forms = group.phase === phaseOfCards(mock) ? formsFor(mock, group, grounds) : [];
  return [...turnWords(mock, group, grounds), ...forms].filter((one) => one.type === 'tell' && one.to === id);
}
