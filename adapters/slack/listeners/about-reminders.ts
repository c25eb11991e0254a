import type { Handled } from '../../../src/coach/coach.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import type { Desk } from '../desk.ts';
import type { Piece } from '../render/coach-lines.ts';
import { renderCard } from '../render/render.ts';
import { notReached } from './not-reached.ts';
import { type Ephemeral, ephemeral, line } from './told-alone.ts';
import { linkToTalk } from './where-it-goes-on.ts';

/**
 * What somebody who asked alone is told of their reminders: the coach's answer; of what is set, which is said where
 * reminders come, where that is. `app`: a link to the app.
 */
export async function aboutReminders(
  desk: Desk,
  person: PersonRef,
  handled: Handled,
  app: string | undefined,
): Promise<readonly Ephemeral[]> {
  if (handled.reply !== undefined) return renderCard(handled.reply, person).map(ephemeral);
  const unreached = await notReached(desk, person, handled);
  return [unreached ?? (await toTalk(desk, handled, app, 'It is in our messages: '))];
}

/** Says where the talk goes on, with a link to its thread, else to the app. */
export async function toTalk(
  desk: Desk,
  handled: Handled,
  app: string | undefined,
  words: string,
): Promise<Ephemeral> {
  const url = (await linkToTalk(desk, handled)) ?? app;
  const link: Piece =
    url === undefined ? 'look in our direct messages.' : { type: 'link', url, text: 'go there' };
  return line(words, link);
}
