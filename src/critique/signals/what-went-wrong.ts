import type { ParsedText } from '../parsed-text.ts';
import { EVENT } from './event-words.ts';
import { clausesWith } from './matching.ts';
import { ownPart } from './own-part.ts';
import { remembered } from './remembered.ts';
import type { Signal } from './signal.ts';

const eventsIn = remembered((text: ParsedText) =>
  clausesWith(text, EVENT, { unless: /nothing went wrong/u }),
);

/** The event itself: what did not happen as it should. */
export const whatWentWrong: Signal = {
  name: 'what-went-wrong',
  explains: 'I look for the moment it went wrong, in plain words: what broke, was late or never happened.',
  weight: 76,
  effect: 'The moment it went wrong is easy to see.',
  praised: (text) => eventsIn(text),
  find: remembered((text: ParsedText) => {
    const events = eventsIn(text);
    // Who names the slip has said what went wrong.
    const slips = ownPart
      .find(text)
      .filter((slip) => !events.some((event) => event.start < slip.end && event.end > slip.start));
    return [...events, ...slips].sort((a, b) => a.start - b.start);
  }),
};
