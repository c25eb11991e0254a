import { type Card, text } from '../../card/card.ts';
import type { Member, Mock } from '../mock.ts';
import { CHOOSING, mockButton, questionLines, unasked } from './mock-card.ts';
import { twistSentence } from './twist-words.ts';
import { momentFor, untilFor } from './when-words.ts';

/** A day before. It may come late, so it names no distance. */
export function dayBeforeCard(mock: Mock, member: Member): Card {
  return unasked(
    'Your practice session is coming up.',
    [
      text('Your practice session: ', momentFor(mock, member, mock.startsAt), '.'),
      ...questionLines(mock),
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
      text('Your practice session begins at ', untilFor(mock, member, mock.startsAt), '.'),
      ...questionLines(mock),
      text(`This time: ${twistSentence(mock.twist)}`),
      ...(member.answer === 'observes' ? [] : [text(CHOOSING)]),
      ...(isHere ? [] : [text('When you are ready, press I am here: I make the groups of those who are.')]),
    ],
    [
      ...(isHere ? [] : [mockButton(mock, 'here', 'I am here', 'primary')]),
      mockButton(mock, 'not-this', 'Not this time'),
    ],
  );
}
