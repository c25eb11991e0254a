import type { Impatience } from '../../../src/coach/impatience.ts';
import { codeOf } from '../../../src/errors.ts';
import type { Desk } from '../desk.ts';
import { interactionIn } from '../receive/interaction-event.ts';
import { takeAutocomplete } from './autocomplete.ts';
import { takeCommand } from './commands.ts';
import { takeMessageCommand } from './message-command.ts';
import { takePress } from './presses.ts';
import { takeSubmission } from './submissions.ts';

/** Somebody called a command, pressed something or sent a form. Never rejects. */
export async function takeInteraction(desk: Desk, data: unknown, impatience: Impatience): Promise<void> {
  const i = interactionIn(data);
  if (i === undefined) return;
  // A form that is opened leaves nothing on the screen that could be changed or added to.
  const opensForm = i.kind === 'component' && i.customId.kind === 'open';
  if (i.kind !== 'autocomplete' && !opensForm)
    desk.answers.came(i.userId, { appId: i.appId, token: i.token, at: desk.now() });
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
