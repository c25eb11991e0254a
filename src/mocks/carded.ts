import type { Card } from '../card/card.ts';
import {
  alreadyOpenCard,
  answererGoneCard,
  notInTellingCard,
  otherAnswersCard,
  wordsOfCard,
} from './cards/given-back-card.ts';
import { cardSentCard, cardShownCard, noCoachCardCard } from './cards/noted-cards.ts';
import { isBy } from './instants.ts';
import type { Group, Mock, MockCard } from './mock.ts';
import type { MockEffect, MockEvent, MockGrounds, MockTurn } from './mock-event.ts';
import { isNobody } from './nobody.ts';
import { memberOf } from './people.ts';
import { movedOn } from './phases.ts';
import { mayOpen, revealed, shown } from './revealing.ts';
import { phaseOfCards } from './script.ts';
import { kindOf, tellingOf } from './telling.ts';
import { whoseAnswer } from './whose-answer.ts';

type Carded = Extract<MockEvent, { type: 'carded' }>;
type Critiqued = Extract<MockEvent, { type: 'critiqued' }>;

/** Somebody sent their card of a telling. One that was sent before is replaced, until it is open. */
export function carded(mock: Mock, event: Carded, grounds: MockGrounds): MockTurn {
  const { by: writer, turn, card } = event;
  const group = groupOfCard(mock, event);
  const by = group === undefined ? undefined : kindOf(tellingOf(group, turn), writer);
  if (group === undefined || by === undefined) {
    // Another took their place while they wrote.
    const isKnown = memberOf(mock, writer) !== undefined;
    return { mock, effects: isKnown ? givenBack(writer, notInTellingCard(card, grounds.guide)) : [] };
  }
  const telling = tellingOf(group, turn);
  const { candidate } = telling;
  // What is about somebody's answer is kept under their key, and there is none any more.
  if (isNobody(candidate)) return { mock, effects: givenBack(writer, answererGoneCard(card, grounds.guide)) };
  // It was written to who answered before, and is nothing for who answers now.
  if (event.about !== undefined && event.about !== whoseAnswer(telling))
    return { mock, effects: givenBack(writer, otherAnswersCard(card, grounds.guide)) };
  return stored(mock, group, { group: group.no, turn, candidate, by, writer, card }, grounds);
}

/** The coach read what the candidate typed and sent. */
export function critiqued(mock: Mock, event: Critiqued, grounds: MockGrounds): MockTurn {
  const { candidate, card } = event;
  const typed = mock.words.findLast(
    (one) =>
      one.candidate === candidate &&
      one.sent &&
      (event.group === undefined || one.group === event.group) &&
      (event.turn === undefined || one.turn === event.turn),
  );
  const group = mock.groups.find(({ no }) => no === typed?.group);
  if (typed === undefined || group === undefined) return { mock, effects: [] };
  const words = mock.words.map((one) => (one === typed ? { ...typed, heard: true as const } : one));
  const after: Mock = { ...mock, words };
  // They were told that a card of the coach's would come.
  if (card === undefined)
    return {
      mock: after,
      effects: typed.heard ? [] : [{ type: 'tell', to: candidate, card: noCoachCardCard() }],
    };
  return stored(after, group, { group: group.no, turn: typed.turn, candidate, by: 'coach', card }, grounds);
}

function stored(mock: Mock, group: Group, card: MockCard, grounds: MockGrounds): MockTurn {
  const { turn } = card;
  const before = mock.cards.find((one) => isSame(one, card));
  const isOpen = group.revealed.includes(turn);
  // What both have seen stands: nobody's card changes under the other's eyes.
  if (isOpen && before !== undefined) return { mock, effects: unsent(card, before, grounds) };
  const late = isOpen && card.by !== 'coach' ? ({ late: true } as const) : {};
  const after: Mock = {
    ...mock,
    cards: [...mock.cards.filter((one) => one !== before), { ...card, ...late }],
  };
  // Its answer was of somebody whose place another has taken.
  if (tellingOf(group, turn).candidate !== card.candidate) return { mock: after, effects: [] };
  // One that comes late is shown with the others.
  if (isOpen)
    return { mock: after, effects: [...shown(after, group, turn, grounds), ...observerNoted(card)] };
  // It ended before its script did: nobody is waited for.
  if (group.phase === 'over') return revealed(after, group, turn, grounds);
  if (!mayOpen(after, group, turn)) return { mock: after, effects: noted(card) };
  // Nobody waits for a clock once both have sent theirs.
  return isBy(grounds.at, group.endsAt)
    ? movedOn(after, { ...group, phase: phaseOfCards(mock) }, grounds.at, grounds)
    : revealed(after, group, turn, grounds);
}

function noted({ writer }: MockCard): MockEffect[] {
  return writer === undefined ? [] : [{ type: 'tell', to: writer, card: cardSentCard() }];
}

/** The two of it read that a card has come where it stands with the others; who observed is in none of these. */
function observerNoted({ by, writer }: MockCard): MockEffect[] {
  return by === 'observer' && writer !== undefined
    ? [{ type: 'tell', to: writer, card: cardShownCard() }]
    : [];
}

/** What they wrote this time is theirs to have; the same once more is nothing new. */
function unsent({ writer, card }: MockCard, before: MockCard, { guide }: MockGrounds): MockEffect[] {
  const isNew = JSON.stringify(wordsOfCard(card, guide)) !== JSON.stringify(wordsOfCard(before.card, guide));
  return writer !== undefined && isNew ? givenBack(writer, alreadyOpenCard(card, guide)) : [];
}

/** Their own words, kept under their own key on the way. */
function givenBack(writer: string, card: Card): MockEffect[] {
  return [{ type: 'tell', to: writer, of: writer, card }];
}

function isSame(one: MockCard, other: MockCard): boolean {
  return (
    one.group === other.group &&
    one.turn === other.turn &&
    one.candidate === other.candidate &&
    one.by === other.by &&
    one.writer === other.writer
  );
}

/** A group that ended is one too: a card may come late. */
function groupOfCard({ groups }: Mock, { by, turn, group: no }: Carded): Group | undefined {
  return groups.findLast(
    (group) =>
      (no === undefined || group.no === no) &&
      group.turn >= turn &&
      kindOf(tellingOf(group, turn), by) !== undefined,
  );
}
