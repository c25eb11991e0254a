import type { Readable, Writable } from 'node:stream';
import type { Coach } from '../../src/coach/coach.ts';
import type { Log } from '../../src/log.ts';
import type { Presence } from '../../src/store/process-presence.ts';
import type { PersonRef } from '../../src/who/person.ts';

export interface TerminalOptions {
  readonly person: PersonRef;
  readonly input: Readable;
  readonly output: Writable;
  /** Where complaints go; stderr if left out. */
  readonly errors?: Writable;
  /** Somebody types: keys, colours and a prompt. Otherwise blocks of lines are played. */
  readonly isTty: boolean;
  readonly colour: boolean;
  readonly log: Log;
  readonly now: () => Date;
}

export interface TerminalWorld {
  readonly coach: Pick<Coach, 'handle'>;
  readonly presence: Pick<
    Presence,
    'takePlace' | 'leavePlace' | 'notify' | 'listen' | 'evict' | 'onPlaceLost'
  >;
  /** When the person's next reminder is, as their wall shows it; undefined where none is ahead. Left out: nobody reminds. */
  nextReminder?(person: PersonRef): Promise<string | undefined>;
  /** Calls back when the process is told to end (SIGINT, SIGTERM, SIGHUP). */
  onSignal(call: (signal: string) => void): void;
}
