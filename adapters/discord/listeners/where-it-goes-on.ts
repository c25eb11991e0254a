import type { Handled } from '../../../src/coach/coach.ts';
import type { Place } from '../../../src/who/place.ts';
import { after } from '../after.ts';
import { linkTo } from '../deliver/link-to.ts';
import type { Desk } from '../desk.ts';
import { isInAnswers, isUnopened } from '../discord-place.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';

/** How long an answer waits for a place to be opened. Discord takes answers for 15 minutes; people look away sooner. */
const OPENED_WITHIN_MS = 8_000;

/** Where what was done is seen, once that is known. */
export async function placeAfter(handled: Handled): Promise<Place | undefined> {
  const isThere = (place: Place | undefined) => place !== undefined && !isUnopened(place);
  if (!isThere(handled.place())) await Promise.race([handled.performed, after(OPENED_WITHIN_MS)]);
  const place = handled.place();
  return isThere(place) ? place : undefined;
}

/** Says to the person alone where it goes on; nothing where that is the answer itself, or right here. */
export async function toTalk(
  desk: Desk,
  handled: Handled,
  words: string,
): Promise<readonly DiscordMessage[]> {
  const place = await placeAfter(handled);
  if (place !== undefined && isInAnswers(place)) {
    await Promise.race([handled.performed, after(OPENED_WITHIN_MS)]);
    return [];
  }
  const url = place === undefined ? undefined : await linkTo(desk, place);
  if (url === undefined) return [coachLines([`${words} look in our direct messages.`])];
  return [coachLines([`${words} `, { link: { label: 'go there', url } }])];
}
