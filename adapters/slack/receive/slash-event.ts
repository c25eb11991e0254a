import { SlashCommandSchema } from './payload-schemas.ts';
import { slackPerson, type Who } from './who.ts';

/** `/practice-failure` was called. */
export interface SlashIn extends Who {
  /** One call, one id: the trigger's own, so Slack's second delivery has the same one. */
  readonly eventId: string;
  readonly command: string;
  /** The words after it, as Slack sends them: see `slashAsked`. */
  readonly text: string;
  readonly channel?: string;
  /** Good for three seconds from the call, as Slack counts them. */
  readonly triggerId: string;
  readonly responseUrl?: string;
}

/** What a slash command's form tells; undefined for anything else. */
export function slashIn(body: unknown): SlashIn | undefined {
  const parsed = SlashCommandSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { user_id, team_id, enterprise_id, is_enterprise_install, ...form } = parsed.data;
  const person = slackPerson(user_id, enterprise_id, team_id);
  const installation =
    is_enterprise_install === 'true' ? (enterprise_id ?? team_id) : (team_id ?? enterprise_id);
  if (person === undefined || installation === undefined) return undefined;
  return {
    eventId: `slack-slash-${user_id}-${form.trigger_id}`,
    person,
    installation,
    command: form.command,
    text: form.text,
    ...(form.channel_id === undefined ? {} : { channel: form.channel_id }),
    triggerId: form.trigger_id,
    ...(form.response_url === undefined ? {} : { responseUrl: form.response_url }),
  };
}
