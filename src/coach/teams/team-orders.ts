import type { Card } from '../../card/card.ts';
import { unreachable } from '../../errors.ts';
import { COACH_IN_CALENDARS, calendarAddress } from '../../mocks/calendar/calendar-address.ts';
import { calendarFile } from '../../mocks/calendar/calendar-file.ts';
import { calendarWords } from '../../mocks/calendar/calendar-words.ts';
import { platformEvent } from '../../mocks/calendar/platform-event.ts';
import type { Mock } from '../../mocks/mock.ts';
import type { MockEffect } from '../../mocks/mock-event.ts';
import { isNobody } from '../../mocks/nobody.ts';
import { memberOf, peopleOf } from '../../mocks/people.ts';
import type { Who } from '../../mocks/series/series.ts';
import type { Team } from '../../mocks/team/team.ts';
import type { TeamEffect } from '../../mocks/team/team-event.ts';
import type { TeamOutgoing } from '../../store/teams/put-effects.ts';
import { type PersonRef, personKey } from '../../who/person.ts';
import { ownPlace, placeKey } from '../../who/place.ts';
import { type Named, namedIn } from './named-in.ts';
import { standsIn } from './stands-in.ts';

/** The announcement of a session: what is changed later names it by this. */
export function announcementKey(mockId: string): string {
  return `t-${mockId}-announcement`;
}

/** The platform's own event of a session: what is changed later names it by this. */
function eventKey(mockId: string): string {
  return `t-${mockId}-event`;
}

/** Where platforms have events of their own: https://discord.com/developers/docs/resources/guild-scheduled-event */
const HAVE_EVENTS: ReadonlySet<PersonRef['platform']> = new Set(['discord']);

/** A group's place before it is open. */
function unopened({ platform }: PersonRef, mock: Mock, no: number): string {
  const group = mock.groups.find((one) => one.no === no);
  const size = group === undefined ? 0 : peopleOf(group).length;
  return placeKey({ platform, channel: 'team', thread: `${mock.id}-${no}-${size}` });
}

/** What was a group's place before it was open: of which session and group. */
export function groupOfUnopened(thread: string): { mockId: string; group: number } | undefined {
  const [, mockId, group] = /^([a-z0-9]+)-(\d+)-\d+$/u.exec(thread) ?? [];
  return mockId === undefined ? undefined : { mockId, group: Number(group) };
}

/**
 * A team's effects as rows of the outbox: one lane a recipient, so that nobody waits for anybody who cannot be reached.
 * `ended`: sessions that are over and that something is told of.
 */
export function teamOrders(
  ref: PersonRef,
  team: Team,
  effects: readonly TeamEffect[],
  turnKey: string,
  ended: readonly Mock[] = [],
): TeamOutgoing[] {
  const named = [team.series.organizer, ...ended.flatMap(({ members }) => members)];
  return effects.flatMap((one, position): TeamOutgoing[] => {
    const key = `${turnKey}-${position}`;
    // Who organised it, and is not known any more, is told nothing.
    if ('to' in one.effect && isNobody(one.effect.to)) return [];
    if (one.of === 'series')
      return one.effect.type === 'file'
        ? [{ ...fileTo(ref, key, one.effect), about: besides(one.effect, named) }]
        : [{ ...toOne(ref, key, one.effect), about: besides(one.effect, named) }];
    const mock = team.mocks.find(({ id }) => id === one.id);
    if (mock === undefined) return [];
    if (one.effect.type === 'lookUp') return [rosterOf(ref, mock, key, one.effect.who)];
    const about = standsIn(mock, one.effect);
    return ofSession(ref, mock, key, one.effect).map((order) => ({ ...order, about }));
  });
}

/** Whoever organises a series stands in what others are told of it, and who agreed to be named in how it went. */
function besides(
  told: { readonly to: string; readonly card: Card } | { readonly to: string; readonly text: string },
  named: readonly Named[],
): string[] {
  const words = 'card' in told ? told.card : told.text;
  return [...new Set(namedIn(words, named))].filter((id) => id !== told.to);
}

