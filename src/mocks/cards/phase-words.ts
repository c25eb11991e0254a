import type { Button, Runs } from '../../card/card.ts';

/** What a group is told when a phase begins. */
export interface PhaseWords {
  readonly lines: readonly string[];
  /** When it ends by itself, a line a zone; where a clock shows it there is none. */
  readonly until?: Runs;
  /** Besides the one that leads on. */
  readonly buttons?: readonly Button[];
  /** What the button that leads on says. */
  readonly next: string;
}
