import { Buffer } from 'node:buffer';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { Attempt, Post } from './posting.ts';

export interface ExportFile {
  readonly name: string;
  readonly content: string;
}

const HANDED_OVER = 'Everything I hold about you. Only you can see it here.';
const NOTHING_HELD = 'I hold nothing about you.';
const NO_FILES = 'I cannot put files here. Whoever runs the coach can give you yours, with: coach export';

/** Puts everything held about a person into their direct messages. Where Discord takes no files it says so. */
export async function handOver(
  attempt: Attempt,
  channel: string,
  files: readonly ExportFile[] | undefined,
  { post, log }: { readonly post: Post; readonly log: Log },
): Promise<string> {
  if (files === undefined) return post(attempt, channel, { messages: [coachLines([NOTHING_HELD])] });
  const sent = files
    .filter(({ content }) => content !== '')
    .map(({ name, content }) => ({ name, data: Buffer.from(content, 'utf8') }));
  try {
    // A message of Components V2 shows a file only where a component names it: this one is plain.
    return await post(attempt, channel, {
      messages: [{ content: HANDED_OVER, components: [], files: sent }],
    });
  } catch (error) {
    const { kind, code } = answerOf(error);
    if (kind !== 'forbidden' && kind !== 'unreadable' && kind !== 'operator') throw error;
    log('discord-files-refused', { code });
    return post(attempt, channel, { messages: [coachLines([NO_FILES])] });
  }
}
