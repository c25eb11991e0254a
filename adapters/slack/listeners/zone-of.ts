import type { Incoming } from '../../../src/coach/incoming.ts';
import { parseCommand } from '../../../src/conversation/commands.ts';
import { remindIn } from '../../../src/conversation/remind-in.ts';
import { catalog } from '../../../src/guide/catalog.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import type { Desk } from '../desk.ts';

/** What shows days: on which of them somebody practised depends on where they are. */
const DAYS: ReadonlySet<string> = new Set(['progress', 'history', 'show', 'stories']);

/** The event with the zone of its person's Slack, where it is about reminders or shows days: nothing else needs it. */
export async function withZone(desk: Desk, incoming: Incoming): Promise<Incoming> {
  const zone = needsZone(incoming.what) ? await desk.names.zoneOf(incoming.person.userId) : undefined;
  return zone === undefined ? incoming : { ...incoming, zone };
}

/** The zone of a person's Slack, where what they look at shows days; undefined where it does not, or cannot be had. */
export async function zoneToLook(
  desk: Desk,
  words: string,
  { userId }: PersonRef,
): Promise<string | undefined> {
  return showsDays(words) ? desk.names.zoneOf(userId) : undefined;
}

function needsZone(what: Incoming['what']): boolean {
  switch (what.type) {
    case 'said':
      return remindIn(what.text) !== undefined || showsDays(what.text);
    case 'pressed':
      return what.action.startsWith('remind') || DAYS.has(what.action.split(':')[0] ?? '');
    default:
      return false;
  }
}

function showsDays(words: string): boolean {
  const command = parseCommand(words, catalog.default);
  return command !== undefined && DAYS.has(command.name);
}
