import { type Fields, fieldsOf } from '../slack/json.ts';
import { optionalText, text } from './component-limits.ts';

/** A scheduled event of a server that is in no voice channel: https://discord.com/developers/docs/resources/guild-scheduled-event */
export interface ServerEvent {
  readonly id: string;
  readonly guildId: string;
  name: string;
  description: string | null;
  location: string;
  /** ISO 8601. */
  startsAt: string;
  endsAt: string;
}

/** Outside a voice channel: the type that needs a place and an end. */
export const EXTERNAL = 3;

/** What Discord takes of one, beyond what its OpenAPI says. */
export function checkServerEvent(body: Fields): string[] {
  const { location } = fieldsOf(body.entity_metadata);
  return [
    ...(body.name === undefined ? [] : text(body.name, 'event name', 100)),
    ...optionalText(body.description, 'event description', 1_000),
    ...(body.entity_type === undefined || body.entity_type === EXTERNAL ? [] : ['an event of another type']),
    ...(body.entity_type === EXTERNAL ? text(location, 'event location', 100) : []),
    ...(body.entity_type === EXTERNAL ? text(body.scheduled_end_time, 'event end', 40) : []),
  ];
}

export function wireServerEvent(creatorId: string, event: ServerEvent): Fields {
  const { id, guildId, name, description, location, startsAt, endsAt } = event;
  return {
    id,
    guild_id: guildId,
    name,
    description,
    channel_id: null,
    creator_id: creatorId,
    image: null,
    scheduled_start_time: startsAt,
    scheduled_end_time: endsAt,
    status: 1,
    entity_type: EXTERNAL,
    entity_id: null,
    recurrence_rule: null,
    privacy_level: 2,
    guild_scheduled_event_exceptions: [],
    entity_metadata: { location },
  };
}
