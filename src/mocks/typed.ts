import { confirmTypedCard, partnerAnswerCard, typedKeptCard, typedSentCard } from './cards/typed-cards.ts';
import { later } from './instants.ts';
import type { Mock, TypedAnswer } from './mock.ts';
import type { MockGrounds, MockTurn } from './mock-event.ts';
import { candidateOf, followedBy, groupOf, interviewerOf, knownMember } from './people.ts';
import { movedOn } from './phases.ts';
import { GRANT_MS } from './script.ts';

/** The candidate typed their answer: before anybody reads it, they see who would, and confirm. */
export function typed(mock: Mock, by: string, text: string): MockTurn {
  const group = groupOf(mock, by);
  if (group === undefined || candidateOf(group) !== by) return { mock, effects: [] };
  const answer: TypedAnswer = { group: group.no, turn: group.turn, candidate: by, text };
  const sent = mock.words.find((one) => isSameTelling(one, answer) && one.sent);
  // What the partner has is not changed under their eyes.
  if (sent !== undefined)
    return { mock, effects: [{ type: 'tell', to: by, card: typedSentCard(mock, sent) }] };
  const after = { ...mock, words: [...mock.words.filter((one) => !isSameTelling(one, answer)), answer] };
  const readers = [knownMember(mock, interviewerOf(group)).name];
  return {
    mock: after,
    effects: [{ type: 'tell', to: by, of: by, card: confirmTypedCard(after, group, answer, readers) }],
  };
}

/** They confirmed: the partner reads it, for a week; the coach judges it; a pair in writing goes on to the follow-ups. */
export function sent(mock: Mock, by: string, grounds: MockGrounds): MockTurn {
  const group = groupOf(mock, by);
  const answer = waiting(mock, by);
  if (group === undefined || answer === undefined || answer.group !== group.no) return { mock, effects: [] };
  const gone: TypedAnswer = { ...answer, sent: true };
  const after: Mock = { ...mock, words: mock.words.map((one) => (one === answer ? gone : one)) };
  const about = { group: answer.group, turn: answer.turn };
  const reader = interviewerOf({ ...group, turn: answer.turn });
  const turn: MockTurn = {
    mock: after,
    effects: [
      { type: 'grant', owner: by, reader, ...about, until: later(grounds.at, GRANT_MS) },
      { type: 'tell', to: reader, of: by, card: partnerAnswerCard(after, group, gone, grounds.guide) },
      { type: 'tell', to: by, card: typedSentCard(after, gone) },
      { type: 'critique', candidate: by, ...about },
    ],
  };
  const goesOn = mock.mode.kind === 'async' && group.turn === answer.turn && group.phase === 'answer';
  return goesOn ? followedBy(turn, (next) => movedOn(next, group, grounds.at, grounds)) : turn;
}

/** They keep it for themselves: it is gone. */
export function kept(mock: Mock, by: string): MockTurn {
  const answer = waiting(mock, by);
  if (answer === undefined) return { mock, effects: [] };
  return {
    mock: { ...mock, words: mock.words.filter((one) => one !== answer) },
    effects: [{ type: 'tell', to: by, card: typedKeptCard(mock) }],
  };
}

function waiting({ words }: Mock, by: string): TypedAnswer | undefined {
  // The last: one of a group that ended is not asked for any more.
  return words.findLast(({ candidate, sent: isSent }) => candidate === by && !isSent);
}

function isSameTelling(one: TypedAnswer, other: TypedAnswer): boolean {
  return one.group === other.group && one.turn === other.turn && one.candidate === other.candidate;
}
