import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { exportAsMarkdown } from '../coach/export-markdown.ts';
import { codeOf, PersonError } from '../errors.ts';
import { type PersonRef, personKey } from '../who/person.ts';
import type { App } from './app.ts';
import { personOption } from './person-option.ts';

export function createExportCommand(app: App): Command {
  return new Command('export')
    .description('everything held about a person: answers verbatim, critiques, own ratings, runs aloud')
    .option('--out <dir>', 'the folder for the two files, Markdown and JSON (default: this one)')
    .option('--json', 'print the JSON and write no file; not with --out')
    .addOption(personOption(app))
    .action(async ({ out, json, person }: { out?: string; json?: true; person: PersonRef }) => {
      if (json === true && out !== undefined)
        throw new PersonError(
          'out-and-json',
          `--json prints and writes no file, so it does not go with --out. For the Markdown and the JSON file in ${out}, leave out --json. For the JSON alone: npm run --silent coach -- export --json > FILE`,
        );
      const data = await app.export(person);
      if (data === undefined) throw new PersonError('nobody', `Nothing is held about ${personKey(person)}.`);
      if (json === true) {
        app.out(`${JSON.stringify(data, null, 2)}\n`);
        return;
      }
      const folder = resolve(out ?? '.');
      await mkdir(folder, { recursive: true }).catch((error: unknown) => {
        const wrong =
          codeOf(error) === 'EEXIST' ? 'is a file, not a folder' : `cannot be made (${codeOf(error)})`;
        throw new PersonError('out', `${folder} ${wrong}. Name a folder that you may write, with --out.`);
      });
      const name = `comeback-${personKey(person).replace(/[^A-Za-z0-9._-]+/g, '-')}`;
      const files = [
        [join(folder, `${name}.json`), `${JSON.stringify(data, null, 2)}\n`],
        [join(folder, `${name}.md`), exportAsMarkdown(data)],
      ] as const;
      for (const [file, text] of files) {
        // A file that is there keeps its mode: one that others may read is not written into.
        await rm(file, { force: true });
        await writeFile(file, text, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
          throw new PersonError(
            'out',
            `${file} cannot be written (${codeOf(error)}). Name a folder that you may write, with --out.`,
          );
        });
        app.out(`${file}\n`);
      }
    });
}
