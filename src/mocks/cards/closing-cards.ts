import { type Card, text } from '../../card/card.ts';
import type { Member, Mock } from '../mock.ts';
import { tookPart } from '../people.ts';
import { mockButton, mockCard, unasked } from './mock-card.ts';
import { listed, plainName } from './names.ts';
import { nextSentence, thenNext } from './when-words.ts';

/** More names than this are no longer read. */
const NAMES_AT_MOST = 20;

/** To each who took part, when their group has ended. */
export function thanksCard(mock: Mock, member: Member): Card {
  const isNamed = member.named === true;
  return unasked(
    'Thank you for the practice session.',
    [
      text('Thank you for practising with your colleagues.', ...thenNext(mock, member)),
      ...(isNamed
        ? []
        : [text('The channel reads how many took part, and nothing of what was said. May it name you too?')]),
    ],
    isNamed ? [] : [mockButton(mock, 'name-me', 'You may name me')],
  );
}

/** In the channel, when all is over: how many, and who agreed to be named. */
export function recapCard(mock: Mock): Card {
  const present = mock.members.filter(({ id, answer }) => answer !== 'notThis' && tookPart(mock, id));
  const names = present.filter(({ named }) => named === true).map(({ name }) => plainName(name));
  const next = nextSentence(mock);
  return mockCard([
    text(countWords(present.length)),
    ...(names.length === 0 ? [] : [text(who(names, present.length))]),
    text('Thank you for listening to each other. What was said stays with those who said it.'),
    ...(next.length === 0 ? [] : [text(...next)]),
  ]);
}

function countWords(count: number): string {
  return count === 0 ? 'The practice session is over.' : `The practice session is over. ${count} took part.`;
}

/** All of them, or some of more. */
function who(names: readonly string[], count: number): string {
  const shown = names.slice(0, NAMES_AT_MOST);
  return shown.length === count ? `${listed(shown)}.` : `Among them: ${listed(shown)}.`;
}
