import { codeOf } from '../errors.ts';

let listens = false;

/**
 * Prints what a command says. Whoever stops reading (`| head`) has read enough: the command ends there, without an error. For
 * commands alone: a practice that loses its terminal ends in its own order.
 */
export function print(text: string): void {
  if (!listens) {
    listens = true;
    process.stdout.on('error', (error) => {
      if (codeOf(error) !== 'EPIPE') throw error;
      process.exit(0);
    });
  }
  process.stdout.write(text);
}
