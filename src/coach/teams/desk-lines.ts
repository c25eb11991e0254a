/** What is said at the desk in more than one place. */

export const GONE =
  'This session is over, or I do not know it any more. The newest announcement has its buttons.';
export const NO_CHANNEL = 'Type this in the channel of your team: there I announce the sessions.';
export const NOTED = 'Noted. What comes next, I write to you alone.';
