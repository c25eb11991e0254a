import { bareType, isTextType } from '../../files/text-type.ts';
import type { SlackMessage } from './payload-schemas.ts';

/** A file beside a message. */
export interface SlackFile {
  readonly name: string;
  readonly mimetype?: string;
  readonly filetype?: string;
  readonly mode?: string;
  /** In bytes. */
  readonly size?: number;
  /** Where its bytes are; none for a file that Slack no longer has or does not show to apps. */
  readonly url?: string;
}

/** What a message forwarded without a word of one's own is called: the coach does not take another's text for an answer. */
const FORWARDED = 'the forwarded message';

/** The files of a message. A message that only forwards another one counts as a file nobody can read here. */
export function filesOf(message: SlackMessage): SlackFile[] {
  const files = message.files.map((file) => {
    const url = file.url_private_download ?? file.url_private;
    return {
      name: file.name ?? file.title ?? 'a file',
      ...(file.mimetype === undefined ? {} : { mimetype: file.mimetype }),
      ...(file.filetype === undefined ? {} : { filetype: file.filetype }),
      ...(file.mode === undefined ? {} : { mode: file.mode }),
      ...(file.size === undefined ? {} : { size: file.size }),
      ...(url === undefined ? {} : { url }),
    };
  });
  const isForwarded = message.attachments.some(
    (attachment) => attachment.is_share === true || attachment.is_msg_unfurl === true,
  );
  return isForwarded && message.text.trim() === '' ? [...files, { name: FORWARDED }] : files;
}

const TEXT_FILES: ReadonlySet<string> = new Set(['text', 'markdown']);

/**
 * Whether a file is a written answer: plain text, Markdown, or a snippet of any kind. A canvas or a file that lies
 * elsewhere is none. https://docs.slack.dev/reference/objects/file-object
 */
export function isTextFile(file: SlackFile): boolean {
  if (file.mode === 'external' || file.mode === 'tombstone' || file.mode === 'hidden_by_limit') return false;
  if (file.mode === 'snippet') return true;
  return isTextType(bareType(file.mimetype)) || TEXT_FILES.has(file.filetype ?? '');
}

/** The words of a message and those of its files, in this order. */
export function withFileTexts(words: string, fileTexts: readonly string[]): string {
  return [words, ...fileTexts].filter((text) => text.trim() !== '').join('\n\n');
}
