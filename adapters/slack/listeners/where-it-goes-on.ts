import type { Handled } from '../../../src/coach/coach.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import type { Place } from '../../../src/who/place.ts';
import { linkTo } from '../deliver/link-to.ts';
import type { Desk } from '../desk.ts';

/** How long an answer waits for the thread to be there, so that it can link to it. Slack's patience is 3 s. */
const LINK_WITHIN_MS = 800;

/** A link to where the talk goes on, as far as it is known in time; undefined otherwise. */
export async function linkToTalk(desk: Desk, handled: Handled): Promise<string | undefined> {
  return within(LINK_WITHIN_MS, async () => {
    // A place that was still to be opened has its name once that was done.
    if (!isOpened(handled.place())) await handled.performed;
    return linkToPlace(desk, handled.place());
  });
}

/** A link to a practice's thread; undefined where it has none yet, or Slack gives none. */
export async function linkToPlace(desk: Desk, place: Place | undefined): Promise<string | undefined> {
  if (!isOpened(place) || place?.thread === undefined) return undefined;
  return linkTo(desk.client, desk.log, place.channel, place.thread);
}

/** https://docs.slack.dev/interactivity/deep-linking: opens the app in the client. */
export function appLink(appId: string | undefined, { scope }: PersonRef): string | undefined {
  return appId === undefined ? undefined : `https://slack.com/app_redirect?app=${appId}&team=${scope}`;
}

function isOpened(place: Place | undefined): boolean {
  return place?.channel.startsWith('D') === true;
}

async function within<T>(ms: number, work: () => Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work().catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
