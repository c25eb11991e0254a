import type { Answer } from '../api/answers.ts';
import { CODES } from '../api/codes.ts';

/** Another way may be open where this one is not. */
export function isShut(kind: Answer['kind']): boolean {
  return kind === 'gone' || kind === 'forbidden' || kind === 'archived' || kind === 'strange';
}

/** Permissions as Discord's settings pages name them: https://discord.com/developers/docs/topics/permissions */
export type Lacking = 'Create Private Threads' | 'Send Messages in Threads';

export const NOT_REACHED = 'I cannot reach you in direct messages';

const LOCKED: ReadonlySet<string> = new Set([CODES.threadLocked, CODES.threadArchived]);

/** Why there can be no practice in a thread there, as its person is told. `lacking`: what it would need, where that is what is missing. */
export function whyNoThread({ kind, code }: Answer, lacking: Lacking): string {
  if (kind === 'forbidden') return `I lack "${lacking}" in that channel`;
  if (code === CODES.missingAccess) return 'I lack "View Channels" in that channel';
  if (code === CODES.tooManyThreads) return 'That server has as many open threads as it can hold';
  if (code === CODES.unknownMember) return 'You are not in that server';
  if (LOCKED.has(code)) return 'That thread is locked';
  return 'I cannot open a thread there';
}
