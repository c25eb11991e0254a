import { shorten } from '../../text/graphemes.ts';

/** A calendar's month view shows about so much of a title; a longer name is known by its beginning. */
const NAME_AT_MOST = 60;

export interface CalendarWords {
  readonly title: string;
  readonly words: string;
}

/**
 * What an entry says of a session. Others may look into a calendar, so it says who meets and nothing of what is told.
 * `partners`: the names of those whom the reader meets, none where the pairs are not made yet.
 */
export function calendarWords(partners: readonly string[]): CalendarWords {
  const names = partners.map((name) => shorten(name, NAME_AT_MOST));
  const who = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return {
    title: who === '' ? 'Interview practice' : `Interview practice with ${who}`,
    words: [
      'Each of you answers one interview question aloud, and the others listen.',
      'It happens in your chat: the coach writes to you there when it begins.',
      'To move or cancel it, tell the coach in the chat. An answer from this calendar reaches nobody.',
    ].join('\n'),
  };
}
