import { z } from 'zod';

const text = z.string().optional().catch(undefined);

/** An element of a rich text, as far as it carries words: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const ElementSchema = z.object({
  type: z.string(),
  text,
  url: text,
  user_id: text,
  channel_id: text,
  usergroup_id: text,
  name: text,
  range: text,
  elements: z.array(z.unknown()).optional().catch(undefined),
});
type Element = z.infer<typeof ElementSchema>;

/**
 * The words of a message that came with blocks and no text, written as Slack writes a text: entities and tokens in it.
 * Blocks that are no rich text hold nobody's typed words.
 */
export function wordsInBlocks(blocks: unknown): string {
  const written = elementsOf(blocks).filter(({ type }) => type === 'rich_text');
  return written.map((block) => elementsOf(block.elements).map(partOf).join('\n')).join('\n');
}

/** A section, a list, a quote or a code block: whatever is typed on lines of its own. */
function partOf(part: Element): string {
  const inside = elementsOf(part.elements);
  return part.type === 'rich_text_list' ? inside.map(partOf).join('\n') : inside.map(runOf).join('');
}

function runOf({ type, text = '', ...run }: Element): string {
  switch (type) {
    case 'link':
      return `<${escaped(run.url ?? '')}${text === '' ? '' : `|${escaped(text)}`}>`;
    case 'user':
      return `<@${run.user_id}>`;
    case 'channel':
      return `<#${run.channel_id}>`;
    case 'usergroup':
      return `<!subteam^${run.usergroup_id}>`;
    case 'broadcast':
      return `<!${run.range}>`;
    case 'emoji':
      return `:${run.name}:`;
    default:
      return escaped(text);
  }
}

function elementsOf(value: unknown): Element[] {
  return Array.isArray(value) ? value.flatMap((element) => ElementSchema.safeParse(element).data ?? []) : [];
}

/** The three characters that Slack sends as entities. */
function escaped(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
