import { Command } from 'commander';
import type { App } from './app.ts';

export function createStartCommand(app: App, exit: (code: number) => void): Command {
  return new Command('start')
    .description('run every adapter that is configured, the terminal when none is')
    .action(async () => exit(await app.start()));
}

export function createPracticeCommand(app: App, exit: (code: number) => void): Command {
  return new Command('practice')
    .description('practise in this terminal, whatever is configured')
    .action(async () => exit(await app.practice()));
}
