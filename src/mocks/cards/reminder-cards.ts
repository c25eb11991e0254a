import { type Card, text } from '../../card/card.ts';
import type { Group, Member, Mock } from '../mock.ts';
import { candidateOf, interviewerOf } from '../people.ts';
import { CHOOSING, mockButton, unasked } from './mock-card.ts';
import { nameOf } from './names.ts';
import { twistSentence } from './twist-words.ts';
import { momentFor, untilFor } from './when-words.ts';

/** A day before. It may come late, so it names no distance. */
export function dayBeforeCard(mock: Mock, member: Member): Card {
  return unasked(
    'Your practice session is coming up.',
    [
      text(`Your practice session: ${momentFor(mock, member, mock.startsAt)}.`),
      text(`This time: ${twistSentence(mock.twist)}`),
      ...(member.answer === 'observes' ? [] : [text(CHOOSING)]),
    ],
    [mockButton(mock, 'not-this', 'Not this time')],
  );
}

/** Ten minutes before. */
export function tenMinutesCard(mock: Mock, member: Member): Card {
  const isHere = member.here === true;
  return unasked(
    'Your practice session is in ten minutes.',
    [
      text(`Your practice session begins at ${untilFor(mock, member, mock.startsAt)}.`),
      text(`This time: ${twistSentence(mock.twist)}`),
      ...(member.answer === 'observes' ? [] : [text(CHOOSING)]),
    ],
    [
      ...(isHere ? [] : [mockButton(mock, 'here', 'I am here', 'primary')]),
      mockButton(mock, 'not-this', 'Not this time'),
    ],
  );
}

/** An asynchronous pair is kept moving: what is next is with this member. */
export function nudgeCard(mock: Mock, group: Group, member: Member): Card {
  const until = momentFor(mock, member, group.endsAt);
  const isCandidate = candidateOf(group) === member.id;
  const other = nameOf(mock, isCandidate ? interviewerOf(group) : candidateOf(group));
  const line = isCandidate
    ? `Your answer for ${other} has time until ${until}. Two minutes are enough, spoken or typed.`
    : `Your questions and your card for ${other} have time until ${until}. Five minutes are enough.`;
  return unasked(
    'Your practice session: a few minutes are yours now.',
    [text(line)],
    [
      isCandidate
        ? mockButton(mock, 'type', 'Type my answer', 'primary')
        : mockButton(mock, 'card-partner', 'My card', 'primary'),
      mockButton(mock, 'leave', 'Leave'),
    ],
  );
}
