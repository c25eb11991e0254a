import { candidateCard } from './cards/candidate-card.ts';
import { gatheredCard, phaseCard } from './cards/group-cards.ts';
import { interviewerCard } from './cards/interviewer-card.ts';
import { observerJoinedCard } from './cards/observer-joined-card.ts';
import { observingCard } from './cards/start-cards.ts';
import type { Group, Mock } from './mock.ts';
import type { MockEffect, MockGrounds } from './mock-event.ts';
import { candidateOf, interviewerOf, knownMember, peopleOf } from './people.ts';
import { unreachedIn } from './unreached-words.ts';

/** What a new group is told: in its own place who they are, and each alone what is theirs. */
export function gatheredWords(mock: Mock, group: Group, grounds: MockGrounds): MockEffect[] {
  return [
    {
      type: 'gather',
      group: group.no,
      people: peopleOf(group),
      card: gatheredCard(mock, group, grounds.guide),
    },
    ...unreachedIn(mock, group),
    ...turnWords(mock, group, grounds),
    ...(group.observer === undefined ? [] : observerTold(mock, group, group.observer)),
  ];
}

/** What the two are told when a telling begins. */
export function turnWords(mock: Mock, group: Group, { guide }: MockGrounds): MockEffect[] {
  return [
    { type: 'tell', to: interviewerOf(group), card: interviewerCard(mock, group, guide) },
    { type: 'tell', to: candidateOf(group), card: candidateCard(mock, group, guide) },
  ];
}

/** Somebody observes from here on: the group's place is theirs too. */
export function observerWords(mock: Mock, group: Group): MockEffect[] {
  if (group.observer === undefined) return [];
  return [
    { type: 'gather', group: group.no, people: peopleOf(group), card: observerJoinedCard(mock, group) },
    ...unreachedIn(mock, group),
    ...observerTold(mock, group, group.observer),
  ];
}

function observerTold(mock: Mock, group: Group, id: string): MockEffect[] {
  return [{ type: 'tell', to: id, card: observingCard(mock, group, knownMember(mock, id)) }];
}

/** What a group is told when a phase begins; `at`: when it did. */
export function phaseWords(mock: Mock, group: Group, at: string, { guide }: MockGrounds): MockEffect {
  const seconds = Math.round((Date.parse(group.endsAt) - Date.parse(at)) / 1_000);
  const clock = mock.mode.kind === 'live' && seconds >= 1 ? { startedAt: at, seconds } : undefined;
  return { type: 'sayIn', group: group.no, card: phaseCard(mock, group, guide, clock) };
}
