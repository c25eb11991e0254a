import { createHash } from 'node:crypto';

/** https://discord.com/developers/docs/resources/channel#start-thread-without-message: 1 to 100 characters. */
const LONGEST = 100;
const PREFIX = 'Practice';
const BETWEEN = ' · ';

/** What Discord takes away, or nobody sees: controls, half pairs, marks that show nothing but join emoji. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|(?!\u200d)\p{Cf}/gu;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * "Practice 48213 · ward nurse": 1 to 100 characters of which Discord strips none, never cut inside a letter or an emoji.
 * The number, of what the thread is opened for (`deliveryId`), tells it from others: two people must never be put into
 * one. Without it the thread is nobody's any more.
 */
export function threadName(called?: string, deliveryId?: string): string {
  const prefix = deliveryId === undefined ? PREFIX : `${PREFIX} ${numberOf(deliveryId)}`;
  const about = (called ?? '').replace(/\s+/gu, ' ').replace(UNSEEN, '').trim();
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(about)) return prefix;
  return `${prefix}${BETWEEN}${shortened(about, LONGEST - prefix.length - BETWEEN.length)}`;
}

/** Five digits. */
function numberOf(deliveryId: string): number {
  return 10_000 + (createHash('sha256').update(deliveryId).digest().readUInt32BE() % 90_000);
}

/** In UTF-16 code units: never less than Discord counts, however it does. */
function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  let kept = '';
  for (const { segment } of segmenter.segment(words)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
