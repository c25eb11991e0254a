import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';

/** Said where somebody presses, opens or sends something of a practice that is no more. */
export const PRACTICE_DELETED = 'That practice is deleted, and nothing of it is kept.';

export function practiceDeleted(): DiscordMessage {
  return coachLines([PRACTICE_DELETED]);
}
