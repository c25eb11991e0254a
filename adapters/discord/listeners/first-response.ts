import { type InteractionResponseType, Routes } from 'discord.js';
import { answerOf } from '../api/answers.ts';
import { CODES } from '../api/codes.ts';
import type { Desk } from '../desk.ts';
import type { InteractionIn } from '../receive/interaction-event.ts';

/** What a first response says: see `answering.ts`. */
type First =
  | { readonly type: InteractionResponseType.DeferredMessageUpdate }
  | { readonly type: InteractionResponseType; readonly data: object };

/**
 * What became of a first response. `elsewhere`: another process was first (40060), and answers. `unsure`: Discord may have
 * it, and then waits for what follows. `lost`: the three seconds were over (10062), or it did not take it; the person sees
 * Discord's own line then, and what they did still counts.
 */
export type Responded = 'taken' | 'elsewhere' | 'unsure' | 'lost';

export type Respondable = Pick<InteractionIn, 'id' | 'token'>;

/** Answers an interaction for the first time. `isThinking`: it says "thinking…" to the person alone, until something is told. */
export function respond(desk: Desk, i: Respondable, first: First, isThinking = false): Promise<Responded> {
  const responded = sendFirst(desk, i, first);
  const answerable = responded.then((how) =>
    how === 'lost' ? 'no' : how === 'elsewhere' ? 'elsewhere' : 'yes',
  );
  desk.answers.begun(i.token, answerable, isThinking);
  return responded;
}

async function sendFirst(desk: Desk, i: Respondable, first: First): Promise<Responded> {
  try {
    await desk.rest.post(Routes.interactionCallback(i.id, i.token), {
      body: first,
      auth: false,
      query: new URLSearchParams({ with_response: 'false' }),
    });
    return 'taken';
  } catch (error) {
    const { kind, code } = answerOf(error);
    desk.log('discord-not-answered', { code });
    if (code === CODES.acknowledged) return 'elsewhere';
    return kind === 'unknown' ? 'unsure' : 'lost';
  }
}
