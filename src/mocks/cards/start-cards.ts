import { type Card, type Run, text } from '../../card/card.ts';
import type { Group, Member, Mock } from '../mock.ts';
import { cardButton, mockButton, unasked } from './mock-card.ts';
import { listed, nameOf, plainName } from './names.ts';
import { answerLength, momentFor, nextSentence, phaseLength, thenNext, untilFor } from './when-words.ts';

const NOTICE = 'Your practice session: a word about how it goes on.';

/** Why somebody practises alone. What was kept apart is seen by no one: it reads as if nobody else were there. */
export type WhySolo = 'alone' | 'late' | 'partner-left' | 'kept-apart';

/** It begins; they joined and have not said that they are here. */
export function startedCard(mock: Mock, member: Member): Card {
  const until: Run[] =
    mock.graceUntil === undefined
      ? []
      : [' I wait for you until ', untilFor(mock, member, mock.graceUntil), '.'];
  return unasked(
    'Your practice session begins now.',
    [
      text(
        mock.filesLater === undefined
          ? 'Our practice session begins. Are you there?'
          : 'Our practice session begins now, earlier than planned. Are you there?',
        ...until,
      ),
    ],
    [mockButton(mock, 'here', 'I am here', 'primary'), mockButton(mock, 'not-this', 'Not this time')],
  );
}

/** They are here. Before it begins there is nothing to do yet; then nobody is free for them yet. */
export function waitingCard(mock: Mock, member: Member): Card {
  const what = member.answer === 'observes' ? 'a group' : 'a partner';
  if (mock.stage !== 'running')
    return unasked(NOTICE, [
      text(
        'Noted: you are here. It begins at ',
        untilFor(mock, member, mock.startsAt),
        ', and I write to you then.',
      ),
    ]);
  const until: Run[] =
    mock.graceUntil === undefined
      ? []
      : [' until ', untilFor(mock, member, mock.graceUntil), ' at the latest'];
  return unasked(NOTICE, [
    text(`You are in. I look for ${what} for you`, ...until, ', and then I write again.'),
  ]);
}

const WHY: Readonly<Record<WhySolo, string>> = {
  alone: 'There is no partner free for you this time.',
  'kept-apart': 'There is no partner free for you this time.',
  late: 'The pairs are already at it, so there is no partner free just now.',
  'partner-left': 'Your partner is not there any more. What you told each other stays between you.',
};

/** No partner: a practice alone is offered in its place. */
export function soloCard(mock: Mock, member: Member, why: WhySolo): Card {
  // Who has not come may be there in a minute.
  const mayCome = why === 'late' && member.here !== true;
  return unasked(
    NOTICE,
    [
      text(WHY[why]),
      text(
        'You can practise with me now: about 12 minutes, and you can stop any time. Next time I pair you again.',
      ),
      ...(mayCome ? [text('Or say that you are here: then I look for a pair that you can listen to.')] : []),
    ],
    [
      mockButton(mock, 'solo', 'Practise alone', 'primary'),
      ...(mayCome ? [mockButton(mock, 'here', 'I am here')] : []),
    ],
  );
}

/** To the organiser: nobody joined. */
export function nobodyCard(mock: Mock): Card {
  const organizer = organizerOf(mock);
  return unasked('About the practice session you planned.', [
    text('I called off the practice session of ', momentFor(mock, organizer, mock.startsAt), '.'),
    text(
      'There was no pair to make this time; another hour may suit more people.',
      ...thenNext(mock, organizer),
    ),
  ]);
}

/** The organiser as a member; one who was never asked is shown the session's zone. */
function organizerOf({ organizer, members, zone }: Mock): Member {
  return members.find(({ id }) => id === organizer.id) ?? { ...organizer, zone, practised: 0 };
}

/** The coach was away at the time. */
export function missedCard(mock: Mock, member: Member): Card {
  const isOrganizer = member.id === mock.organizer.id;
  const next = nextSentence(mock, member);
  const now = isOrganizer
    ? { typed: 'To hold it now, type team now.', pressed: 'To hold it now, use the command team now.' }
    : `${plainName(mock.organizer.name)} can call it again at any time.`;
  return unasked(NOTICE, [
    text(
      'I was away when our practice session was due: ',
      momentFor(mock, member, mock.startsAt),
      '. I am sorry. It was not held.',
    ),
    text(...next, ...(next.length === 0 ? [] : [' ']), now),
  ]);
}

/** What an observer does. */
export function observingCard(mock: Mock, group: Group, _member: Member): Card {
  const names = listed(group.pair.map((id) => nameOf(mock, id)));
  const time =
    mock.mode.kind === 'live'
      ? `Keep the time: ${answerLength(mock.twist)} for each answer, ${phaseLength('asking', mock.twist)} for the questions.`
      : 'They take their time; so can you.';
  return unasked(
    NOTICE,
    [
      text(`You observe ${names}.`),
      text(`${time} Just listen until the two of them talk about it.`),
      text('For each answer, note one sentence worth keeping. Both of them see it, with the other cards.'),
    ],
    [cardButton(mock, group, 'observer', 'Note a sentence', 'primary'), mockButton(mock, 'leave', 'Leave')],
  );
}

/** They asked to observe, and no group has a place. */
export function noGroupToObserveCard(mock: Mock, _member: Member): Card {
  return unasked(
    NOTICE,
    [text('There is no group to sit beside this time. You can practise with me instead: about 12 minutes.')],
    [mockButton(mock, 'solo', 'Practise alone')],
  );
}
