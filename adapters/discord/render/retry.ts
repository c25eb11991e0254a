import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord.js';
import { coachLines } from './coach-lines.ts';
import type { DiscordMessage } from './message.ts';

/** A line of the coach's, and one button under it. */
export function buttonRow(line: string, label: string, customId: string): DiscordMessage {
  const row: APIMessageTopLevelComponent = {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, label, custom_id: customId }],
  };
  return { components: [...coachLines([line]).components, row] };
}

/** The same button again, for something that did not work in time. */
export function retryRow(line: string, customId: string): DiscordMessage {
  return buttonRow(line, 'Try again', customId);
}
