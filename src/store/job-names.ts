import { createHash } from 'node:crypto';

/**
 * What all jobs for one wake, or for one practice's critiques, are called in the queue. A job's id is this name, and after
 * it which of them it is. A hash: nothing that a person or a practice is known by, never a colon, never digits only
 * (BullMQ refuses such ids).
 */
export type JobName = `bell-${string}` | `critique-${string}`;

export function bellName(wakeKey: string): JobName {
  return `bell-${hashOf(wakeKey)}`;
}

export function critiqueName(sessionId: string): JobName {
  return `critique-${hashOf(sessionId)}`;
}

/** The name that a job's id begins with; the id itself where it is none of ours. */
export function nameIn(jobId: string): string {
  return /^(?:bell|critique)-[0-9a-f]{32}/.exec(jobId)?.[0] ?? jobId;
}

function hashOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}
