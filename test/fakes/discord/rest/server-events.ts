import { type Fields, fieldsOf, textOf } from '../../slack/json.ts';
import type { App } from '../app.ts';
import type { Guild } from '../guild.ts';
import { formBody, missingAccess, missingPermissions, Refusal, unknownEvent } from '../refusal.ts';
import { type Asked, NO_CONTENT, ok, type Route } from '../route.ts';
import { type ServerEvent, wireServerEvent } from '../server-event.ts';

/** https://discord.com/developers/docs/resources/guild-scheduled-event: those that stand or run, at most. */
const MOST = 100;

const ONE = '/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}';
const ALL = '/guilds/{guild_id}/scheduled-events';

/** Scheduled events of a server. */
export const serverEventRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: ALL,
    answer: (asked) => {
      const guild = guildOf(asked);
      return ok(eventsOf(asked.app, guild).map((each) => wireServerEvent(asked.app.world.botUserId, each)));
    },
  },
  {
    method: 'POST',
    template: ALL,
    answer: (asked) => {
      const { app, call } = asked;
      const guild = creating(asked);
      if (eventsOf(app, guild).length >= MOST)
        throw new Refusal(400, 30038, 'Maximum number of guild scheduled events has been reached');
      const event = { id: app.world.nextId(), guildId: guild.id, ...shownIn(app, call.body) };
      app.world.serverEvents.set(event.id, event);
      return ok(wireServerEvent(app.world.botUserId, event));
    },
  },
  {
    method: 'PATCH',
    template: ONE,
    answer: (asked) => {
      const { app, call } = asked;
      const before = eventAsked(asked);
      Object.assign(before, shownIn(app, call.body, before));
      return ok(wireServerEvent(app.world.botUserId, before));
    },
  },
  {
    method: 'DELETE',
    template: ONE,
    answer: (asked) => {
      asked.app.world.serverEvents.delete(eventAsked(asked).id);
      return NO_CONTENT;
    },
  },
];

function eventsOf({ world }: App, { id }: Guild): ServerEvent[] {
  return [...world.serverEvents.values()].filter(({ guildId }) => guildId === id);
}

function guildOf({ app, param }: Asked): Guild {
  const guild = app.world.guilds.get(param('guild_id'));
  if (guild?.botIsMember !== true) throw missingAccess();
  return guild;
}

/** Since February 2026 MANAGE_EVENTS does not suffice to make one. */
function creating(asked: Asked): Guild {
  const guild = guildOf(asked);
  if (!guild.can('CREATE_EVENTS')) throw missingPermissions();
  return guild;
}

function eventAsked(asked: Asked): ServerEvent {
  const guild = creating(asked);
  const event = asked.app.world.serverEvents.get(asked.param('guild_scheduled_event_id'));
  if (event?.guildId !== guild.id) throw unknownEvent();
  return event;
}

/** What a body says of one; the rest stays as it was. */
function shownIn(app: App, body: Fields, before?: ServerEvent): Omit<ServerEvent, 'id' | 'guildId'> {
  const startsAt = textOf(body.scheduled_start_time ?? before?.startsAt);
  const endsAt = textOf(body.scheduled_end_time ?? before?.endsAt);
  const isChanged = body.scheduled_start_time !== undefined;
  if (isChanged && !(Date.parse(startsAt) > app.world.now()))
    throw formBody('Cannot schedule event in the past.');
  if (!(Date.parse(endsAt) > Date.parse(startsAt)))
    throw formBody('Cannot schedule event end before the start.');
  const { location = before?.location } = fieldsOf(body.entity_metadata);
  return {
    name: textOf(body.name ?? before?.name),
    description: textOf(body.description ?? before?.description) || null,
    location: textOf(location),
    startsAt,
    endsAt,
  };
}
