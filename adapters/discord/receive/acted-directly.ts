import { InteractionContextType } from 'discord.js';
import { z } from 'zod';

const ActedSchema = z.object({
  context: z.literal(InteractionContextType.BotDM),
  user: z.object({ id: z.string() }),
});

/** Who called a command, pressed or sent something in the direct messages with the bot; undefined where it was elsewhere. */
export function actedDirectly(data: unknown): string | undefined {
  return ActedSchema.safeParse(data).data?.user.id;
}
