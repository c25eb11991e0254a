import type { Critique } from '../../critique/critique.ts';
import { isSameCritic } from '../../critique/steady.ts';
import type { Session } from '../session.ts';

/** Last time's ratings by step id. Results of two critics, or of two versions of one, are never compared: then there are none. */
export function comparableRatings(
  { earlier }: Pick<Session, 'earlier'>,
  { critic, version }: Pick<Critique, 'critic' | 'version'>,
): NonNullable<Session['earlier']>['steps'] | undefined {
  return earlier !== undefined && isSameCritic(earlier, critic, version) ? earlier.steps : undefined;
}
