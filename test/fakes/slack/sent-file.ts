import type { App } from './app.ts';
import type { Channel } from './channel.ts';
import type { StoredFile } from './stored-file.ts';

/** A file beside a person's message. */
export interface FakeFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly mimetype?: string;
  /** `snippet` for a text pasted as one; a file else. */
  readonly mode?: 'hosted' | 'snippet';
}

/** Keeps the bytes where the bot can fetch them with its token. */
export function storeFile(
  app: App,
  userId: string,
  channel: Channel,
  ts: string,
  given: FakeFile,
  thread: string | undefined,
): StoredFile {
  const file: StoredFile = {
    id: app.world.nextId('F'),
    name: given.name,
    title: given.name,
    mimetype: given.mimetype ?? 'text/plain',
    filetype: given.mode === 'snippet' ? 'text' : (given.name.split('.').at(-1) ?? 'text'),
    mode: given.mode ?? 'hosted',
    altText: undefined,
    userId,
    bytes: Buffer.from(given.content),
    expected: undefined,
    completed: true,
    shares: [{ channel: channel.id, ts, thread_ts: thread }],
  };
  app.world.files.set(file.id, file);
  return file;
}
