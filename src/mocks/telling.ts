import type { Group, Mock, MockCard } from './mock.ts';

/** One answer in a group, and the people of it. */
export interface Telling {
  readonly group: number;
  readonly turn: 0 | 1;
  readonly pair: Group['pair'];
  readonly candidate: string;
  readonly interviewer: string;
  readonly observer?: string | undefined;
}

type By = MockCard['by'];

/** Once its cards are open the people of a telling stay who they were then, whoever takes a place in the group later. */
export function tellingOf(group: Group, turn: 0 | 1 = group.turn): Telling {
  const opened = group.revealed.includes(turn)
    ? group.tellings?.findLast((one) => one.turn === turn)
    : undefined;
  const { pair, observer } = opened ?? group;
  const [candidate, interviewer] = turn === 0 ? pair : [pair[1], pair[0]];
  return { group: group.no, turn, pair, candidate, interviewer, observer };
}

/** Whose card of that kind is waited for; nobody's where it is the coach's. */
export function writerOf({ candidate, interviewer, observer }: Telling, by: By): string | undefined {
  return { own: candidate, partner: interviewer, observer, coach: undefined }[by];
}

/** What somebody's card of this telling is; none where they are not in it. */
export function kindOf(telling: Telling, writer: string): Exclude<By, 'coach'> | undefined {
  return (['own', 'partner', 'observer'] as const).find((by) => writerOf(telling, by) === writer);
}

/** Every card of this very answer: also of who has left since, none of an answer that somebody else gave in this place. */
export function cardsOf({ cards }: Mock, { group, turn, candidate }: Telling): readonly MockCard[] {
  return cards.filter((one) => one.group === group && one.turn === turn && one.candidate === candidate);
}

/** The card of that kind, of whoever has that place. */
export function cardOf(mock: Mock, no: number, turn: 0 | 1, by: By): MockCard | undefined {
  const group = mock.groups.find((one) => one.no === no);
  if (group === undefined) return undefined;
  const telling = tellingOf(group, turn);
  const writer = writerOf(telling, by);
  return cardsOf(mock, telling).find((one) => one.by === by && (one.writer ?? writer) === writer);
}
