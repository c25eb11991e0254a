import { MessageFlags, type RawFile } from 'discord.js';
import { drawBars } from '../../pictures/draw-bars.ts';
import { type DiscordMessage, NO_PINGS, type PlainMessage } from '../render/message.ts';

/** A message as it is posted: of Components V2, or plain; a plain one may bring files. */
export type Outgoing = DiscordMessage | (PlainMessage & { readonly files?: readonly RawFile[] });

/** A message with its pictures left out: their words stand in it. */
export function withoutPictures(message: Outgoing): Outgoing {
  if (!('pictures' in message)) return message;
  const names = new Set(message.pictures?.map(({ name }) => `attachment://${name}`));
  const components = message.components.filter(
    (component) => !('items' in component && component.items.some(({ media }) => names.has(media.url))),
  );
  return { components };
}

export function hasPictures(message: Outgoing): boolean {
  return 'pictures' in message && (message.pictures?.length ?? 0) > 0;
}

/** The body and the files of a message. Pictures are drawn. */
export async function bodyOf(
  message: Outgoing,
): Promise<{ readonly body: Record<string, unknown>; readonly files: RawFile[] }> {
  if ('content' in message) {
    const { content, components, files = [] } = message;
    return { body: { content, components, allowed_mentions: NO_PINGS }, files: [...files] };
  }
  const pictures = message.pictures ?? [];
  const files = await Promise.all(
    pictures.map(async ({ name, picture }): Promise<RawFile> => {
      const data = Buffer.from(await drawBars(picture));
      return { name, data, contentType: 'image/png' };
    }),
  );
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
