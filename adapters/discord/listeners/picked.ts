import type { InteractionOf } from '../receive/interaction-event.ts';
import { PICKS } from '../render/card-menus.ts';

type Press = InteractionOf<'component'>;

/** The action of a press: of a menu of commands the command that was picked, of another what was picked in it. */
export function actionOf({ customId: { action }, values }: Press): string {
  const [first] = values;
  if (first === undefined) return action;
  return action === PICKS ? first : `${action}:${values.join('-')}`;
}

/** What is typed to look at other practices; undefined for an action that does anything else. */
export function viewIn(action: string): string | undefined {
  return /^(?:history|progress|stories|(?:show|history):\d+)$/.test(action)
    ? action.replace(':', ' ')
    : undefined;
}

/** What is typed to go on with a practice by its number. */
export function resumeIn(action: string): string | undefined {
  return /^resume:\d+$/.test(action) ? action.replace(':', ' ') : undefined;
}
