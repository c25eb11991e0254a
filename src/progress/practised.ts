import type { Score } from '../critique/critique.ts';

/** What one critic said of one draft, as far as progress looks at it. */
export interface Judged {
  readonly critic: string;
  readonly version: string;
  /** The critic and its version in words: two that differ in either differ in this. */
  readonly label: string;
  /** Why it judged in the place of the critic that was asked: "the model was slow". */
  readonly stoodIn?: string;
  /** By step id. */
  readonly steps: Readonly<Record<string, Score>>;
  /** The ids of the pitfalls it found, without those the person said are not so. */
  readonly pitfalls: readonly string[];
}

/** One practice, as it is stored. */
export interface Practised {
  readonly number: number;
  /** On which days something of it was practised: ISO dates in the person's zone. */
  readonly days: readonly string[];
  /** Its story is not scored: it counts as a practice, and nothing else of it is looked at. */
  readonly sheltered: boolean;
  /** It counts as a practice; its steps are others. */
  readonly ofAnotherQuestion?: true;
  /** Oldest first. */
  readonly judged: readonly Judged[];
  /** The person's own view of it, by step id. */
  readonly own?: Readonly<Record<string, Score>>;
  /** How long each run aloud took, in seconds. */
  readonly runs: readonly number[];
}
