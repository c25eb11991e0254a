import { InteractionType } from 'discord.js';
import { z } from 'zod';
import type { Impatience } from '../../../src/coach/impatience.ts';
import { codeOf } from '../../../src/errors.ts';
import type { Desk } from '../desk.ts';
import { type InteractionIn, interactionIn } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import { tellAtOnce } from './answering.ts';
import { takeAutocomplete } from './autocomplete.ts';
import { takeCommand } from './commands.ts';
import { takeMessageCommand } from './message-command.ts';
import { takePress } from './presses.ts';
import { takeSubmission } from './submissions.ts';
import { commandOpensForm } from './team-command.ts';
import { opensTeamForm } from './team-presses.ts';

const TouchedSchema = z.object({
  id: z.string(),
  token: z.string(),
  type: z.literal([InteractionType.MessageComponent, InteractionType.ModalSubmit]),
});

/** A button or a form that this version does not know: whoever pressed it is told, and not left to wait. */
async function unreadable(desk: Desk, data: unknown): Promise<void> {
  const { data: touched } = TouchedSchema.safeParse(data);
  if (touched === undefined) return;
  const line = 'I cannot read that button: it is of another version of me. Send me a message, and we go on.';
  await tellAtOnce(desk, touched, coachLines([line]));
}

/** Somebody called a command, pressed something or sent a form. Never rejects. */
export async function takeInteraction(desk: Desk, data: unknown, impatience: Impatience): Promise<void> {
  const i = interactionIn(data);
  if (i === undefined) return unreadable(desk, data);
  // A form that is opened leaves nothing on the screen that could be changed or added to.
  const opensForm =
    i.kind === 'component'
      ? i.customId.kind === 'open' || opensTeamForm(i.customId)
      : i.kind === 'command' && commandOpensForm(desk, i);
  if (i.kind !== 'autocomplete' && !opensForm)
    desk.answers.came(i.userId, { appId: i.appId, token: i.token, at: desk.now(), isAlone: isAlone(i) });
  try {
    switch (i.kind) {
      case 'command':
        return await takeCommand(desk, i);
      case 'message-command':
        return await takeMessageCommand(desk, i);
      case 'autocomplete':
        return await takeAutocomplete(desk, i);
      case 'component':
        return await takePress(desk, i, impatience);
      case 'modal':
        return await takeSubmission(desk, i);
    }
  } catch (error) {
    desk.log('discord-interaction-failed', { code: codeOf(error) });
  }
}

/** What is deferred is shown to the person alone: the answer to a command, or a card that only they see. */
function isAlone(i: InteractionIn): boolean {
  if (i.kind === 'component') return i.isEphemeral;
  return i.kind !== 'modal' || i.messageId === undefined || i.isEphemeral;
}
