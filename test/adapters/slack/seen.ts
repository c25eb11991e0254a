import type { KnownBlock } from '@slack/types';
import { checkBlocks } from '../../fakes/slack/block-kit-limits.ts';

/** Blocks as they travel: plain JSON. */
export function sent(blocks: unknown): Record<string, unknown>[] {
  return JSON.parse(JSON.stringify(blocks));
}

/** What Slack would not take of these blocks, in words. */
export function refused(blocks: readonly unknown[], where: 'message' | 'view' = 'message'): string[] {
  return checkBlocks(sent(blocks), where).map(({ says }) => says);
}

/** Everything a reader sees, in its order. */
export function seen(blocks: readonly KnownBlock[]): string {
  return textsIn(blocks)
    .filter(({ isText }) => isText)
    .map(({ text }) => text)
    .join('');
}

/** Every string in it that is no text element of rich text and no plain text: where Slack might read something in it. */
export function parsedBySlack(blocks: unknown): string[] {
  return textsIn(blocks)
    .filter(({ isText }) => !isText)
    .map(({ text }) => text);
}

function textsIn(value: unknown, name = '', owner: object = {}): { text: string; isText: boolean }[] {
  if (typeof value === 'string') {
    const type = 'type' in owner ? owner.type : undefined;
    const isText =
      (name === 'text' && (type === 'text' || type === 'plain_text')) ||
      (name === 'initial_value' && type === 'plain_text_input') ||
      (name === 'fallback' && type === 'date');
    return [{ text: value, isText }];
  }
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, key, value));
}
