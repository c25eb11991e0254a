import { MessageFlags, MessageReferenceType } from 'discord.js';
import { bareType, isTextType } from '../../files/text-type.ts';
import type { Attachment, DiscordMessageIn } from './payload-schemas.ts';

/** A file beside a message, or put into a form. */
export interface DiscordFile {
  readonly name: string;
  readonly contentType?: string;
  /** In bytes. */
  readonly size?: number;
  /** Where its bytes are, for about a day: Discord signs it. */
  readonly url?: string;
}

/** What a message forwarded without a word of one's own is called: the coach does not take another's text for an answer. */
const FORWARDED = 'the forwarded message';

/** The files of a message: none for a voice message. One that is only a sticker or a poll, or forwards another, counts as a file nobody can read here. */
export function filesOf(message: DiscordMessageIn): DiscordFile[] {
  if (isVoice(message)) return [];
  const files = message.attachments.map(fileOf);
  if (message.content.trim() !== '') return files;
  if (isForwarded(message)) return [...files, { name: FORWARDED }];
  if (message.sticker_items.length > 0) return [...files, { name: 'the sticker' }];
  return message.poll === undefined || message.poll === null ? files : [...files, { name: 'the poll' }];
}

export function fileOf({ filename, content_type, size, url }: Attachment): DiscordFile {
  return {
    name: filename ?? 'a file',
    ...(content_type === undefined ? {} : { contentType: content_type }),
    ...(size === undefined ? {} : { size }),
    ...(url === undefined ? {} : { url }),
  };
}

/** How long a voice message is, in whole seconds; undefined for any other message, and where Discord does not say. */
export function spokenSeconds(message: DiscordMessageIn): number | undefined {
  const seconds = isVoice(message) ? message.attachments[0]?.duration_secs : undefined;
  return seconds === undefined || !Number.isFinite(seconds) ? undefined : Math.max(1, Math.round(seconds));
}

export function isForwarded(message: DiscordMessageIn): boolean {
  return (
    message.message_reference?.type === MessageReferenceType.Forward || message.message_snapshots.length > 0
  );
}

function isVoice(message: DiscordMessageIn): boolean {
  return (message.flags & MessageFlags.IsVoiceMessage) !== 0;
}

const TEXT_NAME = /\.(?:txt|md|markdown)$/i;

/** Whether a file is a written answer: plain text or Markdown, by what Discord says or by its name. */
export function isTextFile({ name, contentType }: DiscordFile): boolean {
  const type = bareType(contentType);
  if (isTextType(type)) return true;
  return TEXT_NAME.test(name) && (type === undefined || type === 'application/octet-stream');
}

/** The words of a message and those of its files, in this order. */
export function withFileTexts(words: string, fileTexts: readonly string[]): string {
  return [words, ...fileTexts].filter((text) => text.trim() !== '').join('\n\n');
}
