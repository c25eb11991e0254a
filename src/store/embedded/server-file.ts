import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ConfigError, codeOf } from '../../errors.ts';
import { isRoot } from './os-user.ts';

/** What we must remember of a cluster between starts. */
const ServerFileSchema = z.strictObject({
  v: z.literal(1),
  password: z.string().min(20),
  /** The port of the last start: taken again when free, so that pools outlive a restart. */
  port: z.int().min(1).max(65_535),
});
export type ServerFile = z.infer<typeof ServerFileSchema>;

/** @throws {ConfigError} when the file is another user's or is damaged. */
export async function readServerFile(file: string): Promise<ServerFile> {
  try {
    return ServerFileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const why = codeOf(error) === 'EACCES' ? 'belongs to another OS user' : 'cannot be read';
    throw new ConfigError(
      'COACH_HOME',
      `${file} ${why}. Start as the user who made it, or choose another folder.`,
      'COACH_HOME=/srv/comeback',
    );
  }
}

/** Replaces the file whole; 0600, owned by whoever owns the folder (root may be visiting an ordinary user's home). */
export async function writeServerFile(file: string, content: ServerFile): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx' });
  if (isRoot()) {
    const owner = await stat(path.dirname(file));
    await chown(draft, owner.uid, owner.gid);
  }
  await rename(draft, file);
}
