import type { MaskedId } from './record-mask.ts';

/** Ids that a test gave by hand are one digit again and again: they are the same in every run. */
export const DISCORD_IDS: readonly MaskedId[] = [
  [/\b(?!(\d)\1{9})\d{18,20}\b/g, (count) => `15000000000000000${String(count).padStart(2, '0')}`],
  // The practice in a custom id: a UUID in base64url.
  [/(?<=~)[\w-]{22}(?=~)/g, (count) => `practice${String(count).padStart(14, '0')}`],
];

/** The number in the name of a thread. */
export const THREAD_NUMBERS: readonly MaskedId[] = [
  [/(?<=\bPractice )\d{5}\b/g, (count) => String(10_000 + count)],
];
