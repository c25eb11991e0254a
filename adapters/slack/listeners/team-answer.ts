import { z } from 'zod';
import type { TeamAnswer } from '../../../src/coach/teams/team-from.ts';
import { RESPONSE_GOOD_FOR_MS } from '../api/response-url.ts';
import type { Desk } from '../desk.ts';
import { renderCard } from '../render/render.ts';
import { teamModal } from '../render/team-form.ts';
import { toTalk } from './about-reminders.ts';
import { happensAtLarge } from './at-large.ts';
import { openModal } from './modals.ts';
import type { TeamActor } from './team-from.ts';
import { type Ephemeral, ephemeral } from './told-alone.ts';

/** What a team's form remembers of where it was opened. `url`: to answer the person alone, `until` then, in ms since 1970. */
export const TeamNoteSchema = z.strictObject({
  action: z.string(),
  channel: z.string().optional(),
  url: z.string().optional(),
  until: z.number(),
});
type TeamNote = z.infer<typeof TeamNoteSchema>;

/** Where somebody asked, so that they can be answered there. */
export interface TeamAsked {
  readonly actor: TeamActor;
  readonly triggerId: string | undefined;
  readonly responseUrl: string | undefined;
  /** A link to the app, where it is known. */
  readonly app: string | undefined;
}

/**
 * Does what the answer orders: opens its form, begins a practice alone. Returns what the person is to be told alone, or that
 * Slack opened no form.
 */
export async function teamAnswer(
  desk: Desk,
  asked: TeamAsked,
  { reply, form, solo }: TeamAnswer,
): Promise<readonly Ephemeral[] | 'not-opened'> {
  const { actor } = asked;
  if (form !== undefined) {
    const { title, card, action } = form;
    const view = teamModal({ title, card, privateMetadata: JSON.stringify(noteOn(desk, asked, action)) });
    return typeof (await openModal(desk, asked.triggerId, view)) === 'string' ? 'not-opened' : [];
  }
  if (solo === true) {
    const handled = await happensAtLarge(desk, actor, { type: 'pressed', action: 'start' });
    // In their direct messages it opens before their eyes.
    if (actor.channel?.startsWith('D') === true) return [];
    return [await toTalk(desk, handled, asked.app, 'Your practice is open, just for you: ')];
  }
  return reply === undefined ? [] : renderCard(reply, actor.person).map(ephemeral);
}

function noteOn(desk: Desk, { actor, responseUrl: url }: TeamAsked, action: string): TeamNote {
  return {
    action,
    ...(actor.channel === undefined ? {} : { channel: actor.channel }),
    ...(url === undefined ? {} : { url }),
    until: desk.now() + RESPONSE_GOOD_FOR_MS,
  };
}
