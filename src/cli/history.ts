import { Command } from 'commander';
import { PersonError } from '../errors.ts';
import type { PersonRef } from '../who/person.ts';
import type { App } from './app.ts';
import { personOption } from './person-option.ts';

export function createHistoryCommand(app: App): Command {
  return new Command('history')
    .description('list past practices, ten at a time')
    .argument('[page]', 'a page of older ones: 2, 3 …')
    .addOption(personOption(app))
    .action(async (page: string | undefined, { person }: { person: PersonRef }) => {
      if (page !== undefined && !/^\d{1,6}$/.test(page))
        throw new PersonError(
          'number',
          `Expected the number of a page, got "${page}". Example: npm run coach -- history 2`,
        );
      app.out(app.draw(await app.history(person, page === undefined ? undefined : Number(page))));
    });
}

export function createProgressCommand(app: App): Command {
  return new Command('progress')
    .description('where somebody stands: steps over time, pitfalls, what to work on next')
    .addOption(personOption(app))
    .action(async ({ person }: { person: PersonRef }) => app.out(app.draw(await app.progress(person))));
}

export function createShowCommand(app: App): Command {
  return new Command('show')
    .description('open one past practice')
    .argument('<number>', 'its number in the history')
    .addOption(personOption(app))
    .action(async (number: string, { person }: { person: PersonRef }) => {
      if (!/^\d{1,6}$/.test(number))
        throw new PersonError(
          'number',
          `Expected a number from the history, got "${number}". Example: npm run coach -- show 2`,
        );
      app.out(app.draw(await app.show(person, Number(number))));
    });
}
