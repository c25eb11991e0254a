import { type Card, text } from '../../card/card.ts';
import type { Mock } from '../mock.ts';
import { groupOf, peopleOf, whereFrom } from '../people.ts';
import { mockButton, mockCard } from './mock-card.ts';
import { listed, nameOf } from './names.ts';

/** They pressed Leave: asked once, for a slip of the finger is no way out. */
export function leaveCard(mock: Mock, id: string): Card {
  const group = groupOf(mock, id);
  // Who observed goes without a word to anybody.
  const isOfPair = group?.pair.includes(id) === true;
  const others = isOfPair
    ? peopleOf(group)
        .filter((one) => one !== id)
        .map((one) => nameOf(mock, one))
    : [];
  const told =
    others.length === 0 ? '' : ` ${listed(others)} ${others.length === 1 ? 'hears' : 'hear'} that you left.`;
  const yes = mockButton(mock, 'leave-now', 'Yes, leave');
  return mockCard(
    [
      text(`Leave now?${told} You need not say why.`),
      text('If it was a slip, just go on: nothing has changed.'),
    ],
    [{ ...yes, action: `${yes.action}:${whereFrom(mock, id)}` }],
  );
}

/** They left their group, or what was to follow. */
export function leftCard(mock: Mock): Card {
  return mockCard(
    [text('You are out for now, and you need not say why. While it runs, you can come back.')],
    [mockButton(mock, 'join', 'Come back')],
  );
}
