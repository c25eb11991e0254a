import { z } from 'zod';

/**
 * One message of the person that belongs to an answer. `id` is the platform's id of the message, `stamp`
 * the platform's own order (Slack `ts`, Discord snowflake, the terminal's clock), compared as a string. `edited`: the
 * stamp of the edit that gave it this text, where the platform stamps edits.
 */
export const PartSchema = z
  .strictObject({
    id: z.string().min(1),
    stamp: z.string().min(1),
    text: z.string(),
    edited: z.string().min(1).optional(),
  })
  .readonly();
export type Part = z.infer<typeof PartSchema>;

/** Adds a message in the platform's order; the same message again replaces itself, so any order of arrival converges. */
export function withPart(parts: readonly Part[], part: Part): Part[] {
  const others = parts.filter((other) => other.id !== part.id);
  return [...others, part].sort(byStamp);
}

/** The answer as one text: a message a line. */
export function joined(parts: readonly Part[]): string {
  return parts
    .map((part) => part.text)
    .filter((text) => text.trim() !== '')
    .join('\n');
}

/** Whether there is anything but white space. */
export function hasText(parts: readonly Part[] | undefined): boolean {
  return parts?.some((part) => part.text.trim() !== '') ?? false;
}

function byStamp(a: Part, b: Part): number {
  if (a.stamp !== b.stamp) return a.stamp < b.stamp ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
