import { MessageFlags, type RawFile } from 'discord.js';
import { codeOf } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import { drawPicture } from '../../pictures/draw-picture.ts';
import { coachLines } from '../render/coach-lines.ts';
import { type DiscordMessage, NO_PINGS, type PlainMessage } from '../render/message.ts';

/** A message as it is posted: of Components V2, or plain; a plain one may bring files. */
export type Outgoing = DiscordMessage | (PlainMessage & { readonly files?: readonly RawFile[] });

export interface Body {
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: RawFile[];
}

/** A message with its pictures left out: their words stand in it, and where nothing else does, their descriptions. */
export function withoutPictures(message: Outgoing): Outgoing {
  if ('content' in message || message.pictures === undefined) return message;
  const names = new Set(message.pictures.map(({ name }) => `attachment://${name}`));
  const components = message.components.filter(
    (component) => !('items' in component && component.items.some(({ media }) => names.has(media.url))),
  );
  return components.length > 0 ? { components } : coachLines(...message.pictures.map(({ alt }) => [alt]));
}

export function hasPictures(message: Outgoing): boolean {
  return 'pictures' in message && (message.pictures?.length ?? 0) > 0;
}

/** The body and the files of a message. Pictures are drawn; where one cannot be, the words go alone. */
export async function bodyOf(message: Outgoing, log: Log): Promise<Body> {
  if ('content' in message) {
    const { content, components, files = [] } = message;
    return { body: { content, components, allowed_mentions: NO_PINGS }, files: [...files] };
  }
  const pictures = message.pictures ?? [];
  let files: RawFile[];
  try {
    files = await Promise.all(
      pictures.map(async ({ name, picture }): Promise<RawFile> => {
        const data = Buffer.from(await drawPicture(picture));
        return { name, data, contentType: 'image/png' };
      }),
    );
  } catch (error) {
    log('discord-picture-left-out', { code: codeOf(error) });
    return bodyOf(withoutPictures(message), log);
  }
  const attachments = pictures.map(({ name, alt }, n) => ({
    id: String(n),
    filename: name,
    description: alt,
  }));
  const body = {
    flags: MessageFlags.IsComponentsV2,
    components: message.components,
    allowed_mentions: NO_PINGS,
    ...(attachments.length === 0 ? {} : { attachments }),
  };
  return { body, files };
}
