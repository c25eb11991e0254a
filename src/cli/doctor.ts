import { Argument, Command } from 'commander';
import type { App } from './app.ts';
import type { Finding } from './finding.ts';

export function createDoctorCommand(app: App, exit: (code: number) => void): Command {
  return new Command('doctor')
    .description('look at the set-up and say what to mend')
    .addArgument(
      new Argument('[platform]', 'ask this platform: tokens, permissions, reach').choices([
        'slack',
        'discord',
      ]),
    )
    .action(async (platform: 'slack' | 'discord' | undefined) => {
      const findings = await looked(app, platform);
      for (const { what, state, says, cure } of findings) {
        app.out(`${MARKS[state]} ${what}: ${says}${cure === undefined ? '' : ` ${cure}`}\n`);
      }
      exit(findings.some((finding) => finding.state === 'ill') ? 1 : 0);
    });
}

function looked(app: App, platform: 'slack' | 'discord' | undefined): Promise<readonly Finding[]> {
  switch (platform) {
    case 'slack':
      return app.doctorSlack();
    case 'discord':
      return app.doctorDiscord();
    case undefined:
      return app.doctor();
  }
}

const MARKS = { well: 'ok  ', note: 'note', ill: 'ILL ' } as const;
