import type { FileRead } from './read-text-file.ts';

/** What the files of a message say. `unread`: the names of those that were not read. Both in the order of the files. */
export interface FilesRead {
  readonly texts: readonly string[];
  readonly unread: readonly string[];
}

/** Reads the files of a message, all at the same time. Throws what `read` throws. */
export async function readEach<File extends { readonly name: string }>(
  files: readonly File[],
  read: (file: File) => Promise<FileRead>,
): Promise<FilesRead> {
  const reads = await Promise.all(files.map(async (file) => ({ file, read: await read(file) })));
  return {
    texts: reads.flatMap(({ read }) => ('text' in read ? [read.text] : [])),
    unread: reads.flatMap(({ file, read }) => ('text' in read ? [] : [file.name])),
  };
}
