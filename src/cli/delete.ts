import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { PersonError } from '../errors.ts';
import { type PersonRef, personKey } from '../who/person.ts';
import type { App } from './app.ts';
import { personOption } from './person-option.ts';

export function createDeleteCommand(app: App): Command {
  return new Command('delete')
    .description('delete everything held about a person')
    .option('--yes', 'do not ask')
    .addOption(personOption(app))
    .action(async ({ yes, person }: { yes?: true; person: PersonRef }) => {
      const key = personKey(person);
      if (
        yes !== true &&
        !(await confirmed(
          `This deletes all practices, answers and critiques of ${key}, for good. Type "delete" to go on: `,
        ))
      ) {
        throw new PersonError(
          'not-confirmed',
          'Nothing was deleted. To delete without being asked: npm run coach -- delete --yes',
        );
      }
      if (!(await app.delete(person))) throw new PersonError('nobody', `Nothing is held about ${key}.`);
      app.out(
        `Deleted: everything held about ${key}.\nWhat remains: files you exported, backups of the database (their words cannot be read once the person's key is gone from them too), and what the terminal still shows.\n`,
      );
    });
}

async function confirmed(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    return await new Promise<boolean>((resolve) => {
      lines.once('close', () => resolve(false));
      lines.question(question, (answer) => resolve(answer.trim().toLowerCase() === 'delete'));
    });
  } finally {
    lines.close();
  }
}