function ofSession(ref: PersonRef, mock: Mock, key: string, effect: MockEffect): TeamOutgoing[] {
  const performer = ref.platform;
  switch (effect.type) {
    case 'post':
      return [
        {
          key: effect.as === 'announcement' ? announcementKey(mock.id) : key,
          performer,
          kind: 'say',
          body: JSON.stringify(effect.card),
          place: mock.channel,
          lane: 'channel',
        },
      ];
    case 'repost':
      return [
        {
          key,
          performer,
          kind: 'revise',
          body: JSON.stringify({
            card: effect.card,
            of: announcementKey(mock.id),
            ...(mock.announcedAs === undefined ? {} : { ref: mock.announcedAs }),
          }),
          place: mock.channel,
          lane: 'channel',
        },
      ];
    case 'tell':
      return [toOne(ref, key, effect)];
    case 'gather': {
      const { card, people, group } = effect;
      return [
        {
          key,
          performer,
          kind: 'gather',
          body: JSON.stringify({ card, people, called: mock.title, near: mock.channel }),
          place: unopened(ref, mock, group),
          lane: `${mock.id}-${group}`,
        },
      ];
    }
    case 'sayIn': {
      const group = mock.groups.find(({ no }) => no === effect.group);
      return [
        {
          key,
          performer,
          kind: 'say',
          body: JSON.stringify(effect.card),
          place: group?.place ?? unopened(ref, mock, effect.group),
          lane: `${mock.id}-${effect.group}`,
        },
      ];
    }
    case 'calendar':
      return [calendarOf(ref, mock, key, effect)];
    case 'critique': {
      const { candidate, group, turn } = effect;
      return [
        {
          key,
          performer: 'jobs',
          kind: 'teamCritique',
          body: JSON.stringify({ mockId: mock.id, candidate, group, turn }),
          place: mock.channel,
          lane: 'critique',
        },
      ];
    }
    case 'event':
      return HAVE_EVENTS.has(performer) ? [eventOf(ref, mock, key, effect.status)] : [];
    // Who met is the series', written with it.
    case 'met':
      return [];
    default:
      return unreachable(effect);
  }
}

/** To one person alone, in their own messages. */
export function toOne(
  ref: PersonRef,
  key: string,
  {
    to,
    card,
    of,
    until,
  }: { readonly to: string; readonly card: unknown; readonly of?: string; readonly until?: string },
): TeamOutgoing {
  return {
    key,
    performer: ref.platform,
    kind: 'remind',
    body: JSON.stringify(card),
    place: placeKey(ownPlace({ ...ref, userId: to })),
    lane: `to-${to}`,
    ...(of === undefined ? {} : { of }),
    ...(until === undefined ? {} : { until }),
  };
}

/** In a lane of its own: a platform that does not take it holds up nothing that is said. */
function eventOf(
  ref: PersonRef,
  mock: Mock,
  key: string,
  status: Extract<MockEffect, { type: 'event' }>['status'],
): TeamOutgoing {
  const of = eventKey(mock.id);
  const known = mock.listedAs === undefined ? {} : { ref: mock.listedAs };
  return {
    key: status === 'scheduled' ? of : key,
    performer: ref.platform,
    kind: 'event',
    body: JSON.stringify({ status, shown: platformEvent(mock), of, ...known }),
    place: mock.channel,
    lane: `event-${mock.id}`,
  };
}

/** In a lane of its own: it may take minutes where many are looked up. */
function rosterOf(ref: PersonRef, mock: Mock, key: string, who: Who): TeamOutgoing {
  return {
    key,
    performer: ref.platform,
    kind: 'roster',
    body: JSON.stringify({ mockId: mock.id, who }),
    place: mock.channel,
    lane: `roster-${mock.id}`,
  };
}

function fileTo(
  ref: PersonRef,
  key: string,
  { to, name, text, words }: { readonly to: string } & Record<'name' | 'text' | 'words', string>,
): TeamOutgoing {
  return {
    key,
    performer: ref.platform,
    kind: 'file',
    body: JSON.stringify({ name, text, words }),
    place: placeKey(ownPlace({ ...ref, userId: to })),
    lane: `to-${to}`,
  };
}

const BESIDE_FILE = 'For your calendar.';

function calendarOf(
  ref: PersonRef,
  mock: Mock,
  key: string,
  { to, title, entry }: Extract<MockEffect, { type: 'calendar' }>,
): TeamOutgoing {
  const file = calendarFile(entry, {
    title,
    words: calendarWords([]).words,
    attendee: {
      name: memberOf(mock, to)?.name ?? '',
      address: calendarAddress(personKey({ ...ref, userId: to })),
    },
    organizer: COACH_IN_CALENDARS,
  });
  return fileTo(ref, key, { to, ...file, words: BESIDE_FILE });
}
