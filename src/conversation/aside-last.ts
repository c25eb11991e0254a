import type { Session } from './session.ts';

/** Whether `undo` takes "not so" back: it was said last, and of the text as it stands. Else it takes a used reply back. */
export function takesNotSoBack({ asideLast, critique }: Session): boolean {
  return asideLast !== undefined && critique?.outdated !== true;
}
