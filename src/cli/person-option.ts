import { Option } from 'commander';
import { parsePersonKey } from '../who/person.ts';
import type { App } from './app.ts';

/** `--person PLATFORM:SCOPE:USER`: whom an operator serves; by default the terminal's person. */
export function personOption(app: App): Option {
  return new Option('--person <platform:scope:user>', 'whose data')
    .argParser(parsePersonKey)
    .default(
      app.defaultPerson,
      `${app.defaultPerson.platform}:${app.defaultPerson.scope}:${app.defaultPerson.userId}`,
    );
}
