import { Argument, Command } from 'commander';
import type { App } from './app.ts';

export function createDoctorCommand(app: App, exit: (code: number) => void): Command {
  return new Command('doctor')
    .description('look at the set-up and say what to mend')
    .addArgument(new Argument('[platform]', 'ask this platform: tokens, scopes, reach').choices(['slack']))
    .action(async (platform: 'slack' | undefined) => {
      const findings = await (platform === 'slack' ? app.doctorSlack() : app.doctor());
      for (const { what, state, says, cure } of findings) {
        app.out(`${MARKS[state]} ${what}: ${says}${cure === undefined ? '' : ` ${cure}`}\n`);
      }
      exit(findings.some((finding) => finding.state === 'ill') ? 1 : 0);
    });
}

const MARKS = { well: 'ok  ', note: 'note', ill: 'ILL ' } as const;
