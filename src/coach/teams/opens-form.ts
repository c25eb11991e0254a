import { isOff, teamCommand } from '../../mocks/series/team-command.ts';

/**
 * Whether a command only opens a form: nothing happens by it, so a platform may ask for its answer before it acknowledges. A
 * form has to be the first answer on some. `now`: ISO 8601.
 */
export function opensForm(words: string, now: string): boolean {
  const command = teamCommand(words, { now, zone: 'UTC' });
  switch (command?.name) {
    case 'schedule':
      return command.when === undefined;
    case 'edit':
      return command.change === undefined;
    case 'avoid':
      return !isOff(command.whom);
    default:
      return false;
  }
}
