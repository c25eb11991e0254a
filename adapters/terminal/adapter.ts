import { randomUUID } from 'node:crypto';
import type { Performer } from '../../src/coach/ports.ts';
import { codeOf, PersonError } from '../../src/errors.ts';
import { createTerminalPerformer, type Surface } from './deliver.ts';
import { runInteractive } from './interactive.ts';
import { runPiped } from './piped.ts';
import type { TerminalOptions, TerminalWorld } from './terminal-world.ts';
import { createWriter } from './writer.ts';

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
