import {
  confirmTypedCard,
  notSentCard,
  notTheirsToTypeCard,
  partnerAnswerCard,
  sentBeforeCard,
  typedKeptCard,
  typedSentCard,
} from './cards/typed-cards.ts';
import { later } from './instants.ts';
import type { Group, Mock, TypedAnswer } from './mock.ts';
import type { MockGrounds, MockTurn } from './mock-event.ts';
import { followedBy, groupOf, knownMember, memberOf } from './people.ts';
import { movedOn } from './phases.ts';
import { LENT_MS } from './script.ts';
import { type Telling, tellingOf } from './telling.ts';

/** The candidate typed their answer: before anybody reads it, they see who would, and confirm. */
export function typed(mock: Mock, by: string, text: string): MockTurn {
  if (text.trim() === '' || memberOf(mock, by) === undefined) return { mock, effects: [] };
  const group = groupOf(mock, by) ?? lastGroupOf(mock, by);
  const telling = theirTelling(group, by);
  if (group === undefined || telling === undefined)
    return { mock, effects: [{ type: 'tell', to: by, of: by, card: notTheirsToTypeCard(mock, text) }] };
  const answer: TypedAnswer = { group: telling.group, turn: telling.turn, candidate: by, text };
  const sent = mock.words.find((one) => isSameTelling(one, answer) && one.sent);
  // What the partner has is not changed under their eyes.
  if (sent !== undefined)
    return {
      mock,
      effects: [
        sent.text === text
          ? { type: 'tell', to: by, card: typedSentCard(mock, sent) }
          : { type: 'tell', to: by, of: by, card: sentBeforeCard(mock, sent, text) },
      ],
    };
  return asked(mock, group, answer, telling.interviewer);
}

/** They confirmed: the partner reads it, for a week; the coach judges it; a pair in writing goes on to the follow-ups. */
export function sent(mock: Mock, by: string, grounds: MockGrounds): MockTurn {
  const answer = waiting(mock, by);
  const group = mock.groups.find(({ no }) => no === answer?.group);
  if (answer === undefined || group === undefined) return { mock, effects: [] };
  const { candidate, interviewer: reader } = tellingOf(group, answer.turn);
  if (candidate !== by || memberOf(mock, reader)?.left)
    return { mock, effects: [{ type: 'tell', to: by, card: notSentCard(mock) }] };
  // Another has taken the place of whom they were told of: they decide again.
  if (answer.reader !== undefined && answer.reader !== reader) return asked(mock, group, answer, reader);
  const gone: TypedAnswer = { ...answer, sent: true };
  const after: Mock = { ...mock, words: mock.words.map((one) => (one === answer ? gone : one)) };
  const about = { group: answer.group, turn: answer.turn };
  const turn: MockTurn = {
    mock: after,
    effects: [
      {
        type: 'tell',
        to: reader,
        of: by,
        until: later(grounds.at, LENT_MS),
        card: partnerAnswerCard(after, group, gone, grounds.guide),
      },
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

/** They see who will read it, and decide. */
function asked(mock: Mock, group: Group, answer: TypedAnswer, reader: string): MockTurn {
  const shown: TypedAnswer = { ...answer, reader };
  const after = { ...mock, words: [...mock.words.filter((one) => !isSameTelling(one, answer)), shown] };
  const readers = [knownMember(mock, reader).name];
  const { candidate } = answer;
  return {
    mock: after,
    effects: [
      { type: 'tell', to: candidate, of: candidate, card: confirmTypedCard(after, group, shown, readers) },
    ],
  };
}

/** The telling that is theirs: now, or before the two swapped. */
function theirTelling(group: Group | undefined, by: string): Telling | undefined {
  if (group === undefined) return undefined;
  const turns = group.turn === 0 ? ([0] as const) : ([1, 0] as const);
  return turns.map((turn) => tellingOf(group, turn)).find(({ candidate }) => candidate === by);
}

/**
 * What is typed when their group has ended still goes to who listened to it. Undefined where that is nobody any more.
 */
function lastGroupOf(mock: Mock, by: string): Group | undefined {
  const last = mock.groups.findLast(({ pair }) => pair.includes(by));
  const partner = last?.pair.find((id) => id !== by);
  return partner === undefined || memberOf(mock, partner)?.left ? undefined : last;
}

function waiting({ words }: Mock, by: string): TypedAnswer | undefined {
  // The last: one of a group that ended is not asked for any more.
  return words.findLast(({ candidate, sent: isSent }) => candidate === by && !isSent);
}

function isSameTelling(one: TypedAnswer, other: TypedAnswer): boolean {
  return one.group === other.group && one.turn === other.turn && one.candidate === other.candidate;
}
