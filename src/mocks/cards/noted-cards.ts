import { type Card, text } from '../../card/card.ts';
import { mockCard } from './mock-card.ts';

/** What somebody pressed or sent is noted, and what follows from it. */

/** Their card is in; the others of that telling are still to come. */
export function cardSentCard(): Card {
  return mockCard([
    text(
      'Your card is in. It opens with the others, once both of the pair have sent theirs or the time is up.',
    ),
    text('Until then you can send it again, and the last one counts.'),
  ]);
}

/** Their card stands with the others, which were open before it came. */
export function cardShownCard(): Card {
  return mockCard([text('Your card is in, and the two of them have it.')]);
}

/** Why is not said: a hard story has none either, and its writer is told nothing of that here. */
export function noCoachCardCard(): Card {
  return mockCard([
    text('To what you typed I have no card of my own to add this time.'),
    text("Your partner's card and yours open as they would."),
  ]);
}

export function nameNotedCard(): Card {
  return mockCard([text('Noted: the channel may name you as one who took part.')]);
}

export function numbersNotedCard(): Card {
  return mockCard([
    text('Noted. On your cards numbers stand beside the words, if your partner wants them too.'),
  ]);
}
