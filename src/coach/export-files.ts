import type { PersonExport } from './export.ts';
import { exportAsMarkdown } from './export-markdown.ts';

/** A file handed to a person. */
export interface ExportFile {
  readonly name: string;
  readonly content: string;
}

/** Everything held about a person as two files: Markdown to read, JSON for programs. */
export function exportFiles(data: PersonExport): readonly ExportFile[] {
  return [
    { name: 'comeback-export.md', content: exportAsMarkdown(data) },
    { name: 'comeback-export.json', content: `${JSON.stringify(data, null, 2)}\n` },
  ];
}
