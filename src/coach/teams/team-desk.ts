import { commanded } from './desk-commands.ts';
import { filled } from './desk-forms.ts';
import type { TeamDeskParts } from './desk-parts.ts';
import { pressed } from './desk-presses.ts';
import type { TeamAnswer, TeamFilled, TeamFrom } from './team-from.ts';
import { orUnreadHere } from './unread-here.ts';

/** What people type, press and fill in for their team, on any platform: turned into events, and answered. */
export interface TeamDesk {
  /** A whole command, "team schedule weekly Thursday 15:00"; undefined where it is none. */
  commanded(words: string, from: TeamFrom): Promise<TeamAnswer | undefined>;
  /** A button whose action is a team's. */
  pressed(action: string, from: TeamFrom): Promise<TeamAnswer>;
  /** A form that was opened under `action`. */
  filled(action: string, values: Readonly<Record<string, string>>, from: TeamFrom): Promise<TeamFilled>;
}

export function createTeamDesk(parts: TeamDeskParts): TeamDesk {
  return {
    commanded: (words, from) => orUnreadHere(parts, from, (own) => commanded(own, words, from)),
    pressed: (action, from) => orUnreadHere(parts, from, (own) => pressed(own, action, from)),
    filled: (action, values, from) => orUnreadHere(parts, from, (own) => filled(own, action, values, from)),
  };
}
