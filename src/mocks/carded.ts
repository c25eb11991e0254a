import { isBy } from './instants.ts';
import type { ListeningCard } from './listening-card.ts';
import type { Group, Mock, MockCard } from './mock.ts';
import type { MockEvent, MockGrounds, MockTurn } from './mock-event.ts';
import { candidateOf, followedBy } from './people.ts';
import { movedOn } from './phases.ts';
import { mayOpen, revealed, shown } from './revealing.ts';

type Carded = Extract<MockEvent, { type: 'carded' }>;
type Critiqued = Extract<MockEvent, { type: 'critiqued' }>;

/** Somebody sent their card of a telling. One that was sent before is replaced, until it is open. */
export function carded(mock: Mock, event: Carded, grounds: MockGrounds): MockTurn {
  const group = groupOfCard(mock, event);
  const by = group === undefined ? undefined : writerOf(group, event);
  if (group === undefined || by === undefined) return { mock, effects: [] };
  return stored(mock, group, { turn: event.turn, by, card: event.card }, grounds);
}

/** The coach judged what the candidate typed and sent. */
export function critiqued(mock: Mock, { candidate, card }: Critiqued, grounds: MockGrounds): MockTurn {
  const typed = mock.words.find((one) => one.candidate === candidate && one.sent);
  const group = mock.groups.find(({ no }) => no === typed?.group);
  if (typed === undefined || group === undefined) return { mock, effects: [] };
  return stored(mock, group, { turn: typed.turn, by: 'coach', card }, grounds);
}

interface Sent {
  readonly turn: 0 | 1;
  readonly by: MockCard['by'];
  readonly card: ListeningCard;
}

function stored(mock: Mock, group: Group, { turn, by, card }: Sent, grounds: MockGrounds): MockTurn {
  const { no } = group;
  const isSame = (one: MockCard) => one.group === no && one.turn === turn && one.by === by;
  const before = mock.cards.find(isSame);
  const isOpen = group.revealed.includes(turn);
  // What both have seen stands: nobody's card changes under the other's eyes.
  if (isOpen && before !== undefined) return { mock, effects: [] };
  const candidate = candidateOf({ pair: group.pair, turn });
  const after: Mock = {
    ...mock,
    cards: [...mock.cards.filter((one) => !isSame(one)), { group: no, turn, candidate, by, card }],
  };
  // One that comes late is shown with the others.
  if (isOpen) return { mock: after, effects: shown(after, group, turn, grounds) };
  if (!mayOpen(after, group, turn)) return { mock: after, effects: [] };
  // Nobody waits for a clock once both have sent theirs.
  const isNow = group.turn === turn && (group.phase === 'cards' || group.phase === 'asking');
  return isNow && isBy(grounds.at, group.endsAt)
    ? movedOn(after, { ...group, phase: lastBefore(mock) }, grounds.at, grounds)
    : followedBy(revealed(after, group, turn, grounds), (next) => ({ mock: next, effects: [] }));
}

/** The phase whose end opens the cards. */
function lastBefore({ mode }: Mock): Group['phase'] {
  return mode.kind === 'live' ? 'cards' : 'asking';
}

/** A group that ended is one too: a card may come late. */
function groupOfCard(mock: Mock, { by, turn }: Carded): Group | undefined {
  const theirs = mock.groups.filter(({ pair, observer }) => pair.includes(by) || observer === by);
  return theirs.filter((group) => group.turn >= turn).at(-1);
}

function writerOf({ pair, observer }: Group, { by, turn }: Carded): MockCard['by'] | undefined {
  if (by === pair[turn]) return 'own';
  if (pair.includes(by)) return 'partner';
  return by === observer ? 'observer' : undefined;
}
