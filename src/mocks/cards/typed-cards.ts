import { type Card, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Group, Mock, TypedAnswer } from '../mock.ts';
import { cardButton, mockButton, mockCard, unasked } from './mock-card.ts';
import { listed, nameOf, plainName } from './names.ts';

/** What they typed, and who will read it, before it is sent. `readers`: their names. */
export function confirmTypedCard(
  mock: Mock,
  _group: Group,
  typed: TypedAnswer,
  readers: readonly string[],
): Card {
  const names = readers.length === 0 ? 'your partner' : listed(readers.map(plainName));
  return mockCard(
    [
      { kind: 'passage', title: 'What you typed', text: typed.text, by: 'person' },
      text(`Who will read it: ${names}. They have it for a week; then I take it back from their messages.`),
      text(
        'I read it too, and what I hear opens together with the other cards. The words stay yours, to keep or to delete.',
      ),
    ],
    [
      mockButton(mock, 'send', 'Send it', 'primary'),
      mockButton(mock, 'keep', 'Keep it to myself'),
      mockButton(mock, 'type', 'Change it'),
    ],
  );
}

/** It was sent. */
export function typedSentCard(mock: Mock, typed: TypedAnswer): Card {
  return mockCard(
    [
      text(
        'Sent. Your partner has it for a week, and it stays yours. Your own card is the next step: two minutes.',
      ),
    ],
    [cardButton(mock, tellingOf(typed), 'own', 'My own card', 'primary')],
  );
}

/** Their partner has another one, which stays: what they typed now comes back. */
export function sentBeforeCard(mock: Mock, typed: TypedAnswer, words: string): Card {
  return mockCard(
    [
      text(
        'Your partner has what you sent before, and that stays as it is. I have not sent this one, and do not keep it:',
      ),
      { kind: 'passage', title: 'What you typed', text: words, by: 'person' },
      text('Copy it, if you like, or say aloud what is new in it.'),
    ],
    [cardButton(mock, tellingOf(typed), 'own', 'My own card')],
  );
}

/** They keep it to themselves. */
export function typedKeptCard(mock: Mock): Card {
  return mockCard(
    [text('Nothing was sent, and nobody read it. You can say it aloud, or type it anew.')],
    [mockButton(mock, 'type', 'Type it anew')],
  );
}

/** Too late to send it: their partner has left, or it has ended. */
export function notSentCard(mock: Mock): Card {
  return mockCard(
    [text('Your partner is not there any more. Nothing was sent, and nobody read it.')],
    [mockButton(mock, 'keep', 'Keep it to myself')],
  );
}

/** It is not theirs to answer, now: their words are given back. */
export function notTheirsToTypeCard(mock: Mock, words: string): Card {
  return mockCard([
    { kind: 'passage', title: 'What you typed', text: words, by: 'person' },
    text(
      mock.groups.some(({ phase }) => phase !== 'over')
        ? 'It is not yours to answer just now. Nothing was sent, and I do not keep it: copy it, and send it when it is.'
        : 'There is nobody to send it to any more. Nothing was sent, and I do not keep it.',
    ),
  ]);
}

/** To who may read what was typed. */
export function partnerAnswerCard(mock: Mock, _group: Group, typed: TypedAnswer, guide: Guide): Card {
  const candidate = nameOf(mock, typed.candidate);
  return unasked(
    'Your practice session: there is something to read.',
    [
      text(`${candidate} typed an answer to: ${guide.question}`),
      { kind: 'passage', title: candidate, text: typed.text, by: 'person' },
      text('It stays between you. In a week I take it back.'),
      text('Ask what you would like to know more about, then send your card: two minutes.'),
    ],
    [cardButton(mock, tellingOf(typed), 'partner', 'My card', 'primary')],
  );
}

/** In the place of what was lent, once its time is over. Nobody is named: it may be read over a shoulder. */
export function takenBackCard(): Card {
  return mockCard([
    text('An answer was here for a week. Now it is with who wrote it again, and nobody else.'),
  ]);
}

function tellingOf({ group, turn }: TypedAnswer): { no: number; turn: 0 | 1 } {
  return { no: group, turn };
}
