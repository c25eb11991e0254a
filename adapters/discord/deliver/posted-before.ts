import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import { compareSnowflakes } from '../receive/snowflake.ts';
import { lookedFrom } from './looked-from.ts';
import type { Outgoing } from './outgoing.ts';

const PAGE = 100;
const PAGES = 5;

const PageSchema = z.array(
  z.looseObject({
    id: z.string(),
    author: z.object({ id: z.string() }),
    content: z.string().default(''),
    components: z.array(z.unknown()).default([]),
  }),
);

/** The bot's own messages of a channel, to find some among them. */
export interface OwnMessages {
  /** The id of each of these that is there, in their order; none is found twice. */
  find(messages: readonly Outgoing[]): readonly (string | undefined)[];
}

/**
 * Looks for messages whose answer was lost, among the bot's own since then (ms since 1970). Discord forgets a nonce after
 * minutes and does not list it, so a message is known by its words and by the ids of its components. `others`: messages
 * that are known to be of another delivery, whatever they say. Undefined where Discord does not let us look: then it is
 * sent again, under its nonce.
 */
export async function postedBefore(
  { rest, log, botId }: { readonly rest: REST; readonly log: Log; readonly botId: string | undefined },
  channel: string,
  since: number,
  others: ReadonlySet<string>,
): Promise<OwnMessages | undefined> {
  const own: { readonly id: string; readonly print: string }[] = [];
  let after = lookedFrom(since);
  try {
    for (let page = 0; page < PAGES; page += 1) {
      const query = new URLSearchParams({ after, limit: String(PAGE) });
      const listed = PageSchema.parse(await rest.get(Routes.channelMessages(channel), { query }));
      const sorted = listed.sort((a, b) => compareSnowflakes(a.id, b.id));
      own.push(
        ...sorted
          .filter(({ id, author }) => author.id === botId && !others.has(id))
          .map((message) => ({ id: message.id, print: printOf(message) })),
      );
      const last = sorted.at(-1);
      if (last === undefined || sorted.length < PAGE) break;
      after = last.id;
    }
  } catch (error) {
    const { kind, code } = answerOf(error);
    if (kind === 'unknown' || kind === 'token-dead' || kind === 'later') throw error;
    log('discord-look-up-refused', { code });
    return undefined;
  }
  return {
    find(messages) {
      const left = [...own];
      return messages.map((message) => {
        const at = left.findIndex(({ print }) => print === printOf(message));
        return at === -1 ? undefined : left.splice(at, 1)[0]?.id;
      });
    },
  };
}

/** What stays the same of a message between its sending and its listing: its words, and what can be pressed. */
function printOf(message: { readonly content?: unknown; readonly components?: unknown }): string {
  const found: string[] = [typeof message.content === 'string' ? message.content.trim() : ''];
  collect(message.components, found);
  return found.join('\n');
}

function collect(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const one of value) collect(one, found);
  else if (typeof value === 'object' && value !== null) {
    const { content, custom_id: id, label, components } = value as Record<string, unknown>;
    for (const words of [content, id, label]) if (typeof words === 'string') found.push(words.trim());
    collect(components, found);
  }
}
