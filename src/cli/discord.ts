import { Command } from 'commander';
import type { App } from './app.ts';
import type { CommandChange } from './command-change.ts';

export function createDiscordCommand(app: App, exit: (code: number) => void): Command {
  const register = new Command('register')
    .description('register the commands with Discord, where they differ; a start of the coach does it too')
    .option('--dry-run', 'only say what would be done')
    .configureOutput({ writeOut: app.out, writeErr: app.err })
    .exitOverride()
    .action(async ({ dryRun }: { dryRun?: boolean }) => {
      const isDry = dryRun === true;
      const changes = await app.registerDiscord(isDry);
      for (const change of changes) app.out(`${lineFor(change, isDry)}\n`);
      exit(changes.some(({ outcome }) => outcome === 'not done') ? 1 : 0);
    });
  return new Command('discord').description('what concerns Discord alone').addCommand(register);
}

function lineFor({ name, outcome, cure }: CommandChange, isDry: boolean): string {
  const done = isDry && outcome !== 'unchanged' ? `would be ${outcome}` : outcome;
  return `${name}: ${done}${cure === undefined ? '' : `. ${cure}`}`;
}
