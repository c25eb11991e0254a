import { type Block, type Button, type Card, text } from '../../card/card.ts';
import { mockCard, unasked } from '../cards/mock-card.ts';
import { listed, plainName } from '../cards/names.ts';
import { momentIn, momentShown } from '../cards/when-words.ts';
import type { Once, OncePerson, OncePressed } from './once.ts';

/** `start`: a practice begins, which is none of this machine's. */
type OnceAction = OncePressed | 'start';

const NAMES_SHOWN = 20;

const ALONE = 'Alone with me, about 12 minutes. Nobody else sees what you say or write.';

/** In the channel: each reads the date by a clock of their own, where the platform knows it. */
export function invitationCard(once: Once): Card {
  const name = plainName(once.organizer.name);
  return mockCard(
    [
      text(`${name} invites you to practise once by `, momentShown(once.by, once.zone), '.'),
      text(ALONE),
      text(
        `If you like, I show ${name} one word beside your name: done, or not yet. Otherwise I show them nothing of you. Who does not take part is in no list.`,
      ),
    ],
    [
      button(once, 'join', 'I take part', 'primary'),
      button(once, 'tell', 'I take part, and you may show it'),
    ],
  );
}

/** To whoever invited. */
export function invitedCard(once: Once): Card {
  return mockCard([
    text(`I invited the channel to practise once by ${momentIn(once.by, once.zone)}.`),
    text(
      'Then I write to you how it stands: done or not yet, of those who agree. To look before: team once.',
    ),
    text('To call it off: team once off.'),
  ]);
}

/** The channel did not take it. */
export function notInvitedCard(): Card {
  return unasked('An invitation did not reach its channel.', [
    text('I could not post the invitation to practise once in the channel, so nobody was asked.'),
    text('Let me into the channel, and type it there again.'),
  ]);
}

/** Asked by somebody else than who invited. */
export function onceRefusedCard({ organizer }: Once): Card {
  const name = plainName(organizer.name);
  return mockCard([
    text(`${name} invited to this, and how it stands I show ${name} alone: that is what people agreed to.`),
    text('Only who invited, or an admin, can call it off.'),
  ]);
}

/** They joined, and what the organiser sees of it. */
export function joinedOnceCard(once: Once, person: OncePerson): Card {
  const shows = person.tells === true;
  const name = plainName(once.organizer.name);
  return mockCard(
    [
      text(
        person.done
          ? 'You are in, and your practice is noted.'
          : `You are in: once by ${until(once, person)}.`,
      ),
      ...(person.remindAt === undefined
        ? []
        : [text(`I remind you one time: ${momentIn(person.remindAt, person.zone ?? once.zone)}.`)]),
      text(
        shows
          ? `${name} sees your name with one word: done, or not yet. Nothing else.`
          : `${name} sees nothing of it.`,
      ),
    ],
    [
      ...(person.done ? [] : [button(once, 'start', 'Practise now')]),
      shows ? button(once, 'hide', 'Do not show it') : button(once, 'tell', 'You may show it'),
      button(once, 'not-this', 'Not this time'),
    ],
  );
}

/** Noted, and no more is said of it. */
export function declinedCard(once: Once): Card {
  return mockCard(
    [text('Noted, and nobody else is told. The button is here until the date.')],
    [button(once, 'join', 'I take part')],
  );
}

/** A press that comes after the date. */
export function onceOverCard(): Card {
  return mockCard([text('The date is over. You can practise all the same, whenever you like.')]);
}

export function reminderCard(once: Once, person: OncePerson): Card {
  return unasked(
    'A practice is waiting for you.',
    [text(`You wanted to practise once by ${until(once, person)}.`), text(ALONE)],
    [button(once, 'start', 'Practise now', 'primary'), button(once, 'not-this', 'Not this time')],
  );
}

/** To those who joined, and to whoever called it off. */
export function onceOffCard(once: Once): Card {
  return unasked('An invitation is called off.', [
    text(
      `The invitation of ${plainName(once.organizer.name)} to practise once is called off. You can practise all the same.`,
    ),
  ]);
}

/**
 * To the organiser: of those who agreed, done or not yet. Of others nothing, and no count either. Who sees two of these can
 * see that somebody has taken their agreement back; not what they did.
 */
export function onceCard(once: Once): Card {
  const shown = once.people
    .filter(({ tells }) => tells)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  const names = (isDone: boolean) => shown.filter(({ done }) => (done === true) === isDone);
  return mockCard([
    text(`Once by ${momentIn(once.by, once.zone)}.`),
    ...(shown.length === 0
      ? [text('Nobody has agreed yet to be shown here.')]
      : [fieldsOf('Done', names(true), 'Not yet', names(false))]),
    text('I show done or not yet of those who agreed to it. Of what they practised I show nothing.'),
  ]);
}

function fieldsOf(
  doneLabel: string,
  done: readonly OncePerson[],
  openLabel: string,
  open: readonly OncePerson[],
): Block {
  const rows = [
    [doneLabel, done],
    [openLabel, open],
  ] as const;
  return {
    kind: 'fields',
    fields: rows.flatMap(([label, people]) =>
      people.length === 0 ? [] : [{ label, lines: [[namesOf(people)]] }],
    ),
  };
}

function namesOf(people: readonly OncePerson[]): string {
  const names = people.map(({ name }) => plainName(name));
  const more = names.length - NAMES_SHOWN;
  return listed(more > 0 ? [...names.slice(0, NAMES_SHOWN), `${more} more`] : names);
}

function until(once: Once, person: OncePerson): string {
  return momentIn(once.by, person.zone ?? once.zone);
}

function button(once: Once, what: OnceAction, label: string, style?: Button['style']): Button {
  return {
    action: `once:${once.id}:${what}`,
    word: `once ${what}`,
    label,
    ...(style === undefined ? {} : { style }),
  };
}
