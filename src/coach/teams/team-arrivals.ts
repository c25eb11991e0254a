import type { Asked, Unrostered } from '../../mocks/mock-event.ts';
import type { TeamEvent } from '../../mocks/team/team-event.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import { parsePlaceKey } from '../../who/place.ts';
import { teamRef } from '../../who/team.ts';
import type { Done } from '../ports.ts';
import type { TeamIncoming } from './team-incoming.ts';
import { groupOfUnopened } from './team-orders.ts';

/** What became of a team's effects, as events of the team. An effect of a team bears its id. */

const OF_TEAM = /^t-([a-z0-9]+)-(?:\d+-\d+|announcement|event)$/u;

/** Whether a row is a team's, whoever's words are in it. */
export function isOfTeam({ key }: Pick<OutboxRow, 'key'>): boolean {
  return OF_TEAM.test(key);
}

/** What was shown, or who was found; none where the team has nothing to know of it. */
export function arrivalOf(row: OutboxRow, { ref, people }: Done): TeamIncoming | undefined {
  if (row.kind === 'roster')
    return incoming(row, 'arrived', ofSession(rosterOf(row), { type: 'rostered', people: asked(people) }));
  if (ref === undefined) return undefined;
  if (row.kind === 'gather') {
    const group = groupOf(row);
    return (
      group &&
      incoming(row, 'arrived', ofSession(group.mockId, { type: 'placed', group: group.group, place: ref }))
    );
  }
  if (row.kind === 'event') {
    const mockId = eventIn(row);
    if (mockId === undefined) return undefined;
    return incoming(row, 'arrived', ofSession(mockId, { type: 'listed', ref }));
  }
  const mockId = announcementIn(row);
  return mockId === undefined
    ? undefined
    : incoming(row, 'arrived', ofSession(mockId, { type: 'posted', ref }));
}

/** What will never be shown, or found. */
export function failureOf(row: OutboxRow, reason: string): TeamIncoming | undefined {
  if (row.kind === 'roster')
    return incoming(row, 'failed', ofSession(rosterOf(row), { type: 'unrostered', why: whyNot(reason) }));
  if (row.kind === 'gather') {
    const group = groupOf(row);
    return (
      group && incoming(row, 'failed', ofSession(group.mockId, { type: 'unplaced', group: group.group }))
    );
  }
  if (row.kind === 'remind')
    return incoming(row, 'failed', {
      of: 'all',
      event: { type: 'unreached', id: parsePlaceKey(row.place).channel },
    });
  const mockId = announcementIn(row);
  return mockId === undefined ? undefined : incoming(row, 'failed', ofSession(mockId, { type: 'notPosted' }));
}

/** Of which session people were looked up. */
function rosterOf({ body }: OutboxRow): string {
  const { mockId }: { mockId: string } = JSON.parse(body);
  return mockId;
}

/** How practised each is, the turn looks up itself. */
function asked(people: Done['people'] = []): Asked[] {
  return people.map((one) => ({ ...one, practised: 0 }));
}

const LACKS = 'lacks ';

function whyNot(reason: string): Unrostered {
  if (reason.startsWith(LACKS)) return { kind: 'lacks', what: reason.slice(LACKS.length) };
  const isKnown = reason === 'group-gone' || reason === 'channel-closed' || reason === 'too-many';
  return { kind: isKnown ? reason : 'no-answer' };
}

function groupOf({ place }: OutboxRow): { mockId: string; group: number } | undefined {
  return groupOfUnopened(parsePlaceKey(place).thread ?? '');
}

/** The session whose announcement this is; none where it stood already, under a name that the session knows. */
function announcementIn({ key, kind, body }: OutboxRow): string | undefined {
  const of = kind === 'say' ? key : kind === 'revise' ? unknownBefore(body) : undefined;
  return /^t-([a-z0-9]+)-announcement$/u.exec(of ?? '')?.[1];
}

/** The session whose own event of the platform it is; none where the session knows its name already. */
function eventIn({ body }: OutboxRow): string | undefined {
  return /^t-([a-z0-9]+)-event$/u.exec(unknownBefore(body) ?? '')?.[1];
}

function unknownBefore(body: string): string | undefined {
  const { of, ref }: { of?: string; ref?: string } = JSON.parse(body);
  return ref === undefined ? of : undefined;
}

function ofSession(id: string, event: Extract<TeamEvent, { of: 'session' }>['event']): TeamEvent {
  return { of: 'session', id, event };
}

function incoming(row: OutboxRow, how: string, what: TeamEvent): TeamIncoming | undefined {
  const id = teamIdIn(row);
  return id === undefined ? undefined : { id: `${how}-${row.key}`, team: teamRef(row.person, id), what };
}

/** A session's id is its team's, an `n` and its number. */
function teamIdIn({ key }: OutboxRow): string | undefined {
  const id = OF_TEAM.exec(key)?.[1];
  return /-(?:announcement|event)$/u.test(key) ? id?.replace(/n\d+$/u, '') : id;
}
