import { type Card, text } from '../../card/card.ts';
import { unreachable } from '../../errors.ts';
import type { Mock } from '../mock.ts';
import type { Unrostered } from '../mock-event.ts';
import { unasked } from './mock-card.ts';
import { plainTitle } from './names.ts';

/** To whoever organises: nobody was asked by message. */
export function unrosteredCard(mock: Mock, why: Unrostered): Card {
  return unasked('About the practice session you planned.', [
    text(`I asked nobody by message for "${plainTitle(mock.title)}".`),
    text(whyWords(why)),
    text('Whoever presses Join in the channel takes part, as always.'),
  ]);
}

function whyWords(why: Unrostered): string {
  switch (why.kind) {
    case 'lacks':
      return `To see who belongs to it I need ${why.what}. Once whoever runs me grants it, I ask them for the next session.`;
    case 'group-gone':
      return 'The group you chose is not there any more, or I cannot see it. Choose another one with team edit.';
    case 'channel-closed':
      return 'I cannot see who is in the channel. Once you invite me to it, I ask them for the next session.';
    case 'too-many':
      return 'There are more people in it than I write to. Choose a smaller group with team edit.';
    case 'no-answer':
      return 'The list of its people did not come. I try again with the next session.';
    default:
      return unreachable(why);
  }
}
