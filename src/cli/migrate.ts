import { Command } from 'commander';
import type { App } from './app.ts';

export function createMigrateCommand(app: App): Command {
  return new Command('migrate').description('bring the database schema up to date').action(async () => {
    await app.migrate();
    app.out('The schema is up to date.\n');
  });
}
