import type { KnownBlock } from '@slack/types';
import { codeOf } from '../../../src/errors.ts';
import { triedAgain } from '../../beside-outbox/tried-again.ts';
import type { Desk } from '../desk.ts';
import { coachLines, type Piece } from '../render/coach-lines.ts';
import type { SlackMessage } from '../render/message.ts';

/** An answer that only the person sees: the acknowledgement of a command, or a post to a `response_url`. */
export interface Ephemeral {
  readonly response_type: 'ephemeral';
  readonly replace_original?: false;
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export function ephemeral({ text, blocks }: SlackMessage): Ephemeral {
  return { response_type: 'ephemeral', replace_original: false, text, blocks: [...blocks] };
}

/** A line of the coach's, for the person alone. */
export function line(...pieces: readonly Piece[]): Ephemeral {
  return ephemeral(coachLines(pieces));
}

export type Respond = (message: Ephemeral) => Promise<unknown>;

/** Tells the person alone, after the acknowledgement. What cannot be told is in the log, without its words. */
export async function tellAlone(desk: Desk, respond: Respond, message: Ephemeral): Promise<void> {
  try {
    await triedAgain(() => respond(message), againstOf);
  } catch (error) {
    desk.log('slack-not-told', { code: codeOf(error) });
  }
}

/** Bolt names the status that a `response_url` answered with, where it answered: one that is over or used up stays so. */
function againstOf(error: unknown): { readonly kind: 'unknown' | 'refused' } {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : undefined;
  return { kind: status === undefined || status === 429 || status >= 500 ? 'unknown' : 'refused' };
}

/** What did not get through, with an id that is in the log. */
export function fault(desk: Desk, error: unknown): Ephemeral {
  return line(faultLine(desk, error));
}

export function faultLine(desk: Desk, error: unknown): string {
  const id = crypto.randomUUID().slice(0, 8);
  desk.log('slack-turn-failed', { id, code: codeOf(error) });
  return `That did not get through (${id}). Nothing is lost; please try again in a minute.`;
}
