import type { Answer } from '../api/answers.ts';

/** Another way may be open where this one is not. */
export function isShut(kind: Answer['kind']): boolean {
  return kind === 'gone' || kind === 'forbidden' || kind === 'archived' || kind === 'strange';
}

/** Permissions as Discord's settings pages name them: https://discord.com/developers/docs/topics/permissions */
export type Lacking = 'Create Private Threads' | 'Send Messages in Threads';

export const NOT_REACHED = 'I cannot reach you in direct messages';

const MISSING_ACCESS = '50001';
const FULL = '160006';
const NO_MEMBER = '10007';
const LOCKED: ReadonlySet<string> = new Set(['160005', '50083']);

/** Why there can be no practice in a thread there, as its person is told. `lacking`: what it would need, where that is what is missing. */
export function whyNoThread({ kind, code }: Answer, lacking: Lacking): string {
  if (kind === 'forbidden') return `I lack "${lacking}" in that channel`;
  if (code === MISSING_ACCESS) return 'I lack "View Channels" in that channel';
  if (code === FULL) return 'That server has as many open threads as it can hold';
  if (code === NO_MEMBER) return 'You are not in that server';
  if (LOCKED.has(code)) return 'That thread is locked';
  return 'I cannot open a thread there';
}
