import { type Card, text } from '../../card/card.ts';
import type { Member, Mock } from '../mock.ts';
import { CHOOSING, mockButton, mockCard, questionLines } from './mock-card.ts';
import { twistSentence } from './twist-words.ts';
import { momentFor, thenNext } from './when-words.ts';

/** They joined. Where it has begun they are told of their partner next, so nothing is said of when. */
export function joinedCard(mock: Mock, member: Member): Card {
  if (mock.stage === 'running')
    return mockCard([text('You are in. It has begun, and I look for a partner for you.'), text(CHOOSING)]);
  return mockCard(
    [
      text('You are in: ', momentFor(mock, member, mock.startsAt), '. A calendar file comes with this.'),
      ...questionLines(mock),
      text(`This time: ${twistSentence(mock.twist)}`),
      text(CHOOSING),
      ...(member.id === mock.organizer.id
        ? [text('You organise it, so of your pair you answer first.')]
        : []),
      text(
        'If your manager or somebody you lead joins too, one tap keeps the two of you apart. Nobody sees it.',
      ),
    ],
    [
      mockButton(mock, 'apart', 'Not with my manager or report'),
      mockButton(mock, 'not-this', 'Not this time'),
    ],
  );
}

/** They observe. */
export function observesCard(mock: Mock, member: Member): Card {
  if (mock.stage === 'running')
    return mockCard([text('Noted: you observe. It has begun, and I look for a group for you.')]);
  return mockCard(
    [
      text('You observe: ', momentFor(mock, member, mock.startsAt), '. A calendar file comes with this.'),
      text('You sit beside a pair, keep the time, and note one sentence for each of them to keep.'),
    ],
    [mockButton(mock, 'join', 'Join instead'), mockButton(mock, 'not-this', 'Not this time')],
  );
}

/** Not this time: noted, and no more is said of it. */
export function notThisCard(mock: Mock, _member: Member): Card {
  return mockCard(
    [text('Noted, and nobody else is told. Join is here for as long as the invitation stands.')],
    [mockButton(mock, 'join', 'Join')],
  );
}

/** It is over, or called off. */
export function tooLateCard(mock: Mock, member: Member): Card {
  const isOff = mock.ended !== undefined && mock.ended !== 'held';
  const line = isOff ? 'This session does not take place.' : 'This session has ended.';
  return mockCard(
    [text(line, ...thenNext(mock, member)), text('You can practise alone now, if you like. Stop any time.')],
    [mockButton(mock, 'solo', 'Practise alone')],
  );
}
