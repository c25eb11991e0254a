import { Command, CommanderError } from 'commander';
import { ConfigError, PersonError } from '../errors.ts';
import type { App } from './app.ts';
import { createCritiqueCommand } from './critique.ts';
import { createDeleteCommand } from './delete.ts';
import { createDiscordCommand } from './discord.ts';
import { createDoctorCommand } from './doctor.ts';
import { createEvalCommand } from './eval.ts';
import { createExportCommand } from './export.ts';
import { createHistoryCommand, createProgressCommand, createShowCommand } from './history.ts';
import { createMigrateCommand } from './migrate.ts';
import { createPairCommand } from './pair.ts';
import { createPracticeCommand, createStartCommand } from './practice.ts';
import { createScheduleCommand } from './schedule.ts';
import { createTeamCommand } from './team.ts';

/**
 * Runs one command line. Resolves with the exit code: 0 done, 1 an error, 2 where the command says so.
 * `fault` notes an unexpected error and returns its id in the log.
 */
export async function runProgram(
  args: readonly string[],
  app: App,
  fault: (error: unknown) => string,
): Promise<number> {
  let code = 0;
  const exit = (with_: number) => {
    code = with_;
  };
  const program = new Command('coach').description('A self-hosted interview coach.').exitOverride();
  program.configureOutput({ writeOut: app.out, writeErr: app.err });
  for (const command of [
    createStartCommand(app, exit),
    createPracticeCommand(app, exit),
    createCritiqueCommand(app, exit),
    createEvalCommand(app),
    createScheduleCommand(app),
    createTeamCommand(app),
    createPairCommand(app),
    createHistoryCommand(app),
    createShowCommand(app),
    createProgressCommand(app),
    createExportCommand(app),
    createDeleteCommand(app),
    createMigrateCommand(app),
    createDoctorCommand(app, exit),
    createDiscordCommand(app, exit),
  ]) {
    program.addCommand(command.exitOverride().configureOutput({ writeOut: app.out, writeErr: app.err }));
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    return codeFor(error, app, fault);
  }
  return code;
}

function codeFor(error: unknown, app: App, fault: (error: unknown) => string): number {
  if (error instanceof CommanderError) return error.exitCode;
  if (error instanceof PersonError || error instanceof ConfigError) {
    app.err(`${error.message}\n`);
    return 1;
  }
  app.err(
    `Something went wrong on our side. It is in the log under the id ${fault(error)}. What you wrote is kept.\n`,
  );
  return 1;
}
