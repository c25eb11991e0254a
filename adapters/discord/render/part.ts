import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import type { DiscordPicture } from './message.ts';

/** A piece of a message, and how much of its room it takes. */
export interface Part {
  readonly component: APIMessageTopLevelComponent;
  /** Characters of its text displays. */
  readonly characters: number;
  /** Itself and what is in it. */
  readonly components: number;
  /** What a reader reads of it, as Markdown. */
  readonly words: string;
  readonly picture?: DiscordPicture;
}

/** Markdown that fits into a message. */
export function textPart(words: string): Part {
  return {
    component: { type: ComponentType.TextDisplay, content: words },
    characters: words.length,
    components: 1,
    words,
  };
}

export function picturePart(picture: DiscordPicture): Part {
  return {
    component: {
      type: ComponentType.MediaGallery,
      items: [{ media: { url: `attachment://${picture.name}` }, description: picture.alt }],
    },
    characters: 0,
    components: 2,
    words: '',
    picture,
  };
}
