import { randomUUID } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import type { Coach } from '../../src/coach/coach.ts';
import type { Log, Performer } from '../../src/coach/ports.ts';
import { codeOf, PersonError } from '../../src/errors.ts';
import type { Presence } from '../../src/store/process-presence.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { createTerminalPerformer, type Surface } from './deliver.ts';
import { runInteractive } from './interactive.ts';
import { runPiped } from './piped.ts';
import { createWriter } from './writer.ts';

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
  /** Calls back when the process is told to end (SIGINT, SIGTERM, SIGHUP). */
  onSignal(call: (signal: string) => void): void;
}

export interface TerminalAdapter {
  readonly performer: Performer;
  /** Runs until the person leaves or the input is played. Resolves with the exit code; never rejects. */
  run(world: TerminalWorld): Promise<number>;
}

/** The coach in a terminal: `performer` goes to the outbox, `run` takes the keyboard. */
export function createTerminalAdapter(options: TerminalOptions): TerminalAdapter {
  const writer = createWriter(options.output);
  const errors = createWriter(options.errors ?? process.stderr);
  let surface: Surface | undefined;
  const attachSurface = (next: Surface | undefined) => {
    surface = next;
  };
  const complain = (words: string) => errors.write(`${words}\n`);

  return {
    performer: createTerminalPerformer(options.person, () => surface),
    async run(world) {
      try {
        if (options.isTty) return await runInteractive(options, writer, world, attachSurface);
        return await runPiped(options, writer, (words) => void complain(words), world, attachSurface);
      } catch (error) {
        const id = randomUUID().slice(0, 8);
        options.log('terminal-failed', { id, code: codeOf(error) });
        const what =
          error instanceof PersonError
            ? error.message
            : `Something broke (${id}). What you sent before is kept: npm start goes on.`;
        await complain(what);
        return 1;
      }
    },
  };
}
